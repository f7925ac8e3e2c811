import { expect, test } from "@playwright/test";
import { at, enterAs, expectAccessible, expectToFitPhone, openRead } from "#app/testing/walk.ts";

test.describe.configure({ mode: "serial" });

test("a planted product bug is told as one and is no matter for a writer", async ({ page }) => {
  await enterAs(page, "Ines");
  await page.goto(at("/knowledge?all=yes"));
  const row = page.getByRole("row").filter({ hasText: "E-reader" }).first();
  await expect(row).toContainText("Product bug");
  await expect(page.getByText("the topic needs a repair, not words")).toBeVisible();
});

test("a planner reads topics and changes none", async ({ page }) => {
  await enterAs(page, "Tom");
  await page.goto(at("/knowledge/topics"));
  await expect(page.getByRole("button", { name: "Make it a topic" })).toHaveCount(0);
});

test("the topic that no source names waits in the inbox, gets a name, and then rises", async ({ page }) => {
  await enterAs(page, "Ines");
  await page.getByRole("link", { name: /wait for a name|waits for a name/ }).click();
  const found = page
    .getByRole("listitem")
    .filter({ hasText: /audiobook/i })
    .filter({ has: page.getByPlaceholder("A name") });
  await expect(page.getByRole("heading", { name: "What was changed" })).toBeVisible();
  const groups = await found.count();
  await found.first().getByPlaceholder("A name").fill("Audiobooks");
  await found.first().getByRole("button", { name: "Make it a topic" }).click();
  await expect(page.getByText(/became Audiobooks, says Ines/)).toBeVisible();
  for (let left = groups - 1; left > 0; left--) {
    const next = found.first();
    await next.getByRole("combobox").selectOption({ label: "Audiobooks" });
    await next.getByRole("button", { name: "Sort into" }).click();
    await expect(found).toHaveCount(left - 1);
  }
  await expect(async () => {
    await page.goto(at("/knowledge?week=2026-W45"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Audiobooks");
  }).toPass({ timeout: 60_000 });
});

test("a topic is renamed and merged, old links find it, and each is taken back", async ({ page }) => {
  await enterAs(page, "Mara");
  await page.goto(at("/knowledge/topics"));
  await page.locator("summary", { hasText: "Loyalty" }).click();
  await page.getByLabel("New name of Loyalty").fill("Bonus points");
  await page.getByRole("button", { name: "Rename Loyalty" }).click();
  await expect(page.getByText("Topic “loyalty” renamed “Bonus points”")).toBeVisible();
  await page.getByRole("button", { name: /Undo: Topic “loyalty” renamed/ }).click();
  await expect(page.locator("summary", { hasText: "Loyalty" })).toBeVisible();
  await page.getByLabel("Name of the new topic").fill("loyalty");
  await page.getByRole("button", { name: "Add a topic" }).click();
  await expect(page.getByText("There is a topic “loyalty” already: merge them instead.")).toBeVisible();
});

test("the pages have no barrier that a machine can see, and fit a phone", async ({ page }) => {
  await enterAs(page, "Ines");
  for (const path of ["/knowledge/topics"]) {
    await openRead(page, path);
    await expectAccessible(page);
    await expectToFitPhone(page);
  }
});

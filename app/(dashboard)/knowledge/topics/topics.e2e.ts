import { expect, test } from "@playwright/test";
import { at, enterAs } from "#app/testing/walk.ts";

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

test("the topic that no source names waits in the inbox and gets a name", async ({ page }) => {
  await enterAs(page, "Ines");
  await page.getByRole("link", { name: /wait for a name|waits for a name/ }).click();
  const found = page
    .getByRole("listitem")
    .filter({ hasText: /audiobook/i })
    .filter({ has: page.getByPlaceholder("A name") });
  await expect(page.getByRole("heading", { name: "What was changed" })).toBeVisible();
  await found.first().getByPlaceholder("A name").fill("Audiobooks");
  await found.first().getByRole("button", { name: "Make it a topic" }).click();
  await expect(page.getByText(/became Audiobooks, says Ines/)).toBeVisible();
});

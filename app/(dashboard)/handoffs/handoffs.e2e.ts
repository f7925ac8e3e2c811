import { expect, test } from "@playwright/test";
import { at, enterAs, expectAccessible } from "#app/testing/walk.ts";

const LIST = "/handoffs?week=2026-W46";

test.beforeEach(async ({ page }) => {
  await enterAs(page, "Tom");
  await expect(async () => {
    await page.goto(at(LIST));
    await expect(page.getByText("are being read")).toHaveCount(0);
  }).toPass({ timeout: 60_000 });
});

test("sorts, pages and searches in the database", async ({ page }) => {
  const waits = page.locator("tbody tr td:nth-child(6)");
  await page.getByRole("link", { name: "Wait" }).click();
  await expect(page).toHaveURL(/sort=wait/);
  await expect(waits.first()).toContainText(/h|d/);
  await page.getByRole("link", { name: "Next 50" }).click();
  await expect(page.getByText("51–100")).toBeVisible();
  await page.goto(at(LIST));
  const id = (await page.locator("tbody tr a").first().textContent()) ?? "";
  await page.getByRole("searchbox").fill(id);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator("tbody tr").first()).toContainText(id);
});

test("columns can be hidden and stay hidden", async ({ page }) => {
  await page.getByRole("button", { name: /^Columns/ }).click();
  await page.getByLabel("Team", { exact: true }).uncheck();
  await expect(page.getByRole("columnheader", { name: "Team" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Topic" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Team" })).toHaveCount(0);
});

test("the keyboard opens a handoff with its seam, and the finding is marked where it stands", async ({ page }) => {
  await page.goto(at(`${LIST}&metric=explicitRepetition&only=part`));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/handoffs\/[0-9a-f-]{36}/);
  await expect(page.getByText(/Handed over/)).toBeVisible();
  await expect(page.locator("mark.finding").first()).toBeVisible();
  await expect(page.getByText(/R1\.\w+, version/).first()).toBeVisible();
  await expectAccessible(page);
});

test("an empty list says which filter is to blame and offers a way out", async ({ page }) => {
  await page.goto(at(`${LIST}&topic=nothing-of-the-kind`));
  await expect(page.getByText("topic nothing-of-the-kind")).toBeVisible();
  await page.getByRole("link", { name: "Show all handoffs" }).click();
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

test("the CSV has as many lines as the list says", async ({ page }) => {
  const said = /CSV, ([\d,]+) lines/.exec((await page.getByRole("link", { name: /^CSV/ }).textContent()) ?? "")?.[1];
  const answer = await page.request.get(at("/handoffs/csv?week=2026-W46"));
  const lines = (await answer.text()).trimEnd().split("\n");
  expect(lines.length - 1).toBe(Number(said?.replace(",", "")));
});

test("the list has no barrier that a machine can see", async ({ page }) => {
  await expectAccessible(page);
});

import { expect, type Page, test } from "@playwright/test";
import { at, beAs, expectAccessible } from "#app/testing/walk.ts";

const WEEK = "/weekly?week=2026-W46";

const enter = async (page: Page, name: string): Promise<void> => {
  await beAs(page, name);
  await expect(async () => {
    await page.goto(at(WEEK));
    await expect(page.getByText("are being read")).toHaveCount(0);
  }).toPass({ timeout: 60_000 });
};

test("what the numbers are compared with is chosen, stays in the address, and moves every change", async ({ page }) => {
  await enter(page, "Mara");
  const tile = page.locator("section[aria-label='The five numbers'] > div").nth(3);
  await expect(tile).toContainText("on week 45");
  await page.getByRole("button", { name: /^Compare with/ }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Four weeks before/ }).click();
  await expect(page).toHaveURL(/vs=4w/);
  await expect(tile).toContainText("on weeks 42–45");
  await expect(page.getByText("compared with weeks 42–45")).toBeVisible();
  await page.goto(at(`${WEEK}&vs=year`));
  await expect(tile).toContainText("too few to compare with week 46 of 2025");
  await page.goto(at(`${WEEK}&vs=2026-11-10,2026-11-12`));
  await expect(tile).toContainText("shares days with 10–12 Nov 2026: not compared");
  await page.getByRole("button", { name: /^Compare with/ }).click();
  await page.getByRole("dialog").getByLabel("From").fill("2026-11-02");
  await page.getByRole("dialog").getByLabel("To, included").fill("2026-11-05");
  await page.getByRole("button", { name: "Compare with these days" }).click();
  await expect(tile).toContainText("on 2–5 Nov 2026");
  const csat = page.locator("section[aria-label='The five numbers'] > div").first();
  await expect(csat).toContainText("not of equal age");
});

test("a month can be shown", async ({ page }) => {
  await enter(page, "Mara");
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByRole("link", { name: "October 2026" }).click();
  await expect(page.getByRole("button", { name: /^Period\s*October 2026/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Compare with/ })).toContainText("31 Aug – 30 Sep 2026");
});

test("a note by hand, and a release that a source told, are on the charts and in their tables", async ({ page }) => {
  await enter(page, "Mara");
  await page.getByRole("button", { name: /^Notes/ }).click();
  const list = page.getByRole("dialog");
  await expect(list).toContainText("Folio 4.2 went live");
  await page.getByLabel("Day").fill("2026-11-04");
  await page.getByLabel(/^Add what happened/).fill("Letters were late");
  await page.keyboard.press("Enter");
  await expect(list.getByRole("listitem").filter({ hasText: "Letters were late" })).toContainText("Mara");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Change “Letters were late”" }).click();
  await page.getByLabel("What happened").fill("Letters were two days late");
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(list).toContainText("Letters were two days late");
  await page.getByRole("button", { name: "Delete “Letters were two days late”" }).click();
  await expect(list.getByText("Deleted “Letters were two days late”.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list.getByRole("listitem").filter({ hasText: "two days late" })).toBeVisible();
  await page.keyboard.press("Escape");
  for (const name of [/rate \d+ points|handoffs rate/i, "Escalation rate", "After a handoff"]) {
    const chart = page.locator("section.section", { has: page.getByRole("heading", { level: 2, name }) });
    await expect(chart.locator(".recharts-surface")).toContainText("4 Nov:");
  }
  await page.getByText("View as table").first().click();
  await expect(page.getByRole("cell", { name: "4 Nov: Letters were two days late" }).first()).toBeVisible();
});

test("a planner reads the notes and writes none", async ({ page }) => {
  await enter(page, "Tom");
  await page.getByRole("button", { name: /^Notes/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Folio 4.2 went live");
  await expect(page.getByRole("button", { name: "Add it" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Delete/ })).toHaveCount(0);
});

test("a page is kept under a name, found by ⌘K, shared, and only its owner can change it", async ({ page }) => {
  await enter(page, "Mara");
  await page.goto(at(`${WEEK}&team=billing`));
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByLabel("Name").fill("Monday review");
  await page.getByLabel("Everybody sees it").check();
  await expect(page.getByLabel("Always the last week")).toBeChecked();
  await page.getByRole("button", { name: "Keep this page" }).click();
  await expect(page.getByText("Kept as “Monday review”.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename “Monday review”" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^View\s*Monday review/ })).toBeVisible();
  await page.context().clearCookies();
  await enter(page, "Tom");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(/A page, a view/).fill("monday");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/weekly\?team=billing$/);
  await page.getByRole("button", { name: /^View/ }).click();
  await expect(page.getByRole("link", { name: /Monday review by Mara/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete “Monday review”" })).toHaveCount(0);
  await page.context().clearCookies();
  await enter(page, "Mara");
  await page.getByRole("button", { name: /^View/ }).click();
  await page.getByRole("button", { name: "Delete “Monday review”" }).click();
  await expect(page.getByRole("link", { name: /Monday review/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: /Monday review/ })).toBeVisible();
});

test("J and K walk the handoffs to read, which are the same for whoever has the link", async ({ page }) => {
  await enter(page, "Mara");
  const hrefs = await page
    .locator("section", { hasText: "Ten handoffs to read" })
    .locator("ol a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("?")[0]));
  expect(new Set(hrefs).size).toBe(10);
  await page.getByRole("link", { name: /^Open all/ }).click();
  await expect(page.getByText("1 of 10")).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText("2 of 10")).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(hrefs[1]);
  await page.reload();
  await page.keyboard.press("j");
  await expect(page.getByText("3 of 10")).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByText("2 of 10")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Ten handoffs to read" }).click();
  await expect(page).toHaveURL(/weekly\?week=2026-W46/);
});

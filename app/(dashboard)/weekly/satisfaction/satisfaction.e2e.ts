import { expect, type Page, test } from "@playwright/test";
import { at, beAs, expectAccessible, openRead } from "#app/testing/walk.ts";

const WEEK = "/weekly?week=2026-W46";

test.beforeEach(async ({ page }) => {
  await beAs(page, "Mara");
  await openRead(page, WEEK);
});

const hero = (page: Page) => page.locator("#satisfaction");
const chart = (page: Page) => hero(page).getByRole("img").first();
const switchTo = async (page: Page, name: string) => {
  await hero(page).getByRole("link", { name, exact: true }).click();
  await expect(hero(page).getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "true");
};
const ticks = (page: Page) => hero(page).locator(".recharts-yAxis .recharts-cartesian-axis-tick").allTextContents();

test("like for like is shown first, the switch is in the address, and the axis stays where it is", async ({ page }) => {
  await expect(hero(page).getByRole("link", { name: "Like-for-like" })).toHaveAttribute("aria-current", "true");
  await expect(hero(page)).toContainText("Matched by topics");
  await expect(hero(page).locator(".recharts-surface")).toBeVisible();
  const [matched, summary] = [await ticks(page), await chart(page).getAttribute("aria-label")];
  expect(matched.length).toBeGreaterThan(2);
  await switchTo(page, "Raw");
  await expect(page).toHaveURL(/csat=raw/);
  await expect(chart(page)).not.toHaveAttribute("aria-label", summary ?? "");
  expect(await ticks(page)).toEqual(matched);
  await page.reload();
  await expect(hero(page).getByRole("link", { name: "Raw" })).toHaveAttribute("aria-current", "true");
});

for (const view of ["matched", "raw"]) {
  test(`a point opens exactly the ratings behind it, ${view}`, async ({ page }) => {
    await page.goto(at(`${WEEK}&csat=${view}`));
    await hero(page).getByText("View as table").click();
    const cell = hero(page).locator("details table tbody tr").last().getByRole("link").last();
    const n = /n\s*([\d,]+)/.exec((await cell.textContent()) ?? "")?.[1];
    expect(Number(n)).toBeGreaterThan(50);
    await cell.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Handoff CSAT: ${n} ratings`);
  });
}

test("a click into the chart leads to the handoffs of that week", async ({ page }) => {
  const surface = hero(page).locator(".recharts-surface").first();
  const box = await surface.boundingBox();
  if (!box) throw new Error("no chart");
  await page.mouse.move(box.x + 300, box.y + 100);
  await page.mouse.click(box.x + 300, box.y + 100);
  await expect(page).toHaveURL(/\/handoffs\?.*metric=handoffCsat/);
});

test("the response rate opens those who were asked", async ({ page }) => {
  const row = hero(page).getByRole("row", { name: /^Handoff.*\d+ of \d+/ });
  const asked = /of ([\d,]+)/.exec((await row.getByRole("cell").first().textContent()) ?? "")?.[1];
  await row.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Handoff response rate: ${asked} episodes`);
});

test("the scores behind the share are one click away and add up", async ({ page }) => {
  await hero(page).getByText("Mean and every score").click();
  const bars = hero(page).locator("details[open] li");
  const counts = (await bars.allTextContents()).map((text) => Number(text.slice(1).replaceAll(",", "")));
  const told = /1–5: 4–5 \(n ([\d,]+)\)/.exec((await hero(page).textContent()) ?? "")?.[1];
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(Number(told?.replaceAll(",", "")));
});

test("where nothing can be matched the reason is said and there is no switch", async ({ page }) => {
  await page.goto(at(`${WEEK}&segment=handoff`));
  await expect(hero(page)).toContainText(
    "Not like for like in week 46: handoffs, or both other roads, have fewer than 10",
  );
  await expect(hero(page).getByRole("link", { name: "Like-for-like" })).toHaveCount(0);
});

test("no barrier that a machine can see, and on a phone the tables fold", async ({ page }) => {
  await hero(page).getByText("Mean and every score").click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const cell of await hero(page).locator(".folding td, .folding th[scope=row]").all()) {
    const box = await cell.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

import { expect, test } from "@playwright/test";
import { at, beAs, expectAccessible, openRead } from "#app/testing/walk.ts";
import { METRIC_KEYS, metricOf } from "#lib/metrics/catalogue.ts";

test.beforeEach(async ({ page }) => {
  await beAs(page, "Mara");
  await openRead(page, "/weekly?week=2026-W46");
});

test("a tile's definition leads to the page of all of them, at its place, in the same words", async ({ page }) => {
  const { says, part, label } = metricOf("handoffCsat");
  await page.getByRole("button", { name: label, exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText(part);
  await page.getByRole("link", { name: "All definitions" }).click();
  await expect(page).toHaveURL(/\/weekly\/definitions#handoffCsat$/);
  for (const key of METRIC_KEYS) await expect(page.locator(`#${key}`)).toContainText(metricOf(key).says);
  await expect(page.locator("#handoffCsat")).toContainText(says);
  await expect(page.locator("#handoffCsat")).toContainText("at least 75");
});

test("an earlier definition is told, and its list counts by it", async ({ page }) => {
  await page.goto(at("/weekly/definitions"));
  await page.locator("#answeredInTarget").getByRole("link", { name: "Last week’s list by version 1" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("Answered within 5 minutes (definition 1):");
  const n = /: ([\d,]+) handoffs/.exec((await title.textContent()) ?? "")?.[1] ?? "";
  await expect(page.getByText(`All ${n} that were counted`)).toBeVisible();
  const [link] = await page.getByRole("link", { name: /^CSV/ }).all();
  const file = await page.request.get(at((await link?.getAttribute("href")) ?? ""));
  expect(file.headers()["content-disposition"]).toContain("answeredInTarget-v1");
  expect((await file.text()).trimEnd().split("\n")).toHaveLength(Number(n.replace(",", "")) + 1);
});

test("a version that never was is said, on the page and for the file", async ({ page }) => {
  const sentence = "answeredInTarget has versions 1 and 2; there is no version 9.";
  await page.goto(at("/handoffs?week=2026-W46&metric=answeredInTarget&version=9"));
  await expect(page.getByText(sentence)).toBeVisible();
  const file = await page.request.get(at("/handoffs/csv?week=2026-W46&metric=answeredInTarget&version=9"));
  expect([file.status(), await file.text()]).toEqual([400, `${sentence}\n`]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no barrier that a machine can see, and nothing wider than a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(at("/weekly/definitions"));
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
}

import { expect, test } from "@playwright/test";
import { at, beAs, expectAccessible, openRead } from "#app/testing/walk.ts";

test("the demo shows what was planted beside what was found, each leading to its conversations", async ({ page }) => {
  await beAs(page, "Mara");
  await openRead(page, "/weekly");
  await page.getByRole("link", { name: "What was planted, and what was found" }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/^\d+ of \d+ planted values lie within the interval that was found$/);
  const [covered = 0, all = 0] = (await heading.textContent())?.match(/\d+/g)?.map(Number) ?? [];
  expect(all).toBeGreaterThanOrEqual(12);
  expect(covered).toBeGreaterThanOrEqual(all - 2);
  await expectAccessible(page);
  const row = page.getByRole("row", { name: /Loyalty: handed over/ });
  const n = await row.getByRole("cell").nth(5).textContent();
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${n} episodes`);
  await page.goto(at("/weekly/truth"));
  await page
    .getByRole("row", { name: /staffing hole/ })
    .getByRole("link")
    .click();
  await expect(page.getByText("Narrowed to: on Thursday; between 14:00 and 14:59")).toBeVisible();
});

import { expect, type Page, test } from "@playwright/test";
import { beAs, openRead } from "#app/testing/walk.ts";

const section = (page: Page, name: RegExp) =>
  page.locator("section.section", { has: page.getByRole("heading", { level: 2, name }) });

test.beforeEach(async ({ page }) => {
  await beAs(page, "Mara");
  await openRead(page, "/weekly");
});

test("the drivers of the escalation rate add up, and each opens its conversations", async ({ page }) => {
  const drivers = section(page, /points: .* mix, .* rate$/);
  const title = (await drivers.getByRole("heading").textContent()) ?? "";
  const [move = Number.NaN] = numbersIn(title);
  const effects = await drivers.locator("li > b").allTextContents();
  const rest = numbersIn((await drivers.locator("p.note").textContent()) ?? "")[0] ?? Number.NaN;
  const sum = effects.flatMap(numbersIn).reduce((all, one) => all + one, rest);
  // Each is rounded to a tenth of a point.
  expect(Math.abs(sum - move)).toBeLessThanOrEqual(0.05 * (effects.length + 2));
  await drivers.getByRole("link", { name: "Open them" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Escalation rate");
});

test("what goes with a worse handoff opens the conversations behind a level, as many as it counts", async ({
  page,
}) => {
  const costs = section(page, /What goes with a worse handoff/);
  await expect(costs).toContainText("An association, not an effect");
  const row = costs.locator("li", { hasText: "Said it again" }).first();
  const n = /n (\d+)/.exec((await row.locator("a").getAttribute("title")) ?? "")?.[1];
  await row.locator("a").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Handoff CSAT: ${n}`);
  await expect(page.getByText("Narrowed to: had to say it again, or was asked to")).toBeVisible();
  await page.getByRole("link", { name: "Take it back" }).click();
  await expect(page.getByText("Narrowed to:")).toHaveCount(0);
});

test("the checklist of the seam says what is not scanned, and each rate opens the conversations behind it", async ({
  page,
}) => {
  const seam = section(page, /The seam, as a checklist/);
  for (const name of ["Context passed on", "Expectation set", "First words", "Said again"]) {
    await expect(seam.getByRole("heading", { level: 3, name: new RegExp(name) })).toBeVisible();
  }
  await expect(seam).toContainText(/Not scanned: [\d,]+ handoffs? in other languages, of [\d,]+/);
  for (const [name, title] of [
    ["Wait given", "Wait given"],
    ["Promised wait kept", "Promised wait kept"],
    ["Context repetition, R1 or R3", "Context repetition"],
  ] as const) {
    const row = seam.locator("li", { hasText: name });
    const n = /n\s([\d,]+)/.exec((await row.textContent()) ?? "")?.[1];
    await row.locator("a").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${title}: ${n} `));
    await page.goBack();
  }
});

/** The numbers of a text, of which a minus is written as one. */
const numbersIn = (text: string): number[] =>
  (text.match(/[+−±]\d+(\.\d+)?/g) ?? []).map((one) => Number(one.replace("−", "-").replace(/[+±]/, "")));

import { expect, test } from "@playwright/test";
import { at, enterAs, expectAccessible } from "#app/testing/walk.ts";

// The demo is read within seconds; until then numbers may still be missing.
test.beforeEach(async ({ page }) => {
  await enterAs(page, "Mara");
  await expect(async () => {
    await page.goto(at("/weekly?week=2026-W46"));
    await expect(page.getByText("are being read")).toHaveCount(0);
  }).toPass({ timeout: 60_000 });
});

test("the sentence, the five numbers and every part are there, and nothing goes wrong in the browser", async ({
  page,
}) => {
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(at("/weekly?week=2026-W46"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Handoff CSAT is \d+/);
  await expect(page.locator("section[aria-label='The five numbers'] > div")).toHaveCount(5);
  for (const name of ["Escalation rate", "Time to the first human reply", "Resolved after the handoff"]) {
    await expect(page.getByRole("heading", { name: new RegExp(name, "i") })).toBeVisible();
  }
  await expect(page.locator(".recharts-surface")).toHaveCount(4);
  expect(problems).toEqual([]);
});

test("a number opens exactly the conversations behind it", async ({ page }) => {
  const tile = page.locator("section[aria-label='The five numbers'] > div").nth(3);
  const n = /n\s*([\d,]+) episodes/.exec((await tile.textContent()) ?? "")?.[1];
  await tile.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Escalation rate: ${n} episodes`);
  await expect(page.getByText(`All ${n} that were counted`)).toBeVisible();
});

test("page and CSV say the same", async ({ page }) => {
  const answer = await page.request.get(at("/weekly/csv?week=2026-W46"));
  const lines = (await answer.text()).split("\n").map((line) => line.split(","));
  const head = lines[0] ?? [];
  const row = lines.find((line) => line[0] === "escalationRate" && line[head.indexOf("week")] === "2026-W46");
  const n = Number(row?.[head.indexOf("n")]);
  expect(n).toBeGreaterThan(500);
  await expect(page.locator("section[aria-label='The five numbers'] > div").nth(3)).toContainText(
    n.toLocaleString("en-GB"),
  );
});

test("a filter is in the address and changes the numbers", async ({ page }) => {
  await page.getByRole("button", { name: "Topic" }).click();
  await page.getByLabel("Refunds").check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/topic=refunds/);
  await expect(page.getByRole("button", { name: /Topic\s*Refunds/ })).toBeVisible();
});

test("⌘K goes to a week", async ({ page }) => {
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(/A page, a week/).fill("week 44");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/week=2026-W44/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no barrier that a machine can see, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await expect(page.locator(".recharts-surface")).toHaveCount(4);
    await expectAccessible(page);
  });
}

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

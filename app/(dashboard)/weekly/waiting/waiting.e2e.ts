import { expect, type Page, test } from "@playwright/test";
import { at, beAs, expectAccessible, openRead } from "#app/testing/walk.ts";

const WEEK = "/weekly?week=2026-W46";
const curve = (page: Page) => page.getByRole("region", { name: "Time to the first human reply" });
const map = (page: Page) => page.getByRole("region", { name: "Waits by hour of the week" });
const line = (page: Page, name: string) =>
  curve(page)
    .locator("dl > div")
    .filter({ has: page.getByText(name, { exact: true }) });
const countOf = (text: string | null, pattern: RegExp): string => pattern.exec(text ?? "")?.[1] ?? "none";

test.beforeEach(async ({ page }) => {
  await beAs(page, "Mara");
  await openRead(page, WEEK);
});

test("the clock is a switch in the address, and the other switches stay", async ({ page }) => {
  await page.goto(at(`${WEEK}&by=topic&cells=within`));
  const within = line(page, "Within 5 minutes");
  await expect(within).toContainText("target 80");
  await curve(page).getByRole("link", { name: "By the clock" }).click();
  await expect(page).toHaveURL(/clock=wall/);
  await expect(page).toHaveURL(/by=topic/);
  await expect(page).toHaveURL(/cells=within/);
  await expect(within).toContainText("The target counts open minutes");
  await expect(curve(page).getByRole("heading")).toContainText("by the clock");
  await expect(curve(page).getByRole("link", { name: "By the clock" })).toHaveAttribute("aria-current", "true");
  await curve(page).getByRole("link", { name: "Open hours" }).click();
  await expect(page).not.toHaveURL(/clock=/);
  await expect(within).toContainText("target 80");
});

for (const [clock, by] of [
  ["open", "open minutes"],
  ["wall", "by the clock"],
] as const) {
  test(`every stretch of the curve opens as many handoffs as it says, ${clock}`, async ({ page }) => {
    const address = at(`${WEEK}&clock=${clock}`);
    await page.goto(address);
    const links = line(page, "Read them").getByRole("link");
    await expect(links.first()).toBeVisible();
    const texts = await links.allTextContents();
    const ns = texts.map((text) => Number.parseInt(text.replace(",", ""), 10));
    const within = countOf(await line(page, "Within 5 minutes").textContent(), /· n\s([\d,]+)/);
    expect(String(ns.reduce((sum, n) => sum + n, 0))).toBe(within);
    for (const i of ns.keys()) {
      await page.goto(address);
      await links.nth(i).click();
      await expect(page.getByText(`All ${ns[i]} that were counted`)).toBeVisible();
      if (texts[i]?.includes("answered")) await expect(page.getByText(/Narrowed to/)).toContainText(by);
    }
    await page.goto(address);
    const surface = curve(page).locator(".recharts-surface");
    await surface.scrollIntoViewIfNeeded();
    const box = await surface.boundingBox();
    if (!box) throw new Error("no chart");
    await page.mouse.move(box.x + 80, box.y + 120);
    const offer = curve(page).getByText(/^Open the \d+ answered/);
    const n = countOf(await offer.textContent(), /(\d+)/);
    await page.mouse.click(box.x + 80, box.y + 120);
    await expect(page).toHaveURL(clock === "open" ? /wait=under_5/ : /wall=/);
    await expect(page.getByText(`All ${n} that were counted`)).toBeVisible();
  });
}

test("an hour of the map opens exactly the handoffs that it counts", async ({ page }) => {
  const cell = map(page).locator("td a").nth(3);
  const [day, hour] = /^(\w{3}) (\d+):00/.exec((await cell.getAttribute("aria-label")) ?? "")?.slice(1) ?? [];
  const n = countOf(await cell.getAttribute("aria-label"), /· n\s([\d,]+)/);
  await cell.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^Answered within 5 minutes: ${n} handoffs?$`),
  );
  await expect(page.getByText(`All ${n} that were counted`)).toBeVisible();
  await expect(page.getByText(/Narrowed to/)).toContainText(`on ${day}`);
  await expect(page.getByText(/Narrowed to/)).toContainText(`between ${hour}:00`);
});

test("the map says shares instead of minutes, and is walked with the arrows", async ({ page }) => {
  await map(page).getByRole("link", { name: "Within 5 min" }).click();
  await expect(page).toHaveURL(/cells=within/);
  const cells = map(page).locator("td a");
  await expect(cells.first()).toHaveAttribute("aria-label", /%/);
  await expect(map(page).locator("td a[tabindex='0']")).toHaveCount(1);
  await cells.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(cells.nth(1)).toBeFocused();
  await expect(map(page).locator("p.note")).toHaveText(
    (await cells.nth(1).getAttribute("aria-label"))?.split(", shown")[0] ?? "",
  );
  await page.keyboard.press("ArrowDown");
  const below = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(below?.slice(0, 3)).toBe("Tue");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/handoffs\?.*weekday=2/);
});

test("who left, who was handed over out of hours and who left at once can each be read", async ({ page }) => {
  for (const [name, i, title] of [
    ["Left before an answer", 1, "Left before an answer"],
    ["Left before an answer", 0, "Certainly left before an answer"],
  ] as const) {
    await page.goto(at(WEEK));
    const share = Number.parseFloat((await line(page, name).getByRole("link").nth(i).textContent()) ?? "");
    await line(page, name).getByRole("link").nth(i).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`${title}: `);
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    const all = Number(countOf(heading, /: ([\d,]+)/).replace(",", ""));
    const part = /The ([\d,]+) in the numerator/;
    const left = Number(countOf(await page.getByText(part).textContent(), part).replace(",", ""));
    expect((100 * left) / all).toBeCloseTo(share, 1);
    await expect(page.locator("tbody tr")).toHaveCount(Math.min(50, left));
  }
  for (const [name, pattern, narrowed] of [
    ["Out of hours", /([\d,]+) handoffs/, "handed over out of hours"],
    ["Left before an answer", /seconds left (\d+)/, "left within 30 seconds"],
  ] as const) {
    await page.goto(at(WEEK));
    const n = countOf(await line(page, name).textContent(), pattern);
    await line(page, name).getByRole("link").last().click();
    await expect(page.getByText(/Narrowed to/)).toContainText(narrowed);
    await expect(page.getByText(`All ${n} that were counted`)).toBeVisible();
  }
});

test("the curve can be read as a table, whose rows add up", async ({ page }) => {
  await curve(page).getByText("View as table").click();
  const [, shares] = await curve(page).getByRole("table").all();
  const cells = await shares?.locator("tbody tr").last().locator("td").allTextContents();
  expect(cells).toHaveLength(5);
  expect(cells?.reduce((sum, text) => sum + Number.parseFloat(text), 0)).toBeCloseTo(100, 0);
  await expect(curve(page).getByRole("rowheader", { name: "p95" })).toBeVisible();
});

test("few or none are said, and nothing is drawn of them", async ({ page }) => {
  await page.goto(at(`${WEEK}&topic=nowhere`));
  await expect(curve(page)).toContainText("Nobody was handed over in open hours");
  await expect(map(page)).toContainText("Nobody was handed over in open hours in these weeks");
  await page.goto(at("/weekly?from=2026-11-09&to=2026-11-09&channel=email"));
  await expect(curve(page)).toContainText("too few for a curve");
  await expect(curve(page).locator("svg.recharts-surface")).toHaveCount(0);
});

test("by the clock and in shares there is no barrier that a machine can see, and a phone shows it all", async ({
  page,
}) => {
  await page.goto(at(`${WEEK}&clock=wall&cells=within`));
  await expect(curve(page).locator(".recharts-surface")).toHaveCount(1);
  await curve(page).getByText("View as table").click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

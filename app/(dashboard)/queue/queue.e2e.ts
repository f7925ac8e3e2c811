import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type App, launch } from "#app/testing/launch.ts";
import { beAs, enterAs, expectAccessible, expectToFitPhone } from "#app/testing/walk.ts";

/** A Thursday, at the hour that is planted to go wrong. */
const GOES_WRONG_AT = "2026-11-19T13:40:00Z";

// Nothing fires before all of the demo is read.
test.describe.configure({ timeout: 150_000 });

let app: App;
let dir: string;

test.beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "seam-queue-"));
  const env = { SEAM_DEMO_AT: GOES_WRONG_AT, SEAM_DEMO_WEEKS: "6" };
  app = await launch(dir, { until: "demo sorted", env });
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dir, { recursive: true, force: true });
});

const firing = (page: Page) => page.getByRole("article").filter({ hasText: "Firing" });

/** The alarm comes by itself, once the demo is read and its hour has passed: nobody loads the page again. */
const openFiring = async (page: Page) => {
  await page.goto(`${app.base}/queue`);
  await expect(firing(page).first()).toBeVisible({ timeout: 100_000 });
};

test("the planner lands on who waits, kept live without a reload", async ({ page }) => {
  await enterAs(page, "Tom", app.base);
  await expect(page).toHaveURL(/\/queue/);
  await openFiring(page);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const waiting = page.getByRole("region", { name: "Waiting now" });
  const rows = await waiting.locator("tbody tr").count();
  expect(rows).toBeGreaterThan(0);
  await expect(waiting.getByRole("heading")).toHaveText(`Waiting now, ${rows}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("the longest");
  await page.keyboard.press("ArrowDown");
  const name = await waiting.locator("tbody tr").first().getByRole("link").textContent();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/handoffs\//);
  await expect(page.getByText(name ?? "").first()).toBeVisible();
});

test("who left stands in the order of leaving, the last first", async ({ page }) => {
  await beAs(page, "Tom", app.base);
  await openFiring(page);
  const left = page.getByRole("region", { name: "Left without an answer" }).locator("tbody tr td:first-child");
  const times = await left.allTextContents();
  expect(times.length).toBeGreaterThan(3);
  expect(times).toEqual(times.toSorted().toReversed());
});

test("each interval and each hour opens the handoffs that it counts", async ({ page }) => {
  await beAs(page, "Tom", app.base);
  await openFiring(page);
  const strip = page.getByRole("region", { name: "The day in 15-minute intervals" });
  const links = await strip
    .locator("tbody a")
    .evaluateAll((all) =>
      all.map((one) => ({ text: one.getAttribute("aria-label") ?? "", href: one.getAttribute("href") ?? "" })),
    );
  const some = links.filter(({ text }) => !text.includes(": 0 offered")).slice(-4);
  expect(some.length).toBe(4);
  for (const { text, href } of some) {
    const offered = Number(/: (\d+) offered/.exec(text)?.[1]);
    await page.goto(app.base + href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^${offered} handoffs?$`));
  }
});

test("an alarm says why, is acknowledged on a phone, and stands in the journal with the note", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await beAs(page, "Tom", app.base);
  await openFiring(page);
  const alarm = firing(page).first();
  await expect(alarm).toContainText("oldest wait");
  await expect(alarm).toContainText("(limit 15)");
  await expect(alarm).toContainText("It is too few people, not escalations");
  await alarm.getByLabel("Note for the journal").fill("Ada moves over until 16:00");
  await alarm.getByRole("button", { name: /^Acknowledge/ }).click();
  await expect(alarm).toContainText("Firing, acknowledged");
  await expect(alarm).toContainText("Tom Okafor acknowledged it");
  await alarm.getByRole("heading").getByRole("link").click();
  const journal = page.getByRole("region", { name: "Journal" });
  await expect(journal).toContainText("Ada moves over until 16:00");
  await expect(journal).toContainText("fired");
  await page.getByRole("button", { name: /^Real:/ }).click();
  await expect(page.getByText("It was real, says Tom Okafor.")).toBeVisible();
});

test("a rule that could never fire is refused at its field; tried, it says what it would have done", async ({
  page,
}) => {
  await beAs(page, "Tom", app.base);
  await page.goto(`${app.base}/queue/alarms/new`);
  await page.getByLabel("Over at, open minutes").fill("30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It would be over at 30 while it fires above 15: give at most 15.")).toBeVisible();
  await page.getByLabel("Over at, open minutes").fill("5");
  const stale = page.getByLabel("Its state is held once data is older than, minutes");
  await expect(stale).toHaveValue("3");
  await stale.fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Its state is held once data is older than: at least 1 minute.")).toBeVisible();
  await stale.fill("10");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByText(/^In the last four weeks it would have fired \d+ times/)).toBeVisible();
  await page.getByLabel("Name").fill("Long waits, early");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Long waits, early" }).click();
  await expect(stale).toHaveValue("10");
});

test("whoever looks after knowledge sees alarms, but does not answer them or write rules", async ({ page }) => {
  await beAs(page, "Ines", app.base);
  await openFiring(page);
  await expect(page.getByRole("button", { name: /^Acknowledge/ })).toHaveCount(0);
  await page.goto(`${app.base}/queue/alarms`);
  await expect(page.getByRole("link", { name: "Add a rule" })).toHaveCount(0);
  const answer = await page.goto(`${app.base}/queue/alarms/new`);
  expect(answer?.status()).toBe(403);
});

test("the pages are accessible and fit a phone", async ({ page }) => {
  await beAs(page, "Tom", app.base);
  await openFiring(page);
  await expectAccessible(page);
  await expectToFitPhone(page);
  for (const path of ["/queue/alarms", "/queue/alarms/new"]) {
    await page.goto(app.base + path);
    await expectAccessible(page);
    await expectToFitPhone(page);
  }
});

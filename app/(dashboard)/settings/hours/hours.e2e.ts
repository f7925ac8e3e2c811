import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { becomeAdmin, expectAccessible } from "#app/testing/walk.ts";
import { savePage } from "#db/save-page.ts";
import { EXAMPLE } from "#lib/import/example.ts";
import { parseRecord } from "#lib/import/record.ts";

let app: OwnApp;
let page: Page;

test.describe.configure({ mode: "serial" });

/** A conversation handed to a team at 10:03 on a day of November 2026, and answered five minutes later. */
const send = async (id: string, day: string, team: string): Promise<void> => {
  const text = JSON.stringify({ ...EXAMPLE, source: "desk", id }).replaceAll("2026-11-02", day);
  const record = JSON.parse(text);
  for (const handoff of record.handoffs) handoff.to_team = team;
  const now = new Date();
  const parsed = parseRecord(record, { now: new Date("2026-12-01T00:00:00Z"), zone: "UTC", defaultSource: "desk" });
  if (!parsed.ok) throw new Error(parsed.reason);
  const items = [{ conversation: parsed.conversation, payload: text, eventId: id }];
  await savePage(app.db, { source: { key: "desk", kind: "import" }, items, now });
};

const waits = async () => {
  const rows = await app.db.$client<{ team: string; calendar: string; seconds: number }[]>`
    select team, calendar, wait_business_seconds as seconds from handoffs order by team, at`;
  return rows.map(({ team, calendar, seconds }) => `${team}: ${seconds} s, ${calendar}`);
};
const press = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const textbox = (name: string) => page.getByRole("textbox", { name, exact: true });
const said = () => page.getByRole("status").filter({ hasText: /\S/ });

test.beforeAll(async ({ browser }) => {
  app = await startOwnApp();
  await send("a", "2026-11-09", "billing");
  await send("b", "2026-11-10", "billing");
  await send("c", "2026-11-10", "technical");
  page = await (await browser.newContext()).newPage();
  await becomeAdmin(page, app.adminLink);
  const first = ["billing: 320 s, workspace 1", "billing: 320 s, workspace 1", "technical: 320 s, workspace 1"];
  await expect.poll(waits, { timeout: 20_000 }).toEqual(first);
});
test.afterAll(async () => {
  await page.close();
  await app.stop();
});

test("settings lead to the hours, and every queue keeps the workspace's", async () => {
  await page.goto(`${app.base}/settings`);
  await page.getByRole("link", { name: "opening hours" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Opening hours");
  await expect(page.getByLabel("Hours of Billing, desk", { exact: true })).toHaveValue("workspace");
  await expect(page.getByText("2 queues, and every new one")).toBeVisible();
  await expectAccessible(page);
});

test("new hours begin as the workspace's; what is no time is told, and what was typed stays", async () => {
  await page.getByLabel(/Name of new hours/).fill("Late");
  await press("Make new hours");
  await page.waitForURL(/hours\/late/);
  await textbox("Mon").fill("12-17, 22-6 next day");
  await textbox("Tue").fill("17-9");
  await textbox("Holds from").fill("2026-11-01");
  await press("Save the week");
  await expect(said()).toHaveText("Tue: “17-9” closes before it opens. For a night write 17:00–09:00 next day.");
  await expect(textbox("Mon")).toHaveValue("12-17, 22-6 next day");
  await expectAccessible(page);
  await textbox("Tue").fill("");
  await press("Save the week");
  await expect(said()).toHaveText("Saved.");
  await expect(textbox("Mon")).toHaveValue("12:00–17:00, 22:00–06:00 next day");
  await expect(page.getByText("from Sun 1 Nov 2026")).toBeVisible();
  await expectAccessible(page);
});

test("a queue is given other hours only after it was said how much is counted again", async () => {
  await page.getByRole("link", { name: "Opening hours" }).click();
  await page.getByLabel("Hours of Billing, desk", { exact: true }).selectOption("late");
  await press("Change hours of Billing, desk");
  await expect(said()).toContainText("This changes numbers of the past: 2 handoffs are counted again.");
  await expectAccessible(page);
  expect((await waits())[0]).toBe("billing: 320 s, workspace 1");
  await press("Change and count again");
  await expect(page.getByText("1 queue, and every new one")).toBeVisible();
  const now = ["billing: 0 s, late 2", "billing: 0 s, late 2", "technical: 320 s, workspace 1"];
  await expect.poll(waits, { timeout: 20_000 }).toEqual(now);
});

test("a holiday of the past is asked about, a public one to come is added with a click and drawn", async () => {
  await page.goto(`${app.base}/settings/hours/workspace`);
  await textbox("Date").fill("2026-11-10");
  await page.getByPlaceholder("Works outing").fill("Stocktaking");
  await press("Add the day");
  await expect(said().last()).toContainText("1 handoff is counted again.");
  await press("Change the past");
  await expect.poll(waits, { timeout: 20_000 }).toContain("technical: 0 s, workspace 2");
  await page.getByRole("combobox", { name: "Country", exact: true }).selectOption({ label: "Germany" });
  await press("Show");
  await page.getByRole("combobox", { name: "State", exact: true }).selectOption({ label: "Bayern" });
  await press("Show");
  await page
    .getByRole("button", { name: /^Add Christmas Day, / })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /^Remove Christmas Day, / })).toHaveCount(1);
  await expect(page.getByText("✓ in your list")).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "The next two weeks" })).toBeVisible();
  await expectAccessible(page);
});

test("an hour that the clock jumps over is refused with the date on which it does", async () => {
  await page.getByLabel("Date", { exact: true }).fill("2027-03-28");
  await page.getByLabel(/^Hours on that day/).fill("02:30–06:00 Europe/Berlin");
  await press("Add the day");
  await expect(said()).toHaveText("On Sun 28 Mar 2027 there is no 02:30: the clock goes from 02:00 to 03:00 at once.");
});

test("the page holds on a phone, and by keyboard alone", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await textbox("Sat").focus();
  await page.keyboard.type("10-14");
  await page.keyboard.press("Enter");
  await expect(said().last()).toContainText("Saved.");
  await expect(textbox("Sat")).toHaveValue("10:00–14:00");
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("hours that are removed leave their queues with the workspace's", async () => {
  await page.goto(`${app.base}/settings/hours/late`);
  await press("Remove these hours");
  await expect(said().last()).toContainText("2 handoffs are counted again");
  await press("Remove and count again");
  await page.waitForURL(/settings\/hours$/);
  await expect.poll(async () => (await waits())[0], { timeout: 20_000 }).toMatch(/^billing: 320 s, workspace/);
});

test("what knows the holidays of the world stays on the server", () => {
  const folder = join(".next", "static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  expect(files.length).toBeGreaterThan(3);
  const found = files.filter((name) => /Buß- und Bettag|astronomia/.test(readFileSync(join(folder, name), "utf8")));
  expect(found).toEqual([]);
});

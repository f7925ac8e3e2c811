import { expect, type Page, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { at, becomeAdmin, enterAsAdmin, expectAccessible, expectToFitPhone } from "#app/testing/walk.ts";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";

const PAST = 60;

let app: OwnApp;
let fake: FakeChatwoot;
let page: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  fake = await startFakeChatwoot({ conversations: PAST, now: new Date(), isRunning: true });
  app = await startOwnApp();
  page = await (await browser.newContext()).newPage();
  page.on("dialog", (dialog) => dialog.accept());
  await becomeAdmin(page, app.adminLink);
});
test.afterAll(async () => {
  await page.close();
  await app.stop();
  await fake.close();
});

const heading = () => page.getByRole("heading", { level: 1 });
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const count = async (table: string): Promise<number> => {
  const [row] = await app.db.$client<{ n: number }[]>`select count(*)::int as n from ${app.db.$client(table)}`;
  return row?.n ?? 0;
};

test("a wrong key is told in a sentence within the check's time, and the right one connects", async () => {
  await page.goto(`${app.base}/sources`);
  await page.getByRole("link", { name: "Connect Chatwoot" }).click();
  await page.getByLabel("Address").fill(fake.url);
  await page.getByLabel("Account id").fill(String(fake.accountId));
  await page.getByLabel("Access token").fill("wrong-token");
  await page.getByLabel("Webhook secret").fill(fake.webhookSecret);
  await expectAccessible(page);
  await expectToFitPhone(page);
  await press("Connect");
  await expect(heading()).toHaveText("chatwoot: not connected");
  await expect(page.getByRole("alert").first()).toHaveText(/refused the access token/);
  await expectAccessible(page);
  await expectToFitPhone(page);
  await page.getByLabel("Access token").fill(fake.token);
  await press("Save and check");
  await expect(heading()).toHaveText("chatwoot: up to date", { timeout: 30_000 });
});

test("the past is read to its end, and what lets us in is nowhere to be seen", async () => {
  const reading = page.locator("tr", { hasText: "the past, for the first time" });
  await expect(reading).toContainText(`${PAST} read`, { timeout: 60_000 });
  await expect.poll(() => count("episodes"), { timeout: 15_000 }).toBeGreaterThanOrEqual(PAST);
  const html = await page.content();
  for (const secret of [fake.token, fake.webhookSecret, "wrong-token"]) expect(html).not.toContain(secret);
  const stored = await app.db.$client`select * from secrets, sources`;
  expect(JSON.stringify(stored)).not.toContain(fake.token);
});

test("after how much silence an episode is over is agreed for each source, and its conversations are counted again", async () => {
  await page.getByLabel("Messaging").fill("0");
  await press("Save");
  await expect(page.getByLabel("Messaging")).toHaveJSProperty("validity.rangeUnderflow", true);
  await page.getByLabel("Messaging").fill("48");
  await press("Save");
  await expect(page.getByText(/^Saved; [1-9]\d* conversations are counted again/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Messaging")).toHaveValue("48");
});

test("a webhook brings a conversation into the numbers within five seconds, delivered five times and out of order", async () => {
  await expect(heading()).toHaveText("chatwoot: up to date");
  const before = await count("conversations");
  fake.webhooks.subscribe(`${app.base}/api/webhooks/chatwoot`);
  const id = fake.act({ type: "new_conversation", text: "Where is my parcel?" }).conversation;
  fake.act({ type: "handoff", conversation: id ?? 0 });
  const sent = await fake.webhooks.deliver({ copies: 5, isShuffled: true });
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
  const assessed = () => app.db.$client`
    select from handoffs join conversations using (conversation_id) where external_id = ${String(id)}`;
  await expect.poll(async () => (await assessed()).length, { timeout: 5000, intervals: [100] }).toBe(1);
  expect(await count("conversations")).toBe(before + 1);
});

test("a storm of 429 and a vendor that is down are told while they last, and are over with the next answer", async () => {
  fake.faults.add({ kind: "429", retryAfter: "2", times: 100_000 });
  await press("Read now");
  await expect(heading()).toHaveText("chatwoot: cannot be read", { timeout: 15_000 });
  await expect(page.getByRole("alert").first()).toContainText("asking for fewer requests");
  fake.faults.clear();
  await expect(heading()).toHaveText("chatwoot: up to date", { timeout: 30_000 });
  fake.faults.add({ kind: "503", times: 100_000 });
  await press("Read now");
  await expect(page.getByRole("alert").first()).toContainText("503", { timeout: 30_000 });
  await expectToFitPhone(page);
  fake.faults.clear();
  await press("Try now");
  await expect(heading()).toHaveText("chatwoot: up to date", { timeout: 60_000 });
});

test("every page says when a source is late", async () => {
  await press("Pause");
  await expect(heading()).toHaveText("chatwoot: paused");
  await app.db.$client`update sources set watermark_at = now() - interval '11 minutes'`;
  await page.goto(`${app.base}/weekly`);
  await expect(page.getByText(/Data of chatwoot is complete until/)).toBeVisible();
  await page.goto(`${app.base}/sources/chatwoot`);
  await press("Resume");
  await expect(heading()).toHaveText("chatwoot: up to date", { timeout: 15_000 });
  await page.goto(`${app.base}/weekly`);
  await expect(page.getByText(/is complete until/)).toHaveCount(0);
});

test("what was refused is fetched again with one click", async () => {
  const source = await app.db.$client<{ id: string }[]>`select id from sources`;
  await app.db
    .$client`insert into refused_records (id, source_id, external_id, file_name, line, field, reason, payload, refused_at)
    values ('r1', ${source[0]?.id ?? ""}, '1', 'chatwoot', 0, 'messages', 'has no author', '{}', now())`;
  await page.goto(`${app.base}/sources/chatwoot`);
  await expect(page.getByRole("heading", { name: "1 refused" })).toBeVisible();
  await expectToFitPhone(page);
  await press("Fetch again");
  await expect(page.getByRole("heading", { name: "1 refused" })).toHaveCount(0, { timeout: 15_000 });
});

test("the list shows it, what is left out is openable, and removed with its conversations nothing is left", async () => {
  await page.goto(`${app.base}/sources`);
  await expect(page.getByRole("row", { name: /chatwoot/ })).toContainText(String(await count("conversations")));
  await expectAccessible(page);
  await expectToFitPhone(page);
  await page.getByRole("link", { name: "chatwoot", exact: true }).click();
  await page.getByLabel("Type chatwoot to confirm").fill("chatwot");
  await press("Remove with its conversations");
  await expect(page.getByText("Type chatwoot to remove it.")).toBeVisible();
  await page.getByLabel("Type chatwoot to confirm").fill("chatwoot");
  await press("Remove with its conversations");
  await expect(page.getByText("Nothing is connected and nothing has come in yet.")).toBeVisible({ timeout: 15_000 });
  for (const table of ["conversations", "messages", "episodes", "handoffs", "secrets", "sources"])
    expect({ table, rows: await count(table) }).toEqual({ table, rows: 0 });
});

test("a sender of one's own gets a secret, once, and a new one when asked", async () => {
  await page.getByRole("link", { name: "Send your own" }).click();
  await page.getByLabel("Name here").fill("My Bot");
  await press("Connect");
  await expect(page.getByLabel("Shown once")).toHaveCount(0);
  await page.getByLabel("Name here").fill("my-bot");
  await press("Connect");
  const first = await page.getByLabel("Shown once").inputValue();
  expect(first).toMatch(/^whsec_/);
  await page.goto(`${app.base}/sources/my-bot`);
  await expect(heading()).toHaveText("my-bot: takes what is sent");
  expect(await page.content()).not.toContain(first);
  await press("New signing secret");
  await expect(page.getByLabel("Shown once")).toHaveValue(/^whsec_/);
  await expectAccessible(page);
  await expectToFitPhone(page);
  // Nobody tries to read it.
  const [stored] = await app.db.$client`select last_error, failing_since from sources`;
  expect(stored).toEqual({ last_error: null, failing_since: null });
});

test("on a phone the page that is open stands in the strip of pages", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${app.base}/settings`);
  await expect(page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Settings" })).toBeInViewport({
    ratio: 0.95,
  });
});

test("on a phone a table is read block by block, and stays a table to whoever listens", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${app.base}/sources`);
  const table = page.getByRole("table").first();
  await expect(table.getByRole("columnheader")).toHaveText([
    "Name",
    "State",
    "Complete until",
    "Conversations",
    "To fetch",
    "Refused",
    "Requests left",
    "Last received",
  ]);
  await expect(table.getByRole("row", { name: /my-bot/ }).getByRole("cell")).toHaveCount(8);
  await expectAccessible(page);
});

test("on a phone nothing of the demo's sources lies beyond the edge", async ({ page: demo }) => {
  await enterAsAdmin(demo);
  await demo.goto(at("/sources"));
  await expectToFitPhone(demo);
  const lists = demo.locator("a[href^='/sources/left-out/']");
  const paths = await lists.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    await demo.goto(at(path));
    await expect(demo.getByRole("row").nth(1)).toBeVisible();
    await expectToFitPhone(demo);
  }
});

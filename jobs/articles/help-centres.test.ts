import { afterEach, beforeEach, expect, test } from "vitest";
import { articleCollections } from "#db/articles.ts";
import { addConnection, disconnectSource, removeSource, saveCheck } from "#db/connections.ts";
import { moveSource } from "#db/sources.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import { fakeArticle } from "#jobs/connectors/chatwoot/testing/help-centre.ts";
import { readHelpCentres } from "./help-centres.ts";

const held = testDb();
const START = Date.parse("2026-11-20T10:00:00Z");
const HOUR = 3_600_000;
let fake: FakeChatwoot;
let id = "";
let clock = START;

const look = (later = HOUR) => {
  clock += later;
  return readHelpCentres(held.db, { now: () => new Date(clock), signal: new AbortController().signal });
};
const stored = () =>
  held.db.$client`select external_id as id, title, body, url, language, changed_at as changed,
    removed_at is not null as gone from articles order by external_id::int`;
const portal = () => {
  const [one] = fake.world.portals;
  if (!one) throw new Error("there is no portal");
  return one;
};

beforeEach(async () => {
  await held.db.$client`truncate sources, secrets, article_collections, articles, workspaces`;
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date(START) });
  fake = await startFakeChatwoot({ conversations: 1 });
  clock = START;
  const settings = { address: fake.url, accountId: String(fake.accountId) };
  const given = { key: "chat", kind: "chatwoot", settings, secrets: { token: fake.token }, backfillFrom: null };
  id = await addConnection(held.db, { ...given, now: new Date(START) });
  await saveCheck(held.db, id, { account: "Marlow" });
});
afterEach(() => fake.close());

test("published articles are read as text, with address and language; drafts and archived ones are not there", async () => {
  portal().articles.push(fakeArticle(4, { status: "archived" }));
  expect(await look()).toEqual({ read: 1, failed: 0, changed: 2 });
  const site = `${fake.url}/hc/marlow-help/articles`;
  expect(await stored()).toEqual([
    {
      ...{ id: "1", title: "How long a refund takes", body: "Banks need three to five working days.", language: "en" },
      ...{ url: `${site}/1700000001-question-1`, changed: new Date("2026-10-01T08:00:01Z"), gone: false },
    },
    {
      ...{ id: "2", title: "Reset your password", body: "Press Forgot password.", language: "en" },
      ...{ url: `${site}/1700000002-question-2`, changed: new Date("2026-10-01T08:00:02Z"), gone: false },
    },
  ]);
  expect(await articleCollections(held.db)).toMatchObject([
    { name: "chat help centre", origin: "chatwoot", current: 2, error: null, lastReadAt: new Date(clock) },
  ]);
});

test("it is read once an hour: what changed is changed, what became a draft is gone, what was published comes", async () => {
  await look();
  const before = fake.log.length;
  expect(await look(0.5 * HOUR)).toEqual({ read: 0, failed: 0, changed: 0 });
  expect(fake.log.length).toBe(before);
  const [first, second, third] = portal().articles;
  if (!first || !second || !third) throw new Error("there are three");
  first.content = "Banks need a week.";
  first.updatedAt = Date.parse("2026-11-20T10:30:00Z");
  second.status = "archived";
  third.status = "published";
  expect(await look(0.5 * HOUR)).toEqual({ read: 1, failed: 0, changed: 3 });
  expect(await stored()).toMatchObject([
    { body: "Banks need a week.", changed: new Date("2026-11-20T10:30:00Z"), gone: false },
    { id: "2", gone: true },
    { id: "3", title: "Gift cards", gone: false },
  ]);
});

test("all pages of all portals are read, and none of an archived portal", async () => {
  portal().articles = Array.from({ length: 60 }, (_, i) => fakeArticle(i + 1));
  const own = { ...portal(), id: 2, slug: "own", customDomain: "help.marlow.example", articles: [fakeArticle(100)] };
  fake.world.portals.push(own, { ...own, id: 3, slug: "old", isArchived: true, articles: [fakeArticle(200)] });
  await look();
  const rows = await stored();
  expect(rows.map((row) => row["id"])).toEqual([...Array.from({ length: 60 }, (_, i) => `${i + 1}`), "100"]);
  expect(rows.at(-1)?.["url"]).toBe("https://help.marlow.example/hc/own/articles/1700000100-question-100");
});

test("a failure is a sentence on the collection, the articles stay, and the next look puts it right", async () => {
  await look();
  fake.faults.add({ kind: "503", times: 10, path: "portals" });
  expect(await look()).toEqual({ read: 0, failed: 1, changed: 0 });
  const [failed] = await articleCollections(held.db);
  expect(failed).toMatchObject({ current: 2, lastReadAt: new Date(START + HOUR) });
  expect(failed?.error).toMatch(/503/);
  fake.faults.clear();
  expect(await look(HOUR / 6)).toMatchObject({ read: 1, changed: 0 });
  expect(await articleCollections(held.db)).toMatchObject([{ error: null, current: 2 }]);
});

test("a page that cannot be read changes nothing", async () => {
  await look();
  fake.drift({ lost: ["status"] });
  expect(await look()).toMatchObject({ failed: 1 });
  expect((await articleCollections(held.db))[0]).toMatchObject({
    ...{ current: 2, removed: 0, error: "Chatwoot's answer for its articles cannot be read." },
  });
});

test("where there is no help centre there is no collection; one that is gone says so and keeps its articles", async () => {
  const portals = fake.world.portals;
  fake.world.portals = [];
  expect(await look()).toEqual({ read: 0, failed: 0, changed: 0 });
  expect(await articleCollections(held.db)).toEqual([]);
  fake.world.portals = portals;
  await look();
  fake.world.portals = [];
  await look();
  expect(await articleCollections(held.db)).toMatchObject([
    { current: 2, error: "The help centre is gone, or hidden from us." },
  ]);
});

test("a paused source is not asked; a removed one takes its articles along, a disconnected one leaves them", async () => {
  await look();
  await moveSource(held.db, id, ["active"], "paused");
  expect(await look()).toMatchObject({ read: 0 });
  await disconnectSource(held.db, id);
  expect(await articleCollections(held.db)).toMatchObject([
    { current: 2, error: "The connection that these were read by is gone: they stay as they are." },
  ]);
  await held.db.$client`update article_collections set source_id = ${id}`;
  await held.db.$client`update sources set state = 'removing'`;
  await removeSource(held.db, id);
  expect(await articleCollections(held.db)).toEqual([]);
  expect(await stored()).toEqual([]);
});

import { beforeEach, describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { addConnection, changeConnection, disconnectSource } from "#db/connections.ts";
import { saveHint } from "#db/hints.ts";
import { latestReadings } from "#db/readings.ts";
import { dueSources, freshness, moveSource, pollProgress, saveTrouble, sourceById } from "#db/sources.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { failingDb, isKill } from "#db/testing/failpoints.ts";
import { createWorkspace } from "#db/workspace.ts";
import { HttpError } from "#jobs/connectors/connector.ts";
import { POLL_SECONDS, syncSource } from "#jobs/sync.ts";
import { type Change, Vendor } from "#jobs/testing/vendor.ts";
import { sourceId as sourceIdOf } from "#lib/import/ids.ts";

const held = testDb();
const START = Date.parse("2026-11-20T10:00:00Z");
const SECOND = 1000;
const ID = sourceIdOf("desk");

const TABLES =
  "conversations assessments messages raw_payloads data_defects sources source_readings source_hints webhook_deliveries secrets refused_records workspaces";

const reset = async () => {
  await held.db.$client.unsafe(`truncate ${TABLES.split(" ").join(", ")}`);
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date(START) });
};
beforeEach(reset);

const connect = (vendor: Vendor, backfillFrom: Date | null = null) => {
  vendor.clock = START;
  return addConnection(held.db, {
    key: "desk",
    kind: "test",
    settings: {},
    secrets: { token: "s3cret" },
    backfillFrom,
    now: new Date(START),
  });
};

type Turn = { db?: Db; lookback?: number; step?: () => void };
const turn = (vendor: Vendor, { db = held.db, ...more }: Turn = {}) =>
  syncSource(db, ID, {
    now: () => new Date(vendor.clock),
    signal: new AbortController().signal,
    connectorFor: () => vendor.connector(more),
  });

const change = (id: string, second: number, more: Partial<Change> = {}): Change => {
  const at = START + second * SECOND;
  return { id, at, visibleAt: at, text: `${id} at ${second}`, ...more };
};

const texts = async () =>
  (await held.db.$client<{ text: string }[]>`select text from messages order by 1`).map(({ text }) => text);
const expected = (vendor: Vendor) =>
  vendor
    .visible()
    .filter(({ isPoison, isGone }) => !isPoison && !isGone)
    .map(({ text }) => text)
    .sort();

describe("the life of a connection", () => {
  test("new credentials are checked first: good ones make it active, bad ones say in a sentence what is wrong", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    vendor.problem = new HttpError(401, "The credentials are not accepted.");
    await turn(vendor);
    expect(await sourceById(held.db, ID)).toMatchObject({
      state: "refused",
      lastError: "The credentials are not accepted.",
    });
    vendor.problem = null;
    await changeConnection(held.db, ID, { settings: {}, secrets: { token: "better" }, now: new Date(START) });
    await turn(vendor);
    expect(await sourceById(held.db, ID)).toMatchObject({ state: "active", account: "Acme", lastError: null });
  });

  test("what fails is noted with its reason and tried later, never more than five minutes; then all is well again", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    await turn(vendor);
    vendor.problem = new HttpError(503, "It answers with an error (503).");
    for (let i = 0; i < 12; i++) await turn(vendor);
    const failing = await sourceById(held.db, ID);
    expect(failing).toMatchObject({ failures: 12, lastError: "It answers with an error (503)." });
    expect((failing?.retryAt?.getTime() ?? 0) - START).toBe(300_000);
    expect(await dueSources(held.db, new Date(START + 299_000), POLL_SECONDS)).toEqual([]);
    vendor.problem = null;
    vendor.clock += 300_000;
    await turn(vendor);
    expect(await sourceById(held.db, ID)).toMatchObject({ failures: 0, failingSince: null, lastError: null });
  });

  test("what is waited for is told meanwhile, and is over with the first page that comes", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    await turn(vendor);
    await saveTrouble(held.db, ID, "The vendor asks for fewer requests.", new Date(START));
    await saveTrouble(held.db, ID, "The vendor answered 503.", new Date(START + SECOND));
    expect(await sourceById(held.db, ID)).toMatchObject({
      lastError: "The vendor answered 503.",
      failingSince: new Date(START),
    });
    await held.db.$client.begin(pollProgress(ID, { cursor: {}, completeUntil: null }));
    expect(await sourceById(held.db, ID)).toMatchObject({ lastError: null, failingSince: null });
  });

  test("a paused source is not asked, and goes on where it was", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    await turn(vendor);
    await turn(vendor);
    await moveSource(held.db, ID, ["active"], "paused");
    vendor.asked = 0;
    vendor.changes.push(change("a", 5));
    vendor.clock += 3600 * SECOND;
    await turn(vendor);
    expect([vendor.asked, await texts()]).toEqual([0, []]);
    await moveSource(held.db, ID, ["paused"], "active");
    await turn(vendor);
    expect(await texts()).toEqual(["a at 5"]);
  });

  test("removed, its data goes with it; disconnected, its data stays and its credentials go", async () => {
    const vendor = new Vendor();
    vendor.changes.push(change("a", -10));
    await connect(vendor, new Date(START - 3600 * SECOND));
    await turn(vendor);
    await turn(vendor);
    await disconnectSource(held.db, ID);
    expect(await held.db.$client`select from secrets`).toHaveLength(0);
    expect(await texts()).toEqual(["a at -10"]);
    await moveSource(held.db, ID, ["active"], "removing");
    await turn(vendor);
    const contents = await contentsOf(held.db);
    expect(Object.values(contents).flat()).toEqual([]);
    expect(await sourceById(held.db, ID)).toBeNull();
  });

  test("credentials are stored encrypted and stand nowhere in the clear", async () => {
    await connect(new Vendor());
    const rows = await held.db.$client`select to_jsonb(s)::text as row from secrets s`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("s3cret");
  });
});

describe("what is read", () => {
  test("live comes before the past, and progress is told", async () => {
    const vendor = new Vendor();
    for (let i = 1; i <= 12; i++) vendor.changes.push(change(`p${i}`, -i * 100));
    await connect(vendor, new Date(START - 3600 * SECOND));
    await turn(vendor);
    vendor.changes.push(change("live", 1));
    vendor.clock += 2 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual(expected(vendor));
    expect(await latestReadings(held.db, ID)).toMatchObject([{ reason: "backfill", done: 12 }]);
    expect((await latestReadings(held.db, ID))[0]?.finishedAt).not.toBeNull();
  });

  test("poison blocks nothing, is kept with its reason, and is taken once it is mended", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    await turn(vendor);
    vendor.changes.push(change("a", 1), change("bad", 2, { isPoison: true }), change("c", 3));
    vendor.clock += 10 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual(["a at 1", "c at 3"]);
    const open = () => held.db.$client`select external_id, reason from refused_records where resolved_at is null`;
    expect(await open()).toMatchObject([{ external_id: "bad", reason: expect.stringContaining("poison") }]);
    vendor.changes.push(change("bad", 20));
    vendor.clock += 60 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual(["a at 1", "bad at 20", "c at 3"]);
    expect(await open()).toEqual([]);
  });

  test.each([
    ["one", "two"],
    ["two", "one"],
  ])("written again within the second, or seen late: %s gives way to %s", async (before, after) => {
    const vendor = new Vendor();
    vendor.changes.push(
      change("a", 1, { text: before }),
      change("a", 1, { text: after, visibleAt: START + 30 * SECOND }),
    );
    await connect(vendor);
    await turn(vendor);
    vendor.clock += 2 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual([before]);
    vendor.clock += 60 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual([after]);
  });

  test("deleted at the vendor, erased here, also when it is sent again", async () => {
    const vendor = new Vendor();
    vendor.changes.push(change("a", -10, { text: "my secret" }));
    await connect(vendor, new Date(START - 3600 * SECOND));
    await turn(vendor);
    await turn(vendor);
    vendor.changes.push(change("a", 5, { isGone: true }));
    vendor.clock += 61 * SECOND;
    await turn(vendor);
    vendor.changes.push(change("a", 70, { text: "my secret" }));
    vendor.clock += 120 * SECOND;
    await turn(vendor);
    expect(JSON.stringify(await contentsOf(held.db))).not.toContain("my secret");
  });

  test("a hint is fetched at once; one that is faster than what it tells of is tried again", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    await turn(vendor);
    await turn(vendor);
    vendor.changes.push(change("w", 1, { visibleAt: START + 9 * SECOND }));
    vendor.clock += 2 * SECOND;
    const hint = { sourceId: ID, externalId: "w", deliveryId: "d1", now: new Date(vendor.clock) };
    expect([await saveHint(held.db, hint), await saveHint(held.db, hint)]).toEqual([true, false]);
    await turn(vendor);
    expect(await texts()).toEqual([]);
    vendor.clock += 8 * SECOND;
    await turn(vendor);
    expect(await texts()).toEqual(["w at 1"]);
    expect(await held.db.$client`select from source_hints`).toHaveLength(0);
  });

  test("the watermark follows complete polls only, and the app says what is late", async () => {
    const vendor = new Vendor();
    await connect(vendor);
    await turn(vendor);
    await turn(vendor);
    expect(await freshness(held.db, new Date(START))).toMatchObject({ until: new Date(START), late: [] });
    vendor.problem = new HttpError(500, "It answers with an error (500).");
    vendor.clock += 3600 * SECOND;
    await turn(vendor);
    expect(await freshness(held.db, new Date(vendor.clock))).toMatchObject({
      until: new Date(START),
      late: [{ key: "desk", until: new Date(START) }],
    });
  });
});

const ENDS = 330;

/** Ten conversations over five minutes: some written again, some that show late, one poison, one deleted. */
const story = (): Vendor => {
  const vendor = new Vendor();
  for (let i = 0; i < 10; i++) {
    vendor.changes.push(change(`c${i}`, i * 30, i % 6 === 0 ? { visibleAt: START + (i * 30 + 45) * SECOND } : {}));
    if (i % 5 === 0) vendor.changes.push(change(`c${i}`, i * 30 + 47));
  }
  vendor.changes.push(change("poison", 100, { isPoison: true }), change("c3", 200, { isGone: true }));
  return vendor;
};

const live = async (vendor: Vendor, options: Turn = {}) => {
  for (let second = 0; second <= ENDS; second += 55) {
    vendor.clock = START + second * SECOND;
    await turn(vendor, options);
  }
};

const compared = async () => {
  const { conversations, messages, raw_payloads: payloads } = await contentsOf(held.db);
  const refused = await held.db.$client`select external_id from refused_records`;
  return { conversations, messages, payloads: payloads?.length, refused };
};

describe("killed anywhere", () => {
  test("at every step of a source's life, nothing is lost, doubled or stale", { timeout: 170_000 }, async () => {
    const whole = story();
    await connect(whole);
    await live(whole);
    const truth = await compared();
    expect(await texts()).toEqual(expected(whole));
    expect(truth.refused).toHaveLength(1);

    await reset();
    const counted = failingDb(held.db, Number.POSITIVE_INFINITY);
    const again = story();
    await connect(again);
    await live(again, { db: counted.db, step: counted.step });
    const steps = counted.steps();
    expect(steps).toBeGreaterThan(100);
    expect(await compared()).toEqual(truth);

    for (let at = 1; at <= steps; at++) {
      await reset();
      const vendor = story();
      await connect(vendor);
      const dying = failingDb(held.db, at);
      await live(vendor, { db: dying.db, step: dying.step }).catch((error: unknown) => {
        if (!isKill(error)) throw error;
      });
      // It was killed at some second; the next process goes on from there.
      for (let second = (vendor.clock - START) / SECOND; second <= ENDS + 120; second += 55) {
        vendor.clock = START + second * SECOND;
        await turn(vendor);
      }
      expect({ at, ...(await compared()) }).toEqual({ at, ...truth });
    }
  });

  test("the check can fail: without a lookback it finds what was lost", async () => {
    const vendor = story();
    await connect(vendor);
    await live(vendor, { lookback: 0 });
    expect(await texts()).not.toEqual(expected(vendor));
  });

  test("two workers at once read everything once", async () => {
    const vendor = story();
    await connect(vendor);
    for (let second = 0; second <= ENDS + 120; second += 55) {
      vendor.clock = START + second * SECOND;
      await Promise.all([turn(vendor), turn(vendor)]);
    }
    expect(await texts()).toEqual(expected(vendor));
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { changeConnection, disconnectSource } from "#db/connections.ts";
import { saveHint } from "#db/hints.ts";
import { latestReadings } from "#db/readings.ts";
import { dueSources, freshness, moveSource, pollProgress, saveTrouble, sourceById } from "#db/sources.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { HttpError } from "#jobs/connectors/connector.ts";
import { POLL_SECONDS } from "#jobs/sync.ts";
import { change, deskOf, expected, ID, SECOND, START } from "#jobs/testing/desk.ts";
import { Vendor } from "#jobs/testing/vendor.ts";

const held = testDb();
const { reset, connect, turn, texts } = deskOf(held);
beforeEach(reset);

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
    await changeConnection(held.db, ID, {
      settings: {},
      secrets: { token: "better" },
      isElsewhere: false,
      now: new Date(START),
    });
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

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addConnection, changeConnection } from "#db/connections.ts";
import { saveHint } from "#db/hints.ts";
import { askForReading, latestReadings, openReading } from "#db/readings.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { chatwoot } from "#jobs/connectors/chatwoot/connector.ts";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import { syncSource } from "#jobs/sync.ts";
import { change, deskOf, expected, ID, SECOND, START } from "#jobs/testing/desk.ts";
import { Vendor } from "#jobs/testing/vendor.ts";

const held = testDb();
const { reset, connect, turn, texts } = deskOf(held);
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

beforeEach(reset);

const askAgain = (from: number, to: number) =>
  askForReading(held.db, {
    sourceId: ID,
    reason: "asked",
    from: new Date(from),
    to: new Date(to),
    isReread: false,
    now: new Date(to),
  });

describe("a real vendor that lists no deletions", () => {
  const open: FakeChatwoot[] = [];
  afterAll(() => Promise.all(open.map((fake) => fake.close())));

  const now = (fake: FakeChatwoot) => new Date(fake.clock.now());
  const takeTurns = async (fake: FakeChatwoot): Promise<void> => {
    const { signal } = new AbortController();
    const access: typeof chatwoot.access = (settings) => ({ ...chatwoot.access(settings), perSecond: 10_000 });
    const connectorFor = () => ({ ...chatwoot, access });
    do await syncSource(held.db, ID, { now: () => now(fake), signal, connectorFor });
    while (await openReading(held.db, ID));
    await assessPending(held.db, { now: now(fake) });
  };

  /** Sixty conversations of two weeks, read and assessed; the newest holds a secret. */
  const read = async (): Promise<{ fake: FakeChatwoot; newest: number }> => {
    const fake = await startFakeChatwoot({ conversations: 60, weeks: 2, now: new Date(START), isRunning: true });
    open.push(fake);
    const newest = fake.world.conversations.at(-1)?.displayId ?? 0;
    fake.act({ type: "customer_message", conversation: newest, text: "My name is Rumpelstiltskin." });
    const settings = { address: fake.url, accountId: String(fake.accountId) };
    const secrets = { token: fake.token };
    const backfillFrom = new Date(START - 30 * DAY);
    const source = { key: "desk", kind: "chatwoot", settings, secrets, backfillFrom, now: now(fake) };
    await addConnection(held.db, source);
    await takeTurns(fake);
    await takeTurns(fake);
    return { fake, newest };
  };

  const askedByName = (fake: FakeChatwoot, since: number): string[] =>
    fake.log.slice(since).flatMap(({ url }) => /conversations\/(\d+)$/.exec(url)?.[1] ?? []);

  const isTold = async () => JSON.stringify(await contentsOf(held.db)).includes("Rumpelstiltskin");

  test("what was deleted with no word of it goes with the next sweep, and no byte of it stays", async () => {
    const { fake, newest } = await read();
    fake.act({ type: "delete", conversation: newest });
    fake.clock.advance(DAY - HOUR);
    await takeTurns(fake);
    expect(await isTold()).toBe(true);
    fake.clock.advance(2 * HOUR);
    const before = fake.log.length;
    await takeTurns(fake);
    expect((await latestReadings(held.db, ID))[0]).toMatchObject({ reason: "nightly", finishedAt: expect.any(Date) });
    expect(askedByName(fake, before).filter((id) => id === String(newest))).toHaveLength(1);
    const contents = await contentsOf(held.db);
    expect(await isTold()).toBe(false);
    expect(contents["conversations"]).toHaveLength(60);
    const left = await held.db
      .$client`select from sightings s join conversations c using (conversation_id) where c.deleted`;
    expect(left).toHaveLength(0);
  });

  test("a page that is repeated hides another: what was on that one is asked for, and stays as it is", async () => {
    const { fake } = await read();
    const before = await contentsOf(held.db);
    await askAgain(START - 30 * DAY, START);
    fake.faults.add({ kind: "repeat", path: "sort_by=created_at_asc&page=2" });
    const since = fake.log.length;
    await takeTurns(fake);
    const lists = fake.log.slice(since).filter(({ url }) => url.includes("sort_by"));
    expect(lists.some(({ fault }) => fault === "repeat")).toBe(true);
    const last = fake.log.findLastIndex(({ url }) => url.includes("sort_by"));
    expect(askedByName(fake, last).length).toBeGreaterThan(10);
    expect(await contentsOf(held.db)).toEqual(before);
  });

  test("when all is listed a sweep asks for nobody by name twice", async () => {
    const { fake } = await read();
    await askAgain(START - 30 * DAY, START);
    const since = fake.log.length;
    await takeTurns(fake);
    const named = askedByName(fake, since);
    expect(named).toHaveLength(60);
    expect(new Set(named).size).toBe(60);
  });
});

describe("what is stored and not listed", () => {
  const COUNT = 60;
  const all = Array.from({ length: COUNT }, (_, i) => `c${i}`);

  /** Sixty conversations that are stored, and a reading of their time that is asked for. */
  const stored = async (): Promise<Vendor> => {
    const vendor = new Vendor();
    all.forEach((id, i) => void vendor.changes.push(change(id, -COUNT + i)));
    await connect(vendor, new Date(START - HOUR));
    await turn(vendor);
    await turn(vendor);
    vendor.clock += HOUR;
    await turn(vendor);
    vendor.clock += SECOND;
    await askAgain(START - HOUR, vendor.clock);
    return vendor;
  };
  const leaveOut = (vendor: Vendor, ids: readonly string[]) => {
    for (const one of vendor.changes) if (ids.includes(one.id)) one.isUnlisted = true;
  };
  const isOver = async () => (await openReading(held.db, ID)) === null;

  test("an empty list erases nobody: each is asked for once, and is there", async () => {
    const vendor = await stored();
    leaveOut(vendor, all);
    await turn(vendor);
    expect(vendor.named).toEqual(all);
    expect([await texts(), await isOver()]).toEqual([expected(vendor), true]);
  });

  test("who is hidden from us is asked for once, and stays", async () => {
    const vendor = await stored();
    leaveOut(vendor, all);
    vendor.hidden = new Set(all);
    await turn(vendor);
    expect(vendor.named).toEqual(all);
    expect([await texts(), await isOver()]).toEqual([expected(vendor), true]);
  });

  test("a clock that is set back meanwhile asks for nobody again", async () => {
    const vendor = await stored();
    leaveOut(vendor, all);
    const step = () => {
      vendor.clock -= SECOND;
    };
    await turn(vendor, { step });
    expect(vendor.named).toEqual(all);
    expect([await texts(), await isOver()]).toEqual([expected(vendor), true]);
  });

  test("a vendor that fails meanwhile has said nothing", async () => {
    const vendor = await stored();
    leaveOut(vendor, all);
    vendor.changes.push(change("c30", 1, { isGone: true, isUnlisted: true }));
    vendor.failsFrom = vendor.asked + 10;
    await turn(vendor);
    expect(await texts()).toHaveLength(COUNT);
    expect(await isOver()).toBe(false);
    vendor.failsFrom = Number.POSITIVE_INFINITY;
    await turn(vendor);
    expect([await texts(), await isOver()]).toEqual([expected(vendor), true]);
    expect(await texts()).toHaveLength(COUNT - 1);
  });

  test("what is told of comes before a flood of them", async () => {
    const vendor = await stored();
    leaveOut(vendor, all);
    const hint = { sourceId: ID, externalId: "c59", deliveryId: "d1", now: new Date(vendor.clock) };
    let isTold = false;
    let told: Promise<boolean> | null = null;
    await turn(vendor, {
      step: () => {
        if (vendor.named.length === 5 && !isTold) told = saveHint(held.db, hint);
        isTold ||= told !== null;
      },
    });
    expect(await told).toBe(true);
    expect(vendor.named.indexOf("c59")).toBeLessThan(30);
  });

  test("another account that does not have them erases nobody", async () => {
    const vendor = await stored();
    const there = expected(vendor);
    vendor.changes.length = 0;
    const now = new Date(vendor.clock);
    const settings = { address: "elsewhere" };
    await changeConnection(held.db, ID, { settings, secrets: {}, isElsewhere: true, now });
    await turn(vendor);
    await turn(vendor);
    expect([vendor.named, await texts(), await isOver()]).toEqual([[], there, true]);
  });

  test("two workers at once erase what is gone, and nothing else", async () => {
    const vendor = await stored();
    leaveOut(vendor, all.slice(30));
    vendor.changes.push(change("c7", 1, { isGone: true, isUnlisted: true }));
    vendor.changes.push(change("c40", 1, { isGone: true, isUnlisted: true }));
    await Promise.all([turn(vendor), turn(vendor)]);
    await turn(vendor);
    expect([await texts(), await isOver()]).toEqual([expected(vendor), true]);
    expect(await texts()).toHaveLength(COUNT - 2);
  });
});

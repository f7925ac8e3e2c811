import { beforeAll, describe, expect, test } from "vitest";
import { queueHours } from "#db/hours.ts";
import { listCount } from "#db/metrics/list.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import { testDb } from "#db/testing/db.ts";
import { tellHanded } from "#db/testing/handed.ts";
import { createWorkspace } from "#db/workspace.ts";
import { hoursOf } from "#lib/alarms/intervals.ts";
import { SLOT_MS, slotsOf, slotText } from "#lib/alarms/slots.ts";
import { parseFilters } from "#lib/filters.ts";
import { parseNarrow } from "#lib/narrowing.ts";
import { at } from "#lib/testing/build.ts";
import { intervalsByQueue, intervalsOfAll } from "./intervals.ts";
import { waitingNow } from "./waiting-now.ts";

const held = testDb();
const DATE = at("00:00").toISOString().slice(0, 10);
const now = at("11:10");
const filters = parseFilters({ from: DATE, to: DATE }, { now, zone: "UTC" });
const context = async () => ({ now, until: now, hours: await queueHours(held.db) });

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Desk", zone: "UTC", mode: "own", now: at("08:00") });
  await tellHanded(
    held.db,
    now,
    { i: 1, handedAt: "10:01", answeredAt: "10:04" },
    { i: 2, handedAt: "10:02", answeredAt: "10:20" },
    { i: 3, handedAt: "10:14", answeredAt: "10:16" },
    { i: 4, handedAt: "10:40", promised: 300 },
    { i: 5, team: "tax", handedAt: "11:08", promised: 600 },
    { i: 6, team: "tax", handedAt: "08:30", answeredAt: "09:10" },
    { i: 7, handedAt: "10:15", answeredAt: "10:15:30" },
    { i: 8, team: null, handedAt: "11:09" },
  );
});

const at15 = async (time: string) =>
  (await intervalsOfAll(held.db, filters, await context())).find(({ slot }) => slot.getTime() === at(time).getTime());

describe("by hand", () => {
  test("an interval owns what was handed over in it, whenever it was answered", async () => {
    expect(await at15("10:00")).toMatchObject({ offered: 3, inTarget: 2, left: 0, isProvisional: false });
    expect(await at15("10:00")).toMatchObject({ carried: 0, people: 1, serviceLevel: { part: 2, n: 3 } });
  });

  test("who was waiting when it began is carried over, and the longest wait is that of its end or of one that ended", async () => {
    // At 10:15 the second has waited 13 minutes, and by its answer in the next interval 18.
    expect(await at15("10:00")).toMatchObject({ oldestSeconds: 780 });
    expect(await at15("10:15")).toMatchObject({ carried: 2, oldestSeconds: 1080, offered: 1 });
    expect(await at15("10:30")).toMatchObject({ carried: 0, oldestSeconds: 300, offered: 1 });
  });

  test("only open hours count in how long, and what was handed over while closed is in no service level", async () => {
    expect(await at15("08:30")).toMatchObject({ offered: 1, serviceLevel: { part: 0, n: 0 }, oldestSeconds: 0 });
    expect(await at15("09:00")).toMatchObject({ carried: 1, oldestSeconds: 600, people: 1 });
  });

  test("who waits for less than the target is pending, and for longer a miss; both can still change", async () => {
    expect(await at15("11:00")).toMatchObject({ offered: 2, serviceLevel: { part: 0, n: 0 }, isProvisional: true });
    expect(await at15("10:30")).toMatchObject({ serviceLevel: { part: 0, n: 1 }, isProvisional: true });
  });

  test("intervals that have not begun are not there", async () => {
    const all = await intervalsOfAll(held.db, filters, await context());
    expect(all.at(-1)?.slot).toEqual(at("11:00"));
    expect(all).toHaveLength(45);
  });
});

test("each number of an interval is that of the list which its cell opens", async () => {
  for (const one of await intervalsOfAll(held.db, filters, await context())) {
    const slot = slotText(one.slot);
    const count = (narrow: Record<string, string>) =>
      listCount(held.db, "handoffs", filters, { only: "whole", narrow: parseNarrow({ slot, ...narrow }) });
    expect(await count({ stands: "offered" })).toBe(one.offered);
    expect(await count({ stands: "in_target" })).toBe(one.inTarget);
    expect(await count({ stands: "left" })).toBe(one.left);
    const carried = { only: "whole", narrow: parseNarrow({ open_at: slot }) } as const;
    expect(await listCount(held.db, "handoffs", filters, carried)).toBe(one.carried);
    const range = { from: one.slot, to: new Date(one.slot.getTime() + SLOT_MS) };
    const [measured] = await measurePerRange(held.db, "serviceLevel", filters, [range]);
    expect({ part: measured?.part, n: measured?.n }).toEqual(one.serviceLevel);
  }
});

test("queues by themselves add up to all of them, but not the people, who may answer in several", async () => {
  const [all, queues] = [
    await intervalsOfAll(held.db, filters, await context()),
    await intervalsByQueue(held.db, filters, await context()),
  ];
  expect(queues.map(({ source, team }) => [source, team])).toEqual([
    ["desk", "billing"],
    ["desk", null],
    ["desk", "tax"],
  ]);
  for (const [i, one] of all.entries()) {
    const mine = queues.flatMap(({ intervals }) => intervals[i] ?? []);
    const sum = (of: (one: (typeof all)[number]) => number) => mine.reduce((total, each) => total + of(each), 0);
    expect(sum(({ offered }) => offered)).toBe(one.offered);
    expect(sum(({ carried }) => carried)).toBe(one.carried);
    expect(sum(({ serviceLevel }) => serviceLevel.n)).toBe(one.serviceLevel.n);
    expect(Math.max(-1, ...mine.flatMap(({ oldestSeconds }) => oldestSeconds ?? []))).toBe(one.oldestSeconds ?? -1);
  }
});

test("a filter leaves out what it leaves out everywhere", async () => {
  const tax = parseFilters({ from: DATE, to: DATE, team: "tax" }, { now, zone: "UTC" });
  const all = await intervalsOfAll(held.db, tax, await context());
  expect(all.reduce((sum, { offered }) => sum + offered, 0)).toBe(2);
  expect(all.some(({ oldestSeconds }) => oldestSeconds === 1080)).toBe(false);
});

test("hours are made of their intervals, by the local clock", async () => {
  const hours = hoursOf(await intervalsOfAll(held.db, filters, await context()), "Asia/Kathmandu");
  // 10:15 UTC is 16:00 there.
  expect(hours.find(({ hour }) => hour === 16)).toMatchObject({
    date: DATE,
    offered: 4,
    carried: 2,
    oldestSeconds: 1800,
  });
});

test.each([
  ["Europe/Berlin", "2026-03-29", 92],
  ["Europe/Berlin", "2026-10-25", 100],
  ["Australia/Lord_Howe", "2026-10-04", 94],
  ["Asia/Kathmandu", "2026-03-10", 96],
])("in %s the %s has %i intervals, each begun by the clock", async (zone, date, n) => {
  const slots = slotsOf(date, zone);
  expect(slots).toHaveLength(n);
  const day = parseFilters({ from: date, to: date }, { now: new Date("2027-01-01T00:00:00Z"), zone });
  const all = await intervalsOfAll(held.db, day, { ...(await context()), now: new Date("2027-01-01T00:00:00Z") });
  expect(all.map(({ slot }) => slot)).toEqual(slots);
  expect(slots.every((slot) => slot.getTime() % SLOT_MS === 0)).toBe(true);
});

test("who waits now stands there with the longest wait first, by both clocks, and whether the promise is broken", async () => {
  const { count, waiting } = await waitingNow(held.db, { only: {} }, { now, hours: await queueHours(held.db) });
  expect(count).toBe(3);
  expect(waiting).toMatchObject([
    { team: "billing", since: at("10:40"), businessSeconds: 1800, wallSeconds: 1800, isPromiseBroken: true },
    { team: "tax", since: at("11:08"), businessSeconds: 120, promisedSeconds: 600, isPromiseBroken: false },
    { team: null, businessSeconds: 60, promisedSeconds: null, isPromiseBroken: false },
  ]);
  expect(waiting[0]).toMatchObject({ topic: "billing", family: "confidence", initiator: "ai", customer: "Kim" });
  const night = { now: at("18:00"), hours: await queueHours(held.db) };
  expect((await waitingNow(held.db, { only: { team: ["tax"] } }, night)).waiting).toMatchObject([
    { businessSeconds: 21_120, wallSeconds: 24_720 },
  ]);
});

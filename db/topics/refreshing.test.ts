import { beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { sortInto } from "./examples.ts";
import { beginRefresh, dueRefresh, refreshingOf } from "./refreshing.ts";
import { by, topicDesk } from "./testing/topic-desk.ts";

const held = testDb();
const { store, add, forgetAll } = topicDesk(held);
const day = (text: string): Date => new Date(`2026-11-${text}:00Z`);
const dueAt = (now: Date) => dueRefresh(held.db, { now, zone: "UTC" });
const begin = (now: Date, at = now) => beginRefresh(held.db, { now, clock: () => at });

const FOUND = { marked: "5 x", grouped: "3 y" };

beforeEach(async () => {
  await forgetAll();
  await held.db.$client`truncate job_runs`;
});

test("all of it is due once a night, and learning as soon as somebody said something", async () => {
  expect(await dueAt(day("20T12:00"))).toBe("all");
  await (await begin(day("20T12:00"))).end(FOUND);
  expect(await dueAt(day("21T02:59"))).toBeNull();
  const [id, topicId] = [await store("one"), await add("Refunds")];
  expect(await dueAt(day("20T12:05"))).toBe("learning");
  await (await begin(day("20T12:05"))).end(null);
  expect(await dueAt(day("20T12:10"))).toBeNull();
  await sortInto(held.db, [id], topicId, by);
  expect(await dueAt(day("20T12:15"))).toBe("learning");
  await (await begin(day("20T12:15"))).end(null);
  expect(await dueAt(day("21T02:59"))).toBeNull();
  expect(await dueAt(day("21T03:00"))).toBe("all");
});

test("what people say while it runs is due after it", async () => {
  const refresh = await begin(day("20T12:00"));
  await add("Refunds");
  await refresh.end(FOUND);
  expect(await dueAt(day("20T12:10"))).toBe("learning");
});

test("its progress is told, and one that was killed is due and gone on with as the same", async () => {
  expect(await refreshingOf(held.db)).toBeNull();
  await (await begin(day("20T03:00"))).end(FOUND);
  expect(await refreshingOf(held.db)).toBeNull();
  const killed = await begin(day("20T12:00"));
  await killed.note("sort", { done: 2000, total: 9000 });
  expect(await dueAt(day("20T12:01"))).toBe("learning");
  const again = await begin(day("20T12:01"), day("20T12:02"));
  expect(await refreshingOf(held.db)).toEqual({
    ...{ step: "learn", done: null, total: null, startedAt: day("20T12:00"), at: day("20T12:02") },
  });
  await again.note("sort", { done: 4000, total: 7000 });
  expect(await refreshingOf(held.db)).toMatchObject({ step: "sort", done: 4000, total: 7000 });
  await again.end(null);
  expect(await refreshingOf(held.db)).toBeNull();
  const rows = await held.db.$client`select from job_runs where job = 'topics-refresh'`;
  expect(rows).toHaveLength(1);
});

test("what a night found in which texts is known to the next, also when it only learnt since or was killed", async () => {
  expect((await begin(day("19T12:00"))).before).toEqual({ marked: null, grouped: null });
  await (await begin(day("20T03:00"))).end(FOUND);
  await (await begin(day("20T12:00"))).end(null);
  await begin(day("20T13:00"));
  expect((await begin(day("20T14:00"))).before).toEqual(FOUND);
});

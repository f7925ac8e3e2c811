import { beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { change, deskOf, expected, ID, SECOND } from "#jobs/testing/desk.ts";
import { Vendor } from "#jobs/testing/vendor.ts";

const held = testDb();
const desk = deskOf(held);

beforeEach(desk.reset);

const hints = () => held.db.$client<{ id: string; attempts: number; due: Date }[]>`
  select external_id as id, attempts, due_at as due from source_hints`;
const refused = () => held.db.$client<{ id: string; reason: string }[]>`
  select external_id as id, reason from refused_records where resolved_at is null`;

test("one that the vendor fails on holds up no other, is seen, and is asked for ever later until it comes", async () => {
  const vendor = new Vendor();
  await desk.connect(vendor);
  // The first turn checks the credentials, the second begins to poll.
  await desk.turn(vendor);
  await desk.turn(vendor);
  vendor.changes.push(change("a", 10), change("bad", 11), change("c", 12));
  vendor.broken.add("bad");
  vendor.clock += 90 * SECOND;
  await desk.turn(vendor);
  expect(await desk.texts()).toEqual(["a at 10", "c at 12"]);
  expect(await refused()).toMatchObject([{ id: "bad", reason: "It answers 500 to this one." }]);
  const [source] = await held.db.$client`select last_error, failures, watermark_at from sources where id = ${ID}`;
  expect(source).toMatchObject({ last_error: null, failures: 0, watermark_at: new Date(vendor.clock) });

  const waits: number[] = [];
  for (let i = 0; i < 5; i++) {
    const [hint] = await hints();
    if (!hint) throw new Error("it is not asked for again");
    waits.push(hint.due.getTime() - vendor.clock);
    vendor.clock = hint.due.getTime();
    await desk.turn(vendor);
  }
  expect(waits.every((wait, i) => i === 0 || wait > (waits[i - 1] ?? 0))).toBe(true);
  expect(await refused()).toHaveLength(1);

  vendor.broken.clear();
  vendor.clock = (await hints())[0]?.due.getTime() ?? vendor.clock;
  await desk.turn(vendor);
  expect(await desk.texts()).toEqual(expected(vendor));
  expect(await hints()).toEqual([]);
  expect(await refused()).toEqual([]);
});

test("of the past too: what comes after it is read to the end", async () => {
  const vendor = new Vendor();
  vendor.broken.add("bad");
  for (let i = 0; i < 12; i++) vendor.changes.push(change(i === 2 ? "bad" : `p${i}`, i - 600));
  await desk.connect(vendor, new Date(Date.parse("2026-11-20T09:00:00Z")));
  await desk.turn(vendor);
  await desk.turn(vendor);
  expect(await desk.texts()).toHaveLength(11);
  const [reading] = await held.db.$client`select finished_at from source_readings`;
  expect(reading?.["finished_at"]).not.toBeNull();
});

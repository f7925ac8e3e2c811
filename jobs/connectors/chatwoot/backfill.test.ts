import { describe, expect, test } from "vitest";
import { backfillAll, HOUR, Plain, pollAll, SECOND, type Store, store, whole } from "./testing/plain.ts";

describe("backfill", () => {
  const range = { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-03-09T00:00:00Z") };
  const started = range.from.getTime() / SECOND;

  test("reads every conversation of the range once, oldest first, and says how far it is", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 130; id++) plain.begin(id, started + id * HOUR);
    plain.begin(900, started - HOUR);
    plain.begin(901, range.to.getTime() / SECOND);
    const { ids, pages } = await backfillAll(plain, range);
    expect(ids.map(Number)).toEqual(Array.from({ length: 130 }, (_, i) => i + 1));
    expect(pages.at(-1)).toMatchObject({ isLast: true, completeUntil: null, progress: { done: 130, total: 130 } });
    expect(pages[0]?.progress).toEqual({ done: 24, total: 132 });
  });

  test("pages that move because of deletions lose nothing", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 200; id++) plain.begin(id, started + id * 60);
    let gone = 0;
    const shifts = [12, 0, 0, 30, 5, 60];
    const { ids } = await backfillAll(plain, range, () => {
      for (let n = shifts.shift() ?? 0; n > 0; n--) plain.conversations.delete(++gone);
    });
    expect(new Set(ids).size).toBe(ids.length);
    const read = new Set(ids);
    const left = [...plain.conversations.keys()].filter((id) => !read.has(String(id)));
    expect(left).toEqual([]);
  });

  test("many of one second, over page ends, are all read", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 60; id++) plain.begin(id, started + 5);
    expect((await backfillAll(plain, range)).ids).toHaveLength(60);
  });

  test("the years before the range are not walked through", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 1000; id++) plain.begin(id, started - (1001 - id) * HOUR);
    for (let id = 1001; id <= 1010; id++) plain.begin(id, started + id);
    const { ids } = await backfillAll(plain, range);
    expect(ids.map(Number)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1001));
    expect(plain.log.filter((line) => line.includes("created_at_asc")).length).toBeLessThan(12);
  });

  test("nothing there is the end", async () => {
    expect((await backfillAll(new Plain(), range)).pages).toMatchObject([{ items: [], isLast: true }]);
  });

  test("then polls give what a full read again gives", async () => {
    const plain = new Plain();
    for (let id = 1; id <= 40; id++) plain.begin(id, plain.seconds() - 40 * HOUR + id * HOUR);
    let { cursor } = await pollAll(plain, null);
    const kept: Store = new Map();
    const all = { from: new Date(0), to: new Date(plain.now) };
    for (const page of (await backfillAll(plain, all)).pages) store(kept, page);
    for (let round = 0; round < 20; round++) {
      plain.after(97);
      plain.say(1 + ((round * 7) % 40), `round ${round}`);
      if (round % 3 === 0) plain.begin(100 + round);
      plain.after(20);
      ({ cursor } = await pollAll(plain, cursor, kept));
    }
    expect(kept).toEqual(await whole(plain));
  });
});

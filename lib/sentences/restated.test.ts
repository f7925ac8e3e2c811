import { describe, expect, test } from "vitest";
import { type Measurement, ratio } from "#lib/metrics/measure.ts";
import { type PublishedPoint, restatement } from "#lib/metrics/restatement.ts";
import { restatedSentence } from "./restated.ts";

const point = (measurement: Measurement, more: Partial<PublishedPoint> = {}): PublishedPoint => ({
  key: "handoffCsat",
  version: 1,
  week: "2026-W43",
  measurement,
  publishedAt: new Date("2026-11-08T23:30:00Z"),
  ...more,
});
const say = (then: PublishedPoint, now: Measurement, version = 1): string | null => {
  const found = restatement(then, { now, version });
  return found && restatedSentence(found, "Europe/Berlin");
};

describe("a restated week", () => {
  test("says what was published and when, what it is now and what came of it", () => {
    expect(say(point(ratio({ part: 280, n: 411 })), ratio({ part: 280, n: 414 }))).toBe(
      "published 68.1\u202f% on 9 Nov 2026, now 67.6\u202f%: 3 ratings came in later",
    );
    expect(say(point(ratio({ part: 280, n: 411 })), ratio({ part: 281, n: 412 }))).toContain(
      ": 1 rating came in later",
    );
    expect(say(point(ratio({ part: 280, n: 411 })), ratio({ part: 279, n: 410 }))).toContain(
      ": 1 rating no longer counts",
    );
    expect(say(point(ratio({ part: 280, n: 411 })), ratio({ part: 270, n: 401 }))).toContain(
      ": 10 ratings no longer count",
    );
    expect(say(point(ratio({ part: 280, n: 411 })), ratio({ part: 281, n: 411 }))).toContain(
      ": the same 411 ratings, of which some count otherwise",
    );
  });

  test("of a wait is told in minutes, and of another definition by its version", () => {
    const wait = (value: number | null): Measurement => ({ value, part: 9, n: 20, low: null, high: null });
    expect(say(point(wait(252), { key: "timeToFirstHuman" }), wait(248))).toBe(
      "published 4:12 on 9 Nov 2026, now 4:08: the same 20 handoffs, of which some count otherwise",
    );
    const [then, now] = [ratio({ part: 80, n: 99 }), { ...ratio({ part: 80, n: 100 }), value: 0.805, se: 0.01 }];
    expect(say(point(then, { key: "answeredInTarget" }), now, 2)).toBe(
      "published 80.8\u202f% by definition 1 on 9 Nov 2026, now 80.5\u202f%: 1 handoff came in later",
    );
  });

  test("is one although the median stayed where it was", () => {
    const wait = (part: number, n: number): Measurement => ({ value: 250, part, n, low: null, high: null });
    const then = point(wait(9, 20), { key: "timeToFirstHuman" });
    expect(say(then, wait(10, 20))).toContain("the same 20 handoffs, of which some count otherwise");
    expect(say(then, wait(9, 21))).toContain("published 4:10 on 9 Nov 2026, now 4:10: 1 handoff came in later");
  });

  test("is none when nothing was published or nothing differs", () => {
    expect(restatement(undefined, { now: ratio({ part: 1, n: 2 }), version: 1 })).toBeNull();
    expect(say(point(ratio({ part: 280, n: 411 })), ratio({ part: 280, n: 411 }))).toBeNull();
    const stored = { ...ratio({ part: 1, n: 3 }), value: 0.333333333333 };
    expect(say(point(stored), ratio({ part: 1, n: 3 }))).toBeNull();
    expect(say(point(ratio({ part: 0, n: 0 })), ratio({ part: 0, n: 0 }))).toBeNull();
  });
});

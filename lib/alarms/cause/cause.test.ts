import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Factor } from "../notification.ts";
import { causeOf, causeWithin } from "./cause.ts";
import type { LoadCounts, LogSums } from "./load.ts";
import { type Desk, hourOf } from "./testing/simulate.ts";

const window = { from: new Date("2026-11-19T13:00:00Z"), to: new Date("2026-11-19T14:00:00Z") };

/** n durations of this length, each other one a little longer. */
const lasting = (seconds: number, n = 40): LogSums => {
  const logs = Array.from({ length: n }, (_, i) => Math.log(seconds) + (i % 2 ? 0.3 : -0.3));
  return { n, sum: logs.reduce((a, b) => a + b, 0), squares: logs.reduce((a, b) => a + b * b, 0) };
};
const answeredBy = (people: number, each = 8): number[] => Array.from({ length: people }, () => each);
const usual: LoadCounts = { episodes: 100, handoffs: 40, handled: lasting(600), answers: answeredBy(5) };
const WEEKS = Array.from({ length: 8 }, () => usual);
const found = (now: Partial<LoadCounts>, earlier: LoadCounts[] = WEEKS) =>
  causeOf({ ...usual, ...now }, earlier, window);
const factor = (now: Partial<LoadCounts>, name: Factor, earlier?: LoadCounts[]) =>
  found(now, earlier)?.factors.find((one) => one.factor === name);

describe("by hand", () => {
  test("two of five are there and all else is as usual: people, and the load per person is two and a half times", () => {
    const cause = found({ answers: answeredBy(2, 20) });
    expect(cause).toMatchObject({ named: "people", isUsual: false, isOfAll: false, weeks: 8 });
    expect(cause?.factors[0]).toMatchObject({ factor: "people", now: 2, usual: 5, n: 40, share: 1, isClear: true });
    expect(cause?.loadRatio).toBeCloseTo(2.5, 9);
  });

  test("twice the conversations with as many handoffs each: arrivals", () => {
    expect(found({ episodes: 200, handoffs: 80 })).toMatchObject({ named: "arrivals", loadRatio: 2 });
  });

  test("as many conversations with twice the handoffs: the escalation rate", () => {
    expect(found({ handoffs: 80 })?.named).toBe("escalation_rate");
    expect(factor({ handoffs: 80 }, "escalation_rate")).toMatchObject({ now: 0.8, usual: 0.4, n: 100, usualN: 800 });
  });

  test("each takes twice as long: the handle time", () => {
    expect(found({ handled: lasting(1200) })?.named).toBe("handle_time");
    expect(factor({ handled: lasting(1200) }, "handle_time")?.now).toBeCloseTo(1200, 6);
  });

  test("twice the arrivals and half the people share it evenly, and neither alone is what it was", () => {
    const both = found(
      { episodes: 200, handoffs: 80, answers: answeredBy(3, 14) },
      WEEKS.map((week) => ({ ...week, answers: answeredBy(6, 7) })),
    );
    expect(both?.named).toBeNull();
    expect(both?.isUsual).toBe(false);
    expect(both?.factors.map(({ share, isClear }) => [Number(share.toFixed(2)), isClear])).toEqual([
      [0.5, true],
      [0.5, true],
      [0, false],
      [0, false],
    ]);
  });

  test("what helped has no share and is told with its sign", () => {
    const cause = found({ episodes: 200, handoffs: 80, answers: answeredBy(10, 4) });
    expect(cause?.loadRatio).toBeCloseTo(1, 1);
    expect(cause?.factors.at(-1)).toMatchObject({ factor: "people", share: 0, isClear: true });
    expect(cause?.factors.at(-1)?.log).toBeLessThan(0);
  });

  test("a hundred conversations as on every week: all is known to be as usual", () => {
    expect(found({})).toMatchObject({ named: null, isUsual: true });
  });

  test("two handoffs of thirteen conversations: too few to tell, whatever the rates say", () => {
    const few = { episodes: 13, handoffs: 2, handled: lasting(700, 2), answers: [1, 1] };
    const before = WEEKS.map(() => ({ episodes: 13, handoffs: 1, handled: lasting(600, 1), answers: [1] }));
    expect(found(few, before)).toMatchObject({ named: null, isUsual: false });
    expect(factor(few, "people", before)).toMatchObject({
      now: null,
      usual: null,
      log: 0,
      error: null,
      isClear: false,
    });
    expect(factor(few, "handle_time", before)).toMatchObject({ log: 0, error: null, n: 2, usualN: 8 });
  });

  test("more conversations of which none is handed over here made nobody wait here", () => {
    expect(found({ episodes: 200, handoffs: 40 })?.named).toBeNull();
  });

  test("nobody answers at all, and as much is handed over: it is people", () => {
    expect(found({ answers: [], handled: lasting(600, 0) })).toMatchObject({ named: "people" });
    expect(found({ answers: [], handled: lasting(600, 0), handoffs: 3 })?.named).toBeNull();
  });

  test("few answers come from few people, whoever is there", () => {
    const quiet = { episodes: 25, handoffs: 10, handled: lasting(600, 6), answers: [2, 1, 1, 1, 1] };
    const before = WEEKS.map(() => ({ ...usual, answers: [6, 6, 5, 5, 5, 4, 4, 3, 1, 1] }));
    expect(factor(quiet, "people", before)?.isClear).toBe(false);
  });
});

test("weeks before there was anything are no usual, one at rest between others is", () => {
  const rest: LoadCounts = { episodes: 0, handoffs: 0, handled: lasting(1, 0), answers: [] };
  expect(found({}, [usual, rest, usual, rest, rest])?.weeks).toBe(3);
  expect(found({}, [rest, rest])).toBeNull();
  expect(found({}, [])).toBeNull();
});

describe("of all queues together", () => {
  const few = { episodes: 100, handoffs: 4, handled: lasting(600, 2), answers: [1, 1] };
  const before = WEEKS.map(() => ({ ...usual, handoffs: 4, handled: lasting(600, 4), answers: [2, 1, 1] }));
  const all = found({ answers: answeredBy(2, 20) });

  test("what a queue is too small for is told of all, and marked", () => {
    expect(causeWithin(found(few, before), all)).toMatchObject({ named: "people", isOfAll: true });
  });

  test("what a queue tells by itself is told of it alone", () => {
    expect(causeWithin(found({ handoffs: 80 }), all)).toMatchObject({ named: "escalation_rate", isOfAll: false });
  });

  test("more escalations elsewhere are no reason here, where fewer are handed over", () => {
    const elsewhere = found({ handoffs: 80 });
    expect(causeWithin(found({ ...few, handoffs: 2 }, before), elsewhere)).toMatchObject({
      named: null,
      isOfAll: false,
    });
    expect(causeWithin(found(few, before), null)?.named).toBeNull();
    expect(causeWithin(null, all)).toBeNull();
  });
});

describe("planted in made-up desks", () => {
  const DESK: Desk = { episodes: 120, rate: 0.35, handleSeconds: 480, people: 10 };
  const PLANTS: [Factor, Partial<Desk>][] = [
    ["arrivals", { episodes: 230 }],
    ["escalation_rate", { rate: 0.7 }],
    ["handle_time", { handleSeconds: 960 }],
    ["people", { people: 4 }],
  ];
  const RUNS = 200;
  const runs = (name: string, usualDesk: Desk, nowDesk: Desk, times = RUNS) =>
    Array.from({ length: times }, (_, run) => {
      const weeks = Array.from({ length: 8 }, (__, week) => hourOf(usualDesk, name, run, week));
      return causeOf(hourOf(nowDesk, name, run, "now"), weeks, window)?.named ?? null;
    });
  const share = (named: (Factor | null)[], is: (one: Factor | null) => boolean) =>
    named.filter(is).length / named.length;

  test.each(PLANTS)(
    "%s is named in at least nine of ten, and nothing else in more than one of a hundred",
    (what, plant) => {
      const named = runs(what, DESK, { ...DESK, ...plant });
      expect(share(named, (one) => one === what)).toBeGreaterThanOrEqual(0.9);
      expect(share(named, (one) => one !== what && one !== null)).toBeLessThanOrEqual(0.01);
    },
  );

  test.each(PLANTS)("%s on a desk a tenth of the size: named or not, hardly ever as anything else", (what, plant) => {
    const small = { ...DESK, episodes: DESK.episodes / 10, people: 2 };
    const planted = {
      ...small,
      ...plant,
      ...(plant.episodes ? { episodes: 23 } : {}),
      ...(plant.people ? { people: 1 } : {}),
    };
    const named = runs(`small ${what}`, small, planted);
    expect(share(named, (one) => one !== what && one !== null)).toBeLessThanOrEqual(0.02);
  });

  test("where nothing is planted, hardly ever anything is named", () => {
    expect(share(runs("nothing", DESK, DESK, 1000), (one) => one !== null)).toBeLessThanOrEqual(0.01);
  });
});

test("shares sum to 1 where anything pushed, and the terms to the change of the load", () => {
  const n = fc.integer({ min: 0, max: 200 });
  const load = fc.record({
    episodes: n,
    handoffs: n,
    answers: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }),
    handled: fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 40 }))
      .map(([s, k]) => lasting(s, k)),
  });
  fc.assert(
    fc.property(load, fc.array(load, { minLength: 1, maxLength: 8 }), (now, earlier) => {
      const cause = causeOf(now, earlier, window);
      fc.pre(cause !== null);
      const { factors = [], loadRatio = 0 } = cause ?? {};
      const sum = factors.reduce((total, { share }) => total + share, 0);
      expect(sum).toBeCloseTo(factors.some(({ log }) => log > 0) ? 1 : 0, 9);
      expect(factors.reduce((total, { log }) => total + log, 0)).toBeCloseTo(Math.log(loadRatio), 9);
      expect(factors.every(({ error, isClear }) => error !== null || !isClear)).toBe(true);
      const first = factors.find(({ factor: name }) => name === cause?.named);
      if (cause?.named) expect(first).toMatchObject({ isClear: true });
    }),
  );
});

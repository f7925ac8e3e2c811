import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { causeOf, type LoadCounts } from "./cause.ts";

const usual: LoadCounts = { episodes: 100, handoffs: 40, handleSeconds: 600, people: 4 };
const window = { from: new Date("2026-11-19T13:00:00Z"), to: new Date("2026-11-19T14:00:00Z") };
const found = (now: Partial<LoadCounts>, earlier = [usual]) => causeOf({ ...usual, ...now }, earlier, window);
const shares = (now: Partial<LoadCounts>) =>
  Object.fromEntries((found(now)?.factors ?? []).map(({ factor, share }) => [factor, share]));

describe("by hand", () => {
  test("half of the people gone, all else as usual: it was people, and the load per person is double", () => {
    expect(shares({ people: 2 })).toEqual({ people: 1, arrivals: 0, escalation_rate: 0, handle_time: 0 });
    expect(found({ people: 2 })?.loadRatio).toBeCloseTo(2, 12);
  });

  test("twice the episodes with as many handoffs each: it was arrivals", () => {
    expect(shares({ episodes: 200, handoffs: 80 })["arrivals"]).toBe(1);
  });

  test("as many episodes with twice the handoffs: it was the escalation rate", () => {
    expect(shares({ handoffs: 80 })["escalation_rate"]).toBe(1);
  });

  test("twice the arrivals and half the people share it evenly", () => {
    expect(shares({ episodes: 200, handoffs: 80, people: 2 })).toEqual({
      arrivals: 0.5,
      people: 0.5,
      escalation_rate: 0,
      handle_time: 0,
    });
  });

  test("four times the arrivals weigh twice as much as twice the handle time", () => {
    const { arrivals, handle_time } = shares({ episodes: 400, handoffs: 160, handleSeconds: 1200 });
    // ln 4 ÷ (ln 4 + ln 2)
    expect(arrivals).toBeCloseTo(2 / 3, 12);
    expect(handle_time).toBeCloseTo(1 / 3, 12);
  });

  test("what helped has no share and is told with its sign", () => {
    const cause = found({ episodes: 150, handoffs: 60, people: 6 });
    expect(cause?.loadRatio).toBeCloseTo(1, 12);
    expect(cause?.factors.map(({ factor, share }) => [factor, share])).toEqual([
      ["arrivals", 1],
      ["escalation_rate", 0],
      ["handle_time", 0],
      ["people", 0],
    ]);
    expect(cause?.factors.at(-1)?.log).toBeCloseTo(-Math.log(1.5), 12);
  });
});

test("the usual is the mean of the earlier weeks, and stands beside it", () => {
  const cause = found({}, [usual, { ...usual, people: 2, handleSeconds: null }]);
  expect(cause?.factors.find(({ factor }) => factor === "people")).toMatchObject({ now: 4, usual: 3 });
  expect(cause?.factors.find(({ factor }) => factor === "handle_time")).toMatchObject({ now: 600, usual: 600, log: 0 });
  expect(cause?.weeks).toBe(2);
});

test("nobody at all is half a person, not none", () => {
  expect(found({ people: 0 })?.loadRatio).toBeCloseTo(8, 12);
});

test("a handle time that is not known moved nothing", () => {
  expect(found({ handleSeconds: null, people: 2 })?.factors[0]).toMatchObject({ factor: "people", share: 1 });
});

test("without earlier weeks there is no cause", () => {
  expect(found({}, [])).toBeNull();
});

test("shares sum to 1 where anything pushed, and the terms to the change of the load", () => {
  const n = fc.integer({ min: 0, max: 1000 });
  const load = fc.record({
    episodes: n,
    handoffs: n,
    people: fc.integer({ min: 0, max: 50 }),
    handleSeconds: fc.option(fc.integer({ min: 1, max: 9999 })),
  });
  fc.assert(
    fc.property(load, fc.array(load, { minLength: 1, maxLength: 4 }), (now, earlier) => {
      const { factors = [], loadRatio = 0 } = causeOf(now, earlier, window) ?? {};
      const sum = factors.reduce((total, { share }) => total + share, 0);
      expect(sum).toBeCloseTo(factors.some(({ log }) => log > 0) ? 1 : 0, 9);
      expect(factors.reduce((total, { log }) => total + log, 0)).toBeCloseTo(Math.log(loadRatio), 9);
    }),
  );
});

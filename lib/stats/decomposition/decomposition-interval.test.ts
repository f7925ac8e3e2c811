import fc from "fast-check";
import { expect, test } from "vitest";
import { decompose, type TopicChange } from "./decompose.ts";
import { decompositionInterval } from "./decomposition-interval.ts";

const change = (topic: string, before: [number, number], now: [number, number]): TopicChange => ({
  topic,
  before: { whole: before[0], part: before[1] },
  now: { whole: now[0], part: now[1] },
});
const WEEKS = [
  change("password", [400, 20], [250, 15]),
  change("billing", [300, 90], [350, 112]),
  change("bug", [200, 100], [300, 150]),
  change("other", [100, 30], [100, 28]),
];

test("Kitagawa 1955 with Efron 1979, Ann Stat 7:1: the rate may not have moved, the mix did", () => {
  const found = decompositionInterval(WEEKS, { seed: "weeks", resamples: 4000 });
  expect(Math.abs((found?.rate.low ?? 0) + 0.0288)).toBeLessThan(0.003);
  expect(Math.abs((found?.rate.high ?? 0) - 0.0445)).toBeLessThan(0.003);
  expect(Math.abs((found?.mix.low ?? 0) - 0.0418)).toBeLessThan(0.002);
  expect(Math.abs((found?.mix.high ?? 0) - 0.0733)).toBeLessThan(0.002);
});

test("each topic has its own, a new one too", () => {
  const changes = [...WEEKS, change("sso", [0, 0], [50, 30])];
  const found = decompositionInterval(changes, { seed: "weeks", resamples: 400 });
  expect(found?.topics.map(({ topic }) => topic)).toEqual(["password", "billing", "bug", "other", "sso"]);
  for (const [i, { rate, mix }] of (decompose(changes)?.topics ?? []).entries()) {
    const own = found?.topics[i];
    expect(own?.rate.low).toBeLessThanOrEqual(rate);
    expect(own?.rate.high).toBeGreaterThanOrEqual(rate);
    expect(own?.mix.low).toBeLessThanOrEqual(mix);
    expect(own?.mix.high).toBeGreaterThanOrEqual(mix);
  }
  expect(found?.topics.at(-1)?.rate).toEqual({ low: 0, high: 0 });
});

test("a range without anything has none", () => {
  expect(decompositionInterval([change("bug", [0, 0], [10, 3])], { seed: 1 })).toBeNull();
});

test("equal seeds give equal intervals, low before high", () => {
  const counts = fc.nat(60).chain((whole) => fc.tuple(fc.constant(whole), fc.nat(whole)));
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { maxLength: 5 }), fc.integer(), (pairs, seed) => {
      const changes = pairs.map(([before, now], i) => change(`${i}`, before, now));
      const found = decompositionInterval(changes, { seed, resamples: 30 });
      expect(decompositionInterval(changes, { seed, resamples: 30 })).toEqual(found);
      for (const { low, high } of found ? [found.rate, found.mix] : []) expect(low).toBeLessThanOrEqual(high);
    }),
    { numRuns: 40 },
  );
});

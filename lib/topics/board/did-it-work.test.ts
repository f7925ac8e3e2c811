import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { type BeforeAfter, effectOf } from "./did-it-work.ts";

const rates = (before: number, after: number, n = 1000): BeforeAfter => ({
  before: { part: before, whole: n },
  after: { part: after, whole: n },
});
const STILL = [rates(300, 300), rates(200, 200)];
const LATER = { matureWeeks: 4 };

test("a fall that controls do not share is the article's, by how much more it fell", () => {
  const effect = effectOf(rates(400, 250), [rates(300, 280), rates(200, 180)], LATER);
  expect(effect?.difference).toBeCloseTo(-0.13, 9);
  expect(effect?.verdict).toBe("worked");
});

test("a fall that the controls share is no effect, nor is a rise", () => {
  expect(effectOf(rates(400, 300, 10_000), [rates(4000, 3900, 10_000)], LATER)?.verdict).toBe("no_effect");
  expect(effectOf(rates(200, 300), STILL, LATER)?.verdict).toBe("no_effect");
});

test("what may still matter is too early, until time enough has passed", () => {
  const small = rates(20, 17, 50);
  expect(effectOf(small, STILL, LATER)?.verdict).toBe("too_early");
  expect(effectOf(small, STILL, { matureWeeks: 8 })?.verdict).toBe("no_effect");
  expect(effectOf(rates(400, 200), STILL, { matureWeeks: 1 })?.verdict).toBe("too_early");
});

test("without anything before, after or to compare with there is no effect to tell", () => {
  expect(effectOf(rates(0, 0, 0), STILL, LATER)).toBeNull();
  expect(effectOf(rates(1, 1), [], LATER)).toBeNull();
  expect(effectOf(rates(1, 1), [rates(0, 0, 0)], LATER)).toBeNull();
});

test("the interval holds a planted effect about as often as it says", () => {
  const { chance } = randomOf("planted");
  const count = (n: number, p: number) => ({
    part: Array.from({ length: n }, () => chance(p)).filter(Boolean).length,
    whole: n,
  });
  const held = Array.from({ length: 400 }, () => {
    const topic = { before: count(120, 0.4), after: count(120, 0.25) };
    const effect = effectOf(topic, [{ before: count(400, 0.2), after: count(400, 0.15) }], LATER);
    return effect !== null && effect.low <= -0.1 && effect.high >= -0.1;
  }).filter(Boolean).length;
  expect(held / 400).toBeGreaterThan(0.92);
  expect(held / 400).toBeLessThan(0.99);
});

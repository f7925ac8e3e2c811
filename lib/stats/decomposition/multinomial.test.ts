import fc from "fast-check";
import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { multinomial } from "./multinomial.ts";

test("all are dealt out, none into a cell without weight", () => {
  const weights = fc
    .array(fc.nat(50), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.nat(2000), weights, fc.integer(), (n, all, seed) => {
      const drawn = multinomial(n, all, randomOf(seed).unit);
      expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(n);
      for (const [i, count] of drawn.entries()) {
        expect(count).toBeGreaterThanOrEqual(0);
        if (all[i] === 0) expect(count).toBe(0);
      }
    }),
  );
});

test("de Moivre 1738, The Doctrine of Chances: mean n p and variance n p (1 − p) in each cell", () => {
  const { unit } = randomOf("multinomial");
  const [n, weights, rounds] = [500, [1, 20, 70, 9], 20_000];
  const drawn = Array.from({ length: rounds }, () => multinomial(n, weights, unit));
  for (const [i, weight] of weights.entries()) {
    const p = weight / 100;
    const counts = drawn.map((cells) => cells[i] ?? 0);
    const mean = counts.reduce((sum, count) => sum + count, 0) / rounds;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / rounds;
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt((n * p * (1 - p)) / rounds));
    expect(variance / (n * p * (1 - p))).toBeCloseTo(1, 1);
  }
});

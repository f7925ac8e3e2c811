import fc from "fast-check";
import { expect, test } from "vitest";
import { shrunkShares } from "./shrunk-shares.ts";

test("Kleinman 1973, J Am Stat Assoc 68:46: six groups from four to seven hundred", () => {
  const [part, whole] = [
    [2, 5, 30, 0, 12, 80],
    [10, 40, 150, 4, 300, 700],
  ];
  const found = shrunkShares(part.map((hits, i) => ({ part: hits, whole: whole[i] ?? 0 })));
  expect(found?.p).toBeCloseTo(0.107143, 6);
  expect(found?.rho).toBeCloseTo(0.035208, 6);
  expect(found?.a).toBeCloseTo(2.935996, 6);
  expect(found?.b).toBeCloseTo(24.466629, 5);
  for (const [i, value] of [0.131969, 0.11774, 0.185657, 0.093495, 0.04562, 0.114017].entries())
    expect(found?.shares[i]).toBeCloseTo(value, 6);
});

test("groups that differ by chance alone all get the common share, and nothing counted has none", () => {
  expect(shrunkShares([])).toBeNull();
  expect(shrunkShares([{ part: 0, whole: 0 }])).toBeNull();
  const even = [
    { part: 10, whole: 100 },
    { part: 20, whole: 200 },
    { part: 0, whole: 0 },
  ];
  expect(shrunkShares(even)).toEqual({ p: 0.1, rho: 0, a: null, b: null, shares: [0.1, 0.1, 0.1] });
  expect(
    shrunkShares([
      { part: 0, whole: 9 },
      { part: 0, whole: 5 },
    ]),
  ).toMatchObject({ p: 0, shares: [0, 0] });
});

test("a shrunk share lies between the group's own and the common one", () => {
  const counts = fc.nat(300).chain((whole) => fc.record({ whole: fc.constant(whole), part: fc.nat(whole) }));
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 12 }), (groups) => {
      const found = shrunkShares(groups);
      if (!found) return;
      expect(found.rho).toBeGreaterThanOrEqual(0);
      expect(found.rho).toBeLessThanOrEqual(1);
      for (const [i, { part, whole }] of groups.entries()) {
        const own = whole === 0 ? found.p : part / whole;
        expect(found.shares[i]).toBeGreaterThanOrEqual(Math.min(own, found.p) - 1e-12);
        expect(found.shares[i]).toBeLessThanOrEqual(Math.max(own, found.p) + 1e-12);
      }
    }),
  );
});

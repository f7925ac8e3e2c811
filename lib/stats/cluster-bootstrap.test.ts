import fc from "fast-check";
import { expect, test } from "vitest";
import { clusterBootstrap } from "./cluster-bootstrap.ts";

type Row = { customer: string; value: number };
const mean = (rows: readonly Row[]) => rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
const customer = (row: Row) => row.customer;

const once = Array.from({ length: 100 }, (_, i): Row => ({ customer: `${i}`, value: i % 5 === 0 ? 0 : 1 }));

test("Efron 1979, Ann Stat 7:1: customers who came once give the width of independent rows", () => {
  const found = clusterBootstrap(once, customer, mean, { seed: "once" });
  // 0.8 ± 1.96 √(0.8 · 0.2 / 100)
  expect(Math.abs((found?.low ?? 0) - 0.7216)).toBeLessThan(0.025);
  expect(Math.abs((found?.high ?? 0) - 0.8784)).toBeLessThan(0.025);
});

test("customers who came four times with the same end make the interval no narrower", () => {
  const repeated = once.flatMap((row) => [row, row, row, row]);
  expect(clusterBootstrap(repeated, customer, mean, { seed: "once" })).toEqual(
    clusterBootstrap(once, customer, mean, { seed: "once" }),
  );
  const asIfNew = repeated.map((row, i) => ({ ...row, customer: `${i}` }));
  const narrow = clusterBootstrap(asIfNew, customer, mean, { seed: "once" });
  expect((narrow?.high ?? 1) - (narrow?.low ?? 0)).toBeLessThan(0.1);
});

test("one customer has no interval, nor has a statistic that often cannot be had", () => {
  expect(clusterBootstrap([{ customer: "a", value: 1 }], customer, mean, { seed: 1 })).toBeNull();
  const some = (rows: readonly Row[]) => (rows.some(({ value }) => value === 0) ? null : 1);
  expect(clusterBootstrap(once, customer, some, { seed: 1 })).toBeNull();
});

test("equal seeds give equal intervals, within what the statistic can be", () => {
  const rows = fc.array(fc.record({ customer: fc.constantFrom("a", "b", "c", "d", "e"), value: fc.nat(9) }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, fc.integer(), (all, seed) => {
      const found = clusterBootstrap(all, customer, mean, { seed, resamples: 50 });
      expect(clusterBootstrap(all, customer, mean, { seed, resamples: 50 })).toEqual(found);
      if (!found) return;
      expect(found.low).toBeGreaterThanOrEqual(Math.min(...all.map(({ value }) => value)));
      expect(found.high).toBeLessThanOrEqual(Math.max(...all.map(({ value }) => value)));
    }),
  );
});

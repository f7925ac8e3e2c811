import fc from "fast-check";
import { expect, test } from "vitest";
import { commonStrata, type Stratum } from "./strata.ts";

const of = (name: string, ai: number, handoff: number): Stratum<"ai" | "handoff"> => ({
  name,
  groups: { ai: { part: 0, whole: ai }, handoff: { part: 0, whole: handoff } },
});

test("strata in which a group counted fewer than five are joined, and used when they have enough together", () => {
  const found = commonStrata([of("billing", 150, 150), of("login", 40, 3), of("refund", 2, 4)], ["ai", "handoff"]);
  expect(found).toMatchObject({ isComparable: true, merged: ["login", "refund"], apart: 49 / 349, leftOut: 0 });
  if (!found.isComparable) throw new Error(found.why);
  expect(found.used.map(({ groups }) => groups.ai.whole)).toEqual([150, 42]);
  expect(found.used.map(({ groups }) => groups.handoff.whole)).toEqual([150, 7]);
});

test("what stays too small even when joined is left out, with its share of the volume", () => {
  const found = commonStrata([of("billing", 45, 45), of("login", 10, 0)], ["ai", "handoff"]);
  expect(found).toMatchObject({ isComparable: true, merged: ["login"], apart: 0.1, leftOut: 0.1 });
});

test("with more than a fifth outside strata of their own the comparison is refused; with exactly a fifth it is not", () => {
  const refused = { isComparable: false, why: "too_little_in_common" };
  expect(commonStrata([of("billing", 40, 40), of("login", 21, 0)], ["ai", "handoff"])).toMatchObject(refused);
  expect(commonStrata([of("billing", 40, 40), of("login", 20, 0)], ["ai", "handoff"]).isComparable).toBe(true);
  expect(commonStrata([of("billing", 2, 3)], ["ai", "handoff"])).toMatchObject({ ...refused, apart: 1 });
});

test("groups that share no stratum are not compared by joining everything", () => {
  const apart = commonStrata([of("password", 600, 0), of("bug", 0, 400)], ["ai", "handoff"]);
  expect(apart).toEqual({ isComparable: false, why: "too_little_in_common", apart: 1 });
});

test("a group that counted nothing cannot be compared", () => {
  const nothing = { isComparable: false, why: "nothing_counted", apart: 1 };
  expect(commonStrata([of("billing", 40, 0)], ["ai", "handoff"])).toEqual(nothing);
  expect(commonStrata([], ["ai", "handoff"])).toEqual(nothing);
});

test("every stratum that is used has five of each group, and no volume is used twice or lost", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 8 }), (sizes) => {
      const strata = sizes.map(([ai, handoff], i) => of(`${i}`, ai, handoff));
      const found = commonStrata(strata, ["ai", "handoff"]);
      if (!found.isComparable) return;
      const used = found.used.reduce((sum, { groups }) => sum + groups.ai.whole + groups.handoff.whole, 0);
      const all = sizes.reduce((sum, [ai, handoff]) => sum + ai + handoff, 0);
      expect(used / all).toBeCloseTo(1 - found.leftOut, 12);
      for (const { groups } of found.used)
        expect(Math.min(groups.ai.whole, groups.handoff.whole)).toBeGreaterThanOrEqual(5);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { aalenJohansen, type Cause, type Ended } from "./aalen-johansen.ts";

const CAUSES: Record<string, Cause | null> = { H: "answered", A: "left", C: null };
const HANDOFFS: Ended[] = "1H 2H 2A 3H 4A 5H 6H 7C 8H 10A 12H 15C 18H 20C"
  .split(" ")
  .map((word) => ({ t: Number.parseInt(word, 10), cause: CAUSES[word.at(-1) ?? ""] ?? null }));

test.each([
  [1, 13 / 14, 1 / 14, 0],
  [2, 11 / 14, 1 / 7, 1 / 14],
  [3, 5 / 7, 3 / 14, 1 / 14],
  [4, 9 / 14, 3 / 14, 1 / 7],
  [5, 4 / 7, 2 / 7, 1 / 7],
  [6, 1 / 2, 5 / 14, 1 / 7],
  [8, 5 / 12, 37 / 84, 1 / 7],
  [10, 1 / 3, 37 / 84, 19 / 84],
  [12, 1 / 4, 11 / 21, 19 / 84],
  [18, 1 / 8, 109 / 168, 19 / 84],
])(
  "Aalen & Johansen 1978, Scand J Stat 5:141, in exact fractions: after %i minutes",
  (minute, waiting, answered, left) => {
    const step = aalenJohansen(HANDOFFS).find(({ t }) => t === minute);
    expect(step?.waiting).toBeCloseTo(waiting, 12);
    expect(step?.answered).toBeCloseTo(answered, 12);
    expect(step?.left).toBeCloseTo(left, 12);
    expect(step?.other).toBe(0);
  },
);

test("nothing that ended leaves all waiting; what ends together counts once each", () => {
  expect(aalenJohansen([])).toEqual([]);
  expect(aalenJohansen([{ t: 5, cause: null }])).toEqual([]);
  const together: Ended[] = [
    { t: 2, cause: "answered" },
    { t: 2, cause: "left" },
    { t: 2, cause: null },
    { t: 9, cause: null },
  ];
  expect(aalenJohansen(together)).toEqual([{ t: 2, waiting: 0.5, answered: 0.25, left: 0.25, silent: 0, other: 0 }]);
});

test("what became of the waits always adds to 1, and no share ever falls", () => {
  const wait = fc.record({
    t: fc.integer({ min: 0, max: 50 }),
    cause: fc.constantFrom("answered", "left", "silent", "other", null),
  });
  fc.assert(
    fc.property(fc.array(wait, { minLength: 1, maxLength: 80 }), (rows) => {
      let before = { answered: 0, left: 0, silent: 0, other: 0 };
      for (const step of aalenJohansen(rows as Ended[])) {
        expect(step.waiting + step.answered + step.left + step.silent + step.other).toBeCloseTo(1, 10);
        for (const cause of ["answered", "left", "silent", "other"] as const)
          expect(step[cause]).toBeGreaterThanOrEqual(before[cause]);
        before = step;
      }
    }),
  );
});

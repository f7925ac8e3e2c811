import { expect, test } from "vitest";
import { ratio } from "#lib/metrics/measure.ts";
import { AFTER_NAME, afterTitle } from "./after.ts";

test("handoffs are said to end worse, or better, only if the interval of the difference excludes zero", () => {
  const of = (part: number, n: number) => ratio({ part, n });
  expect(afterTitle(of(760, 1000), of(850, 1000))).toBe(
    "After a handoff 9.0 points fewer are resolved than by people from the start",
  );
  expect(afterTitle(of(90, 100), of(60, 100))).toBe(
    "After a handoff 30.0 points more are resolved than by people from the start",
  );
  expect(afterTitle(of(76, 100), of(85, 100))).toBe(AFTER_NAME);
  expect(afterTitle(of(1, 9), of(850, 1000))).toBe(AFTER_NAME);
  expect(afterTitle(of(0, 0), of(0, 0))).toBe(AFTER_NAME);
});

import { expect, test } from "vitest";
import type { WaitOutcome } from "./assessed.ts";
import { isRepeatedIn, promiseOf, waitBandOf } from "./told-apart.ts";

const answered = { outcome: "answered", isTakeover: false } as const;

test("a wait of exactly five open minutes is no longer under five, one of fifteen not yet over", () => {
  const of = (waitBusinessSeconds: number) => waitBandOf({ ...answered, waitBusinessSeconds });
  expect([0, 299.999, 300, 900, 900.001].map(of)).toEqual(["under_5", "under_5", "5_to_15", "5_to_15", "over_15"]);
});

test("whom nobody answered, or nobody waited for, has no band", () => {
  for (const outcome of ["left", "closed_unanswered", "handed_back", "waiting"] as const)
    expect(waitBandOf({ outcome, isTakeover: false, waitBusinessSeconds: 10 })).toBeNull();
  expect(waitBandOf({ ...answered, isTakeover: true, waitBusinessSeconds: 0 })).toBeNull();
});

test("a promise is kept to the second; it is broken for whom it ended without an answer", () => {
  const of = (outcome: WaitOutcome, waitSeconds: number, promisedWaitSeconds: number | null = 120) =>
    promiseOf({ outcome, isTakeover: false, waitSeconds, promisedWaitSeconds });
  expect([of("answered", 120), of("answered", 120.001), of("closed_unanswered", 5), of("handed_back", 5)]).toEqual([
    "kept",
    "broken",
    "broken",
    "broken",
  ]);
  expect([of("left", 29.9), of("left", 30), of("waiting", 120), of("waiting", 121)]).toEqual([
    null,
    "broken",
    null,
    "broken",
  ]);
  expect(of("answered", 1, null)).toBeNull();
  expect(promiseOf({ ...answered, isTakeover: true, waitSeconds: 0, promisedWaitSeconds: 120 })).toBeNull();
});

test("who wrote nothing after a person had, or is not read, could not say it again", () => {
  const [nothing, spoke] = [{ explicit: false, resent: false, askedAgain: false }, { customerSpokeAfterHuman: true }];
  expect(isRepeatedIn({ customerSpokeAfterHuman: false }, { ...nothing, explicit: true })).toBeNull();
  expect(isRepeatedIn(spoke, null)).toBeNull();
  expect(isRepeatedIn(spoke, nothing)).toBe(false);
});

test("saying it again and being asked again count, giving it again does not", () => {
  const of = (type: "explicit" | "resent" | "askedAgain") =>
    isRepeatedIn(
      { customerSpokeAfterHuman: true },
      { explicit: false, resent: false, askedAgain: false, [type]: true },
    );
  expect([of("explicit"), of("askedAgain"), of("resent")]).toEqual([true, true, false]);
});

import { describe, expect, test } from "vitest";
import { change, ratio } from "./measure.ts";
import { readTogether } from "./together.ts";

const of = (part: number, n: number) => ratio({ part, n });

describe("numbers that are read together", () => {
  // Alone it would be real, at a chance of about three in a hundred.
  const weak = change(of(130, 200), of(108, 200));
  const strong = change(of(190, 200), of(100, 200));
  const none = change(of(100, 200), of(101, 200));

  test("one that is barely real alone is not among five, one that is strong is", () => {
    expect([weak?.isReal, strong?.isReal]).toEqual([true, true]);
    const together = readTogether([weak, none, none, null, none, strong]);
    expect(together.map((one) => one?.isReal ?? null)).toEqual([false, false, false, null, false, true]);
    expect(readTogether([weak]).map((one) => one?.isReal)).toEqual([true]);
  });
});

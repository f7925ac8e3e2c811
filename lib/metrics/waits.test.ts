import { describe, expect, test } from "vitest";
import { change, ratio } from "./measure.ts";
import { answeredUnder, type Risk, type RiskOutcome } from "./waits.ts";

const OUTCOMES: Record<string, RiskOutcome> = { H: "answered", A: "left", C: "waiting", B: "handed_back" };
/** Waits in minutes with what ended them. */
const risks = (text: string): Risk[] =>
  text
    .split(" ")
    .map((word) => ({ seconds: Number.parseInt(word, 10) * 60, outcome: OUTCOMES[word.at(-1) ?? ""] ?? "waiting" }));

const FOURTEEN = risks("1H 2H 2A 3H 4A 5H 6H 7C 8H 10A 12H 15C 18H 20C");

describe("the share answered in time", () => {
  test("is the incidence, not the share of the decided; n = all at risk, part = those in time", () => {
    expect(answeredUnder(FOURTEEN, 300)).toMatchObject({ part: 3, n: 14, value: expect.closeTo(3 / 14, 12) });
    // At 301 s the reply at exactly five minutes counts: the published case.
    const { value, se, low, high } = answeredUnder(FOURTEEN, 301);
    expect(value).toBeCloseTo(0.285714, 6);
    expect(se).toBeCloseTo(0.120736, 6);
    expect([low, high]).toEqual([expect.closeTo(0.088339, 6), expect.closeTo(0.523739, 6)]);
  });

  test("whoever waits less than the target is censored and neither hit nor miss", () => {
    const found = answeredUnder(risks("2H 3C 4A 4H"), 300);
    expect(found).toMatchObject({ part: 2, n: 4 });
    // 1/4 at two minutes; then one of two left, one of two answered, of the three quarters that were left.
    expect(found.value).toBeCloseTo(1 / 4 + (3 / 4) * (1 / 2), 12);
  });

  test("all or none answered is a counted share with its interval; nobody is nothing", () => {
    expect(answeredUnder(risks("1H 2H 3H"), 300)).toEqual(ratio({ part: 3, n: 3 }));
    // One at a time, seven sevenths add up to a little more than 1.
    const seven = [10, 20, 30, 40, 50, 60, 70].map((seconds): Risk => ({ seconds, outcome: "answered" }));
    expect(answeredUnder(seven, 300)).toEqual(ratio({ part: 7, n: 7 }));
    expect(answeredUnder(risks("1A 6H 9H"), 300)).toEqual(ratio({ part: 0, n: 3 }));
    expect(answeredUnder([], 300)).toMatchObject({ value: null, n: 0, part: 0 });
  });
});

describe("a change", () => {
  test("of counted shares has Newcombe's interval", () => {
    expect(change(ratio({ part: 56, n: 70 }), ratio({ part: 48, n: 80 }))).toMatchObject({
      low: expect.closeTo(0.0524, 4),
      high: expect.closeTo(0.3339, 4),
      isReal: true,
    });
  });

  test("of incidences has the sum of both variances", () => {
    const [now, before] = [answeredUnder(FOURTEEN, 901), answeredUnder(FOURTEEN, 301)];
    const found = change(now, before);
    const half = 1.959964 * Math.hypot(now.se ?? Number.NaN, before.se ?? Number.NaN);
    expect(found?.difference).toBeCloseTo((now.value ?? 0) - (before.value ?? 0), 12);
    expect(found?.high).toBeCloseTo((found?.difference ?? 0) + half, 6);
    expect(found?.low).toBeCloseTo((found?.difference ?? 0) - half, 6);
  });

  test("between all answered and some answered is counted, as long as nobody is censored", () => {
    const all = answeredUnder(risks("1H 1H 1H 1H 1H 1H 1H 1H 1H 1H"), 300);
    const some = answeredUnder(risks("1H 1H 1H 1H 1H 1H 1H 1H 6H 6H"), 300);
    expect(change(all, some)).toEqual(change(ratio({ part: 10, n: 10 }), ratio({ part: 8, n: 10 })));
    const censored = answeredUnder(risks("1H 1H 1H 1H 1H 1H 1H 2C 3H 6H"), 300);
    expect(change(all, censored)).toBeNull();
  });

  test("under ten there is none", () => {
    expect(change(ratio({ part: 5, n: 9 }), ratio({ part: 5, n: 90 }))).toBeNull();
  });
});

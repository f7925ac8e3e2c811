import { describe, expect, test } from "vitest";
import type { Unmatched } from "#lib/metrics/like-for-like.ts";
import { change, ratio } from "#lib/metrics/measure.ts";
import { rangeOfWeek } from "#lib/time/range.ts";
import type { Piece } from "./piece.ts";
import { leadSentence, subSentence } from "./weekly.ts";

const week = (name: string) => {
  const range = rangeOfWeek(name, "UTC");
  if (!range) throw new Error(name);
  return range;
};
const [range, before] = [week("2026-W47"), week("2026-W46")];
const say = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
const unmatched: Unmatched = { isComparable: false, why: "too_little_in_common", apart: 0.4 };
const beside = { found: unmatched, isLonger: false };
const lead = (csat: [number, number], human: [number, number], last: [number, number]) => {
  const of = ([part, n]: [number, number]) => ratio({ part, n });
  return say(
    leadSentence({
      range,
      before,
      csat: of(csat),
      humanCsat: of(human),
      csatChange: change(of(csat), of(last)),
      beside,
    }),
  );
};

describe("the lead", () => {
  test("names value, n, interval, the gap to human-only and that nothing moved", () => {
    expect(lead([280, 412], [214, 279], [275, 410])).toBe(
      "Handoff CSAT is 68\u202f% (n 412, 95\u202f% 63–72), 9 points below human-only, topics not matched; no real change on week 46.",
    );
  });

  test("says up or down only when the interval of the change excludes zero", () => {
    expect(lead([280, 412], [190, 279], [230, 410])).toContain("; up 11.9 points on week 46.");
    expect(lead([280, 412], [190, 279], [330, 410])).toContain("; down 12.5 points on week 46.");
  });

  test("claims no gap that the interval does not support", () => {
    expect(lead([280, 412], [196, 279], [275, 410])).toContain("not clearly apart from human-only");
  });

  test("says when there is nothing to say", () => {
    expect(lead([0, 0], [1, 2], [3, 4])).toBe("Nobody rated a handoff in week 47.");
    expect(lead([5, 9], [1, 2], [3, 4])).toBe("Too few ratings of handoffs in week 47 to tell (n 9).");
    expect(lead([280, 412], [1, 2], [3, 4])).toContain("; week 46 had too few ratings to compare with.");
  });
});

test("a period that shares days with the one it stands beside is not compared", () => {
  const csat = ratio({ part: 280, n: 412 });
  const said = leadSentence({ range, before: range, csat, humanCsat: csat, csatChange: change(csat, csat), beside });
  expect(say(said)).toContain("; week 47 shares days with it, so nothing is compared.");
});

test("the second sentence lists what moved and counts what did not", () => {
  const moved = (key: "escalationRate" | "contextRepetition", now: [number, number], last: [number, number]) => {
    const [a, b] = [ratio({ part: now[0], n: now[1] }), ratio({ part: last[0], n: last[1] })];
    return { key, now: a, change: change(a, b) };
  };
  expect(say(subSentence([moved("escalationRate", [480, 1200], [400, 1200])]))).toBe(
    "Real this week: the escalation rate rose 6.7 points to 40.0\u202f%.",
  );
  expect(
    say(
      subSentence([
        moved("escalationRate", [480, 1200], [400, 1200]),
        moved("contextRepetition", [40, 300], [42, 300]),
      ]),
    ),
  ).toBe(
    "Real this week: the escalation rate rose 6.7 points to 40.0\u202f%. The share who had to repeat themselves moved no more than chance would.",
  );
  expect(say(subSentence([moved("contextRepetition", [40, 300], [42, 300])]))).toBe(
    "The share who had to repeat themselves moved no more than chance would.",
  );
  expect(say(subSentence([moved("contextRepetition", [1, 3], [2, 3])]))).toBe(
    "There is nothing to compare the other numbers with yet.",
  );
});

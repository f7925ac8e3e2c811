import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Measurement, ratio } from "#lib/metrics/measure.ts";
import type { FateRisk } from "#lib/metrics/wait-curve.ts";
import { answeredUnder } from "#lib/metrics/waits.ts";
import {
  answeredOnlySentence,
  askedSentence,
  cautionSentence,
  leftSentence,
  legsSentence,
  outOfHoursSentence,
  quantilesText,
  reachedSentence,
  stillWaitingSentence,
  stretchesSentence,
  type WaitPiece,
  waitTitle,
} from "./waiting.ts";

const risk = (seconds: number, outcome: FateRisk["outcome"] = "answered", isSilent = false): FateRisk => ({
  seconds,
  outcome,
  isSilent,
});
const many = (n: number, seconds: (i: number) => number): FateRisk[] =>
  Array.from({ length: n }, (_, i) => risk(seconds(i)));
const plain = (text: string): string => text.replaceAll("\u202f", " ");
const textOf = (pieces: WaitPiece[]): string => plain(pieces.map(({ text }) => text).join(""));
const opened = (pieces: WaitPiece[]) => pieces.flatMap(({ opens }) => opens ?? []);

/** One answered every ten seconds. */
const EVEN = many(100, (i) => (i + 1) * 10);
const LEAVING = [...EVEN, ...Array.from({ length: 20 }, (_, i) => risk((i + 1) * 20, "left", i % 2 === 0))];

describe("the title", () => {
  test("says when half were answered and how long a tenth waited", () => {
    expect(waitTitle(EVEN, "open")).toBe(
      "Half are answered within nine minutes, one in ten waits fifteen minutes or longer",
    );
    expect(waitTitle(EVEN, "wall")).toMatch(/or longer by the clock$/);
  });

  test("counts those who left among all, of whom half must be answered", () => {
    // Of 120 the sixtieth answer comes after ten minutes, where of the answered alone it would be the fiftieth.
    expect(waitTitle(LEAVING, "open")).toMatch(/^Half are answered within ten minutes/);
  });

  test("is none of fewer than ten, and none where half were never answered", () => {
    expect(waitTitle(EVEN.slice(0, 9), "open")).toBeNull();
    const gone = Array.from({ length: 20 }, () => risk(60, "left"));
    expect(waitTitle([...EVEN.slice(0, 19), ...gone], "open")).toBeNull();
    expect(waitTitle([], "open")).toBeNull();
  });

  test("says nothing of a tenth where its interval has no upper end, or it is under a minute", () => {
    expect(waitTitle(EVEN.slice(0, 10), "open")).toBe("Half are answered within one minute");
    expect(
      waitTitle(
        many(100, (i) => i / 2),
        "open",
      ),
    ).toBe("Half are answered within one minute");
  });

  test("names hours from two hours on", () => {
    expect(
      waitTitle(
        many(100, (i) => (i + 1) * 600),
        "open",
      ),
    ).toBe("Half are answered within nine hours, one in ten waits fifteen hours or longer");
  });

  test("is true of the rows, whatever they are", () => {
    const waits = fc.array(fc.integer({ min: 0, max: 7000 }), { minLength: 10, maxLength: 120 });
    fc.assert(
      fc.property(waits, fc.integer({ min: 0, max: 5 }), (seconds, left) => {
        const all = seconds.map((one, i) => risk(one, i < left ? "left" : "answered"));
        const title = waitTitle(all, "open");
        const [, within, unit] = /within (\S+) (minute|hour)/.exec(title ?? "") ?? [];
        const [, from, longer] = /waits (\S+) (minute|hour)/.exec(title ?? "") ?? [];
        const size = (name: string | undefined) => (name === "hour" ? 3600 : 60);
        const share = (is: (one: FateRisk) => boolean) => all.filter(is).length / all.length;
        if (within) {
          const limit = numberOf(within) * size(unit);
          expect(share((one) => one.outcome === "answered" && one.seconds <= limit)).toBeGreaterThanOrEqual(0.5 - 1e-9);
        }
        if (from)
          expect(share((one) => one.seconds >= numberOf(from) * size(longer))).toBeGreaterThanOrEqual(0.1 - 1e-9);
      }),
    );
  });
});

const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const numberOf = (text: string): number => (WORDS.includes(text) ? WORDS.indexOf(text) : Number(text));

describe("the share answered in five minutes", () => {
  const reached = answeredUnder(EVEN, 300);
  test("has n, its interval and where that stands", () => {
    expect(plain(reachedSentence(reached, 0.8))).toBe(
      "29 % · n 100 · 95 % 20–38; target 80 %, missed by the whole interval",
    );
    expect(reachedSentence(reached, 0.3)).toMatch(/close to it and not clear$/);
    expect(reachedSentence(reached, 0.1)).toMatch(/met$/);
    expect(plain(reachedSentence(reached, null))).toBe("29 % · n 100 · 95 % 20–38");
  });

  test("is hidden under ten", () => {
    expect(plain(reachedSentence(answeredUnder(EVEN.slice(0, 7), 300), 0.8))).toBe("too few · n 7");
  });
});

describe("the answered alone", () => {
  test("read shorter than all, by those whom nobody answered", () => {
    expect(answeredOnlySentence(LEAVING)).toBe(
      "Would read 8:20 min, not 8:50 min: it leaves out the 20 whom nobody answered.",
    );
  });

  test("lose nobody where everybody was answered, and say so where the median was not reached", () => {
    expect(answeredOnlySentence(EVEN)).toMatch(/nobody is missing/);
    expect(answeredOnlySentence([...EVEN, risk(5, "left")])).toMatch(/leaves out the one whom nobody answered/);
    const waiting = Array.from({ length: 60 }, () => risk(5, "waiting"));
    expect(answeredOnlySentence([...EVEN.slice(0, 5), ...waiting])).toMatch(/^Would read the same 0:30 min/);
    expect(answeredOnlySentence([risk(60), ...Array.from({ length: 20 }, () => risk(90, "waiting"))])).toBe(
      "Would read 1:00 min, where the median of all is not reached: it leaves out the 20 whom nobody answered.",
    );
  });

  test("are not compared under ten, nor where nobody was", () => {
    expect(answeredOnlySentence(EVEN.slice(0, 9))).toBeNull();
    expect(answeredOnlySentence(Array.from({ length: 20 }, () => risk(60, "left")))).toBeNull();
  });
});

test("what Kaplan–Meier takes for granted is said where it takes anything", () => {
  expect(cautionSentence(LEAVING)).toMatch(/^Kaplan–Meier treats leaving as independent of the wait/);
  expect(cautionSentence([...EVEN, risk(5, "handed_back")])).not.toBeNull();
  expect(cautionSentence([...EVEN, risk(5, "waiting")])).toBeNull();
});

describe("the stretches of the curve", () => {
  test("hold everybody once, each with its list by the clock of the curve", () => {
    const pieces = stretchesSentence([...LEAVING, risk(900, "waiting"), risk(40, "handed_back")], "wall");
    expect(textOf(pieces)).toBe(
      "29 answered within 5 min · 61 answered in 5 to 15 min · 10 answered later · 1 still waiting · 1 closed or handed back · 10 left and said so · 10 left in silence",
    );
    expect(opened(pieces).slice(0, 4)).toEqual([
      { wall: "under_5", hours: "open" },
      { wall: "5_to_15", hours: "open" },
      { wall: "over_15", hours: "open" },
      { fate: "waiting", hours: "open" },
    ]);
    expect(opened(stretchesSentence(EVEN, "open"))[0]).toEqual({ wait: "under_5", hours: "open" });
  });

  test("that hold nobody are not named", () => {
    expect(textOf(stretchesSentence([risk(20)], "open"))).toBe("1 answered within 5 min");
  });
});

describe("leaving", () => {
  const [certain, likely] = [ratio({ part: 17, n: 460 }), ratio({ part: 43, n: 460 })];
  test("is a range from the certain to the likely, with those who left at once apart", () => {
    const pieces = leftSentence({ certain, likely, short: 5 });
    expect(textOf(pieces)).toBe(
      "3.7 % for certain, 9.3 % with those who fell silent, of 460, open hours or not (95 % 7.0–12.4). Within 30 seconds left 5, counted apart.",
    );
    expect(opened(pieces)).toEqual(["certain", "left", "short"]);
  });

  test("is one figure where nobody fell silent", () => {
    expect(textOf(leftSentence({ certain: likely, likely, short: 0 }))).toBe(
      "9.3 % of 460, open hours or not (95 % 7.0–12.4); all of them said or showed it.",
    );
  });

  test("has no rate under ten, and none of nobody", () => {
    expect(
      textOf(leftSentence({ certain: ratio({ part: 1, n: 7 }), likely: ratio({ part: 2, n: 7 }), short: 0 })),
    ).toBe("too few · n 7.");
    const none = ratio({ part: 0, n: 0 });
    expect(textOf(leftSentence({ certain: none, likely: none, short: 0 }))).toBe("Nobody who could have left.");
  });
});

describe("out of hours", () => {
  test("is counted apart, with both clocks", () => {
    const pieces = outOfHoursSentence({ open: EVEN, wall: many(100, () => 40_000) });
    expect(textOf(pieces)).toBe("100 handoffs, shown apart: p50 8:20 min from opening, 11 h 06 by the clock.");
    expect(opened(pieces)).toEqual(["closed"]);
  });

  test("few have no median, and nobody is said", () => {
    const one = EVEN.slice(0, 1);
    expect(textOf(outOfHoursSentence({ open: one, wall: one }))).toBe("1 handoff, shown apart; too few for a median.");
    expect(opened(outOfHoursSentence({ open: [], wall: [] }))).toEqual([]);
  });
});

test("those who still wait are counted, with the list", () => {
  const waiting: Measurement = ratio({ part: 12, n: 460 });
  expect(textOf(stillWaitingSentence(waiting))).toBe("12, of 460; each counts for as long as it has been.");
  expect(opened(stillWaitingSentence(waiting))).toEqual(["waiting"]);
  expect(textOf(stillWaitingSentence(ratio({ part: 0, n: 460 })))).toBe("Nobody any more.");
  expect(textOf(stillWaitingSentence(ratio({ part: 0, n: 0 })))).toBe("Nobody.");
});

test("the clock from the first ask has quantiles of its own, and a gap is named", () => {
  expect(textOf(askedSentence(EVEN))).toBe("p50 8:20 min · p75 12:30 min · p90 15:00 min · p95 15:50 min · n 100");
  expect(textOf(askedSentence(EVEN.slice(0, 4)))).toBe("Too few · n 4");
  expect(textOf(askedSentence([]))).toMatch(/Nobody asked/);
  expect(quantilesText([...EVEN.slice(0, 60), ...Array.from({ length: 40 }, () => risk(600, "waiting"))])).toBe(
    "p50 8:20 min · p75 not reached · p90 not reached · p95 not reached",
  );
});

describe("queue and reply", () => {
  const queue = EVEN.map(({ seconds }) => seconds);
  const reply = queue.map(() => 20);
  test("are two medians, of those of whom it is known", () => {
    expect(plain(legsSentence({ queue, reply, answered: 100 }))).toBe(
      "8:25 min in the queue, 0:20 min to read and write · n 100 answered. Each is a median of its own, so they need not add up.",
    );
    expect(legsSentence({ queue, reply, answered: 140 })).toContain("not available from the source of 40 more");
  });

  test("are not available where no source says when somebody accepted", () => {
    expect(legsSentence({ queue: [], reply: [], answered: 40 })).toMatch(/^Not available from this source/);
    expect(plain(legsSentence({ queue: [5], reply: [5], answered: 1 }))).toBe("Too few · n 1.");
    expect(plain(legsSentence({ queue: [], reply: [], answered: 0 }))).toBe("Nobody was answered.");
  });
});

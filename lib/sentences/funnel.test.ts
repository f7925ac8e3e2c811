import { expect, test } from "vitest";
import { ASK_ENDINGS, type AskEnding, FUNNEL_STEPS, funnelOf } from "#lib/metrics/funnel.ts";
import { ENDING_TEXTS, FUNNEL_NAME, funnelTitle, STEP_TEXTS } from "./funnel.ts";

test("where those who asked in vain were lost is said only if more were lost there than chance would", () => {
  const of = (counts: Partial<Record<AskEnding, number>>) =>
    funnelTitle(
      funnelOf(
        Object.entries(counts).flatMap(([ending, n]) =>
          Array.from({ length: n }, () => ({ ending: ending as AskEnding, spent: [null, null, null] })),
        ),
      ),
    );
  expect(of({ unhanded_left: 30, unhanded_closed: 10, unanswered_left: 8 })).toBe(
    "Most who asked in vain were never handed over",
  );
  expect(of({ unhanded_left: 8, unanswered_back: 20, unanswered_given_up: 20 })).toBe(
    "Most who asked in vain were handed over and never answered",
  );
  expect(of({ unhanded_left: 12, unanswered_left: 10, stayed: 400 })).toBe(FUNNEL_NAME);
  expect(of({ unhanded_left: 9 })).toBe(FUNNEL_NAME);
  expect(of({ unhanded_open: 50, unanswered_left: 2 })).toBe(FUNNEL_NAME);
  expect(of({})).toBe(FUNNEL_NAME);
});

test("every step and every ending has its words", () => {
  for (const ending of ASK_ENDINGS) expect(ENDING_TEXTS[ending]).not.toBe("");
  for (const step of FUNNEL_STEPS) expect(STEP_TEXTS[step]).not.toBe("");
});

import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { isTooFew } from "#lib/metrics/measure.ts";
import type { MeasuredDetector } from "#lib/stats/proportions/corrected-share.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { MEASURED } from "./measured.ts";

/** Findings by which the part of a metric is told: of a scanner, with rules that begin so and, if any are given, these
 * labels. own: keys of the labelled sentences that tell what the scanner misses of it. */
export type Detected = { scanner: string; beginnings: string[]; labels: string[]; own: string[] };

const detected = (scanner: string, beginnings: string[], own: string[]): Detected => ({
  ...{ scanner, beginnings, own, labels: [] },
});
const passedOn = (part: string): Detected => ({
  ...{ scanner: "context_passed", beginnings: [""], labels: [part], own: [part] },
});

/** The metrics that rest on one scanner alone, and on words whose reading is measured. */
export const DETECTED: Partial<Record<MetricKey, Detected>> = {
  contextHistory: passedOn("history"),
  contextAssessment: passedOn("ai_assessment"),
  contextAttempted: passedOn("attempted_solutions"),
  contextCustomer: passedOn("customer_context"),
  contextNextSteps: passedOn("next_steps"),
  transferSaid: detected("expectation", ["transfer."], ["ack_transfer"]),
  noRepeatSaid: detected("expectation", ["no_repeat."], ["no_repeat"]),
  warmIntroduction: detected("introduction", ["warm."], ["warm"]),
  coldIntroduction: detected("introduction", ["cold."], ["cold"]),
  repeatedSolution: detected("repeated_solution", [""], ["same_solution"]),
  contextRepetition: detected("context_repetition", ["R1.", "R3."], ["explicit", "asked_again"]),
  explicitRepetition: detected("context_repetition", ["R1."], ["explicit"]),
  resent: detected("context_repetition", ["R2."], ["resent"]),
  askedAgain: detected("context_repetition", ["R3."], ["asked_again"]),
};

type Reviews = { scanner: string; label: string; rule: string; confirmed: number; dismissed: number };
export type Judged = { confirmed: number; dismissed: number };

/** What people said of the findings by which a metric is told. */
export const judgedOf = ({ scanner, beginnings, labels }: Detected, reviews: readonly Reviews[]): Judged => {
  const some = reviews.filter(
    (one) =>
      one.scanner === scanner &&
      beginnings.some((beginning) => one.rule.startsWith(beginning)) &&
      (labels.length === 0 || labels.includes(one.label)),
  );
  const sum = (of: keyof Judged) => some.reduce((all, one) => all + one[of], 0);
  return { confirmed: sum("confirmed"), dismissed: sum("dismissed") };
};

/** Whether so many were judged that a rate may be corrected by it. */
export const isJudgedEnough = ({ confirmed, dismissed }: Judged): boolean => !isTooFew({ n: confirmed + dismissed });

/** A share with its standard error, pulled a little from the ends, where few trials would otherwise look like certainty:
 * Agresti & Coull 1998, Am Stat 52:119. */
const estimated = (right: number, of: number) => {
  const pulled = (right + 2) / (of + 4);
  return { value: right / of, se: Math.sqrt((pulled * (1 - pulled)) / (of + 4)) };
};

/** How well the rules behind a metric find what is there: what they miss by our own labelled sentences, and how often they
 * fire where nothing is by what people dismissed, given how often they fired in all that is stored. Null = too few were
 * judged, nothing is labelled, or what they find would fill everything. */
export const detectorOf = ({ own }: Detected, judged: Judged, all: Counts): MeasuredDetector | null => {
  const labelled = MEASURED.filter(({ key }) => own.includes(key));
  const [so, right] = [
    labelled.reduce((sum, one) => sum + one.so, 0),
    labelled.reduce((sum, one) => sum + one.right, 0),
  ];
  if (!isJudgedEnough(judged) || so === 0 || right === 0 || all.whole === 0) return null;
  const sensitivity = estimated(right, so);
  const precision = estimated(judged.confirmed, judged.confirmed + judged.dismissed);
  const fired = all.part / all.whole;
  const without = 1 - Math.min(1, (fired * precision.value) / sensitivity.value);
  if (without === 0) return null;
  const specificity = Math.max(0, 1 - (fired * (1 - precision.value)) / without);
  return { sensitivity, specificity: { value: specificity, se: (fired / without) * precision.se } };
};

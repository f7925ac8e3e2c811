import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { SourceDescriptor } from "./descriptor.ts";

const WORDS = {
  grade: "approximate",
  why: "Read from the words of its messages, in the languages that have phrases.",
} as const;

const READ = [
  "contextRepetition",
  "resent",
  "askedAgain",
  "transferSaid",
  "noRepeatSaid",
  "waitGiven",
  "warmIntroduction",
  "neutralIntroduction",
  "coldIntroduction",
  "repeatedSolution",
] as const satisfies readonly MetricKey[];

const PASSED_ON = [
  "contextHistory",
  "contextAssessment",
  "contextAttempted",
  "contextCustomer",
  "contextNextSteps",
] as const satisfies readonly MetricKey[];

type Given = SourceDescriptor["gives"][MetricKey];

const each = <K extends MetricKey>(keys: readonly K[], given: Given): Record<K, Given> =>
  Object.fromEntries(keys.map((key) => [key, given])) as Record<K, Given>;

/** How well what is read from words can be measured, which is the same for every source that has the words. */
export const READ_FROM_WORDS = {
  ...each(READ, WORDS),
  notScanned: {
    grade: "exact",
    why: "As far as the language of a conversation is told; where it is not, English is read.",
  },
} as const;

/** How well it can be measured what came along with a handoff. */
export const passedOn = (given: Given) => each(PASSED_ON, given);

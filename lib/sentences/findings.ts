import type { Introduction, TriggerFamily } from "#lib/conversation/assessed.ts";
import type { PromiseKept } from "#lib/conversation/told-apart.ts";

export type Found = {
  /** Null = a later handoff of its episode, or not read yet. */
  isScanned: boolean | null;
  introduction: Introduction | null;
  solutionRepeated: boolean | null;
  promise: PromiseKept | null;
  explicit: boolean;
  resent: boolean | null;
  askedAgain: boolean | null;
  readFamily: TriggerFamily | null;
  triggerAgrees: boolean | null;
};

/** What was found, in as few words as there are; isWrong = it speaks against the handoff. */
export type Note = { text: string; isWrong: boolean };

/** What was found at a handoff in short, such as "cold", "repeated solution", "says it again"; a language without phrases
 * is said to be one, and nothing found is no note. */
export const findingNotes = (found: Found): Note[] => [
  ...(found.isScanned === false ? [{ text: "not scanned", isWrong: false }] : []),
  ...(found.introduction ? [{ text: found.introduction, isWrong: found.introduction === "cold" }] : []),
  ...wrong(found.solutionRepeated, "repeated solution"),
  ...wrong(found.explicit, "says it again"),
  ...wrong(found.askedAgain, "asked again"),
  ...wrong(found.resent, "gives it again"),
  ...wrong(found.promise === "broken", "promise broken"),
  ...wrong(found.triggerAgrees === false, `reads as ${(found.readFamily ?? "unknown").replaceAll("_", " ")}`),
];

const wrong = (is: boolean | null, text: string): Note[] => (is ? [{ text, isWrong: true }] : []);

import type { Judgement } from "./reading/grammar.ts";

/** A way of saying something, as data: `any` of the patterns (language of reading/pattern.ts) in one sentence, and none of
 * `unless` in it. */
export type Phrase = {
  /** Names it in a finding, such as "R1.reference". */
  rule: string;
  /** What it says, such as "rep_reference". */
  label: string;
  /** From 0 to 1: how often a hit is right. */
  confidence: number;
  any: string[];
  unless?: string[];
  /** What the grammar of the sentence must say of a doubtful hit. */
  only?: Judgement;
};

/** Everything a language is read by. A language without a pack is not scanned. */
export type Pack = { language: string; lists: Record<string, string[]>; phrases: Record<string, Phrase[]> };

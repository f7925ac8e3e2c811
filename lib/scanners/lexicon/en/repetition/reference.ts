import type { Phrase } from "../../../phrase.ts";

/** A way to restate something and mark it as said before. */
export const reference = (name: string, confidence: number, any: string[], unless: string[] = []): Phrase => ({
  rule: `R1.reference.${name}`,
  label: "rep_reference",
  confidence,
  any,
  unless,
});

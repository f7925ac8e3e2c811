import type { Hit } from "../reading/phrase-index.ts";
import type { Reading } from "../reading/reading.ts";
import { type ContextPart, isPart } from "./parts.ts";

export type ToldPart = { part: ContextPart; confidence: number; start: number; end: number };

const KEY = "context_passed";

/** The parts that a note or summary tells, each where it is said most surely. Lines of both the customer and the AI are a
 * transcript, and then the name at their beginning is no heading. */
export const partsToldIn = (reading: Reading): ToldPart[] => {
  const hits = reading.hits(KEY);
  const lines = (label: string): Hit | undefined => hits.find(({ phrase }) => phrase.label === label);
  const [customer, ai] = [lines("line_customer"), lines("line_ai")];
  const transcript =
    customer && ai ? [{ part: "history" as const, confidence: 0.85, start: customer.start, end: ai.end }] : [];
  const told = hits.flatMap(({ phrase: { label, confidence }, start, end }): ToldPart[] =>
    isPart(label) ? [{ part: label, confidence, start, end }] : [],
  );
  const parts = transcript.length > 0 ? transcript.map(inOrder) : told;
  return [...Map.groupBy(parts, ({ part }) => part).values()].flatMap((some) => some[0] ?? []);
};

const inOrder = (told: ToldPart): ToldPart => ({
  ...told,
  start: Math.min(told.start, told.end),
  end: Math.max(told.start, told.end),
});

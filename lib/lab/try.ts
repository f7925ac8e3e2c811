import type { AuthorKind } from "#lib/conversation/types.ts";
import { explain } from "#lib/scanners/explain.ts";
import { marksOfLine } from "#lib/scanners/line.ts";

/** So much is read at once; it is far more than anybody says in one message. */
export const LONGEST_TRIED = 2000;

export const TRIED_ROLES = ["customer", "human", "ai"] as const satisfies AuthorKind[];
export type TriedRole = (typeof TRIED_ROLES)[number];

/** What one sentence is read as. Offsets are of UTF-16 units of the text. */
export type Tried = {
  scanner: string;
  name: string;
  sentence: string;
  rule: string;
  start: number;
  end: number;
  confidence: number;
  counts: boolean;
};

/** Everything the scanners find in one English message by itself, also what is not sure enough to count, in the order of
 * its words. What only a whole conversation tells is not asked. */
export const trySentence = (text: string, role: TriedRole): Tried[] =>
  marksOfLine({ id: "tried", role, text: text.slice(0, LONGEST_TRIED), language: "en" })
    .map(({ scanner, rule, label, start, end, confidence }) => {
      const { scanner: name, sentence, counts } = explain({ scanner, rule, label, confidence });
      return { scanner, name, sentence, rule, start, end, confidence, counts };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);

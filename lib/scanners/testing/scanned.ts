import { assess } from "#lib/conversation/assess.ts";
import type { Finding, History } from "#lib/conversation/assessed.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { at, noHistory, utcHours } from "#lib/testing/build.ts";
import { readerFor } from "../lexicon/packs.ts";
import type { Mark, Scanner, Turn } from "../scanner.ts";
import { readTurns } from "../turns.ts";

/** What one scanner finds in a whole conversation, assessed as the product does. */
export const scanned = ({ key }: Scanner, conversation: Conversation, history: History = noHistory): Finding[] =>
  assess(conversation, history, { now: at("+30d 12:00"), calendarOf: utcHours }).findings.filter(
    ({ scanner }) => scanner === key,
  );

/** What one scanner finds in the last of some English turns. */
export const marksIn = ({ inTurn }: Scanner, ...said: [Turn["role"], string][]): Mark[] => {
  const reader = readerFor("en");
  if (!reader || !inTurn) throw new Error("There is nothing to read with.");
  const turns = readTurns(
    said.map(([role, text], i) => ({
      id: `t${i}`,
      kind: "message",
      automated: false,
      isPublic: true,
      at: null,
      ai: null,
      role,
      text,
    })),
    reader,
  );
  const last = turns.at(-1);
  return last ? inTurn(last, () => turns.slice(0, -1)) : [];
};

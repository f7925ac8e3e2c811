import type { Message } from "#lib/conversation/types.ts";
import { readerFor } from "./lexicon/packs.ts";
import { lineKeys } from "./reading/own-words.ts";
import type { Reader } from "./reading/reading.ts";
import type { Turn } from "./scanner.ts";

/** What was said in an episode, each message read once; null = its language has no pack. */
export const turnsOf = (messages: Message[], language: string | null): Turn[] | null => {
  const reader = readerFor(language);
  return reader && readTurns(messages.map(asSaid), reader);
};

/** A turn before it is read. */
export type Said = Omit<Turn, "reading">;

const asSaid = ({ id, kind, automated, text, ai, authorKind, visibility, at }: Message): Said => ({
  ...{ id, kind, automated, text, ai, at },
  role: authorKind,
  isPublic: visibility === "public",
});

/** Turns in time order, each read in the light of the lines before it. */
export const readTurns = (said: Said[], reader: Reader): Turn[] => {
  const earlier = new Set<string>();
  let known = 0;
  return said.map((turn, i) => {
    // A line can only be pasted beside others. A copy would cost its square: what is read is read at once, before the
    // set grows.
    if (!turn.text.includes("\n")) return { ...turn, reading: reader(turn.text) };
    for (; known < i; known++) for (const key of lineKeys(said[known]?.text ?? "")) earlier.add(key);
    return { ...turn, reading: reader(turn.text, earlier) };
  });
};

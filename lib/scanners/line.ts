import { z } from "zod";
import type { AuthorKind } from "#lib/conversation/types.ts";
import { readerFor } from "./lexicon/packs.ts";
import { isCounted, SCANNERS } from "./registry.ts";
import type { Mark } from "./scanner.ts";
import { readTurns, type Said } from "./turns.ts";

const said = z.object({ role: z.string(), text: z.string() });

/** One turn to be read by itself, with what was said before it. */
export const lineSchema = said.extend({
  id: z.union([z.string(), z.number()]),
  before: z.array(said).nullish(),
  language: z.string().nullish(),
});
export type Line = z.infer<typeof lineSchema>;

export type LineFinding = Pick<Mark, "rule" | "label" | "start" | "end" | "confidence"> & { scanner: string };

/** What `marksOfLine` finds, of findings that count only. */
export const readLine = (line: Line): LineFinding[] => marksOfLine(line).filter(isCounted);

/** Everything the scanners find in one turn, also what is not sure enough to count; nothing where its language has no pack.
 * A turn is read as if it stood after the handoff, and by a participant of whom nothing is known as either side. Offsets
 * are of UTF-16 units of its text. */
export const marksOfLine = ({ role, text, before, language }: Line): LineFinding[] => {
  const reader = readerFor(language ?? null);
  if (!reader) return [];
  return rolesOf(role).flatMap((as) => {
    const earlier = (before ?? []).map((turn) => ({ role: rolesOf(turn.role)[0] ?? "system", text: turn.text }));
    const turns = readTurns([...earlier, { role: as, text }].map(asSaid), reader);
    const last = turns.at(-1);
    if (!last) return [];
    return SCANNERS.flatMap(({ key, inTurn }) =>
      (inTurn?.(last, () => turns.slice(0, -1)) ?? []).map(({ rule, label, start, end, confidence }) => ({
        ...{ scanner: key, rule, label, start, end, confidence },
      })),
    );
  });
};

const asSaid = ({ role, text }: { role: AuthorKind; text: string }, i: number): Said => ({
  ...{ id: `${i}`, kind: "message", automated: false, isPublic: true, at: null, ai: null },
  ...{ role, text },
});

const ROLES: Record<AuthorKind, string[]> = {
  customer: ["customer", "user", "client", "caller", "visitor", "contact", "consumer"],
  ai: ["ai", "bot", "assistant", "chatbot", "bot_template", "virtual_assistant"],
  human: ["human", "agent", "representative", "rep", "advisor", "operator", "admin", "helper"],
  system: ["system", "event"],
};

const rolesOf = (role: string): AuthorKind[] => {
  const small = role.toLowerCase();
  const known = (Object.keys(ROLES) as AuthorKind[]).filter((kind) => ROLES[kind].includes(small));
  return known.length > 0 ? known : ["customer", "human"];
};

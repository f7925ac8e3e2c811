import { type EntityKind, entitiesIn } from "../reading/entities.ts";
import type { Hit } from "../reading/reading.ts";
import type { Mark, Turn } from "../scanner.ts";

/** What was asked for, and how it is known to have been given. */
const SLOTS: Record<string, (turn: Turn) => boolean> = {
  order: gives("number"),
  email: gives("email"),
  phone: gives("phone"),
  error: gives("error"),
  amount: gives("amount"),
  link: gives("url"),
  issue: ({ text }) => text.trim().split(/\s+/).length >= WORDS_OF_AN_ISSUE,
};

/** A customer who wrote so many words in one turn has said what it is about. */
const WORDS_OF_AN_ISSUE = 6;

function gives(kind: EntityKind): (turn: Turn) => boolean {
  return ({ reading }) => entitiesIn(reading.own).some((one) => one.kind === kind);
}

/** R3: a person asks for what the customer had given before. Asked for as a proof of who they are it is shown and does
 * not count. */
export const askedAgainIn = (before: Turn[], hits: Hit[]): Mark[] => {
  const customer = before.filter(({ role, isPublic }) => role === "customer" && isPublic);
  const isProof = hits.some(({ phrase }) => phrase.label === "verification");
  const marks = hits.flatMap(({ phrase, start, end }): Mark[] => {
    const [, slot = ""] = phrase.rule.split(".");
    const given = phrase.label === "asks_for" && customer.find((one) => SLOTS[slot]?.(one));
    if (!given) return [];
    const confidence = isProof ? 0.4 : phrase.confidence;
    return [
      {
        rule: isProof ? "R3.verification" : `R3.${slot}`,
        label: "asked_again",
        start,
        end,
        confidence,
        earlier: given.id,
      },
    ];
  });
  return [...Map.groupBy(marks, ({ rule }) => rule).values()].flatMap(([first]) => first ?? []);
};

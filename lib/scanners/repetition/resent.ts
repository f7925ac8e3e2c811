import { type Entity, entitiesIn } from "../reading/entities.ts";
import { likeness } from "../reading/similarity.ts";
import type { Mark, Turn } from "../scanner.ts";

/** Sentences from here on say the same. */
const SAME_FROM = 0.8;
/** So many of the customer's earlier turns are compared. */
const MOST_TURNS = 40;

/** R2: the customer gives again what they themselves gave before: an entity, or a sentence that is nearly the same. Not
 * what somebody else named since, as that is then only spoken of. */
export const resentIn = (turn: Turn, before: Turn[]): Mark[] => {
  const own = before.filter(({ role, isPublic }) => role === "customer" && isPublic).slice(-MOST_TURNS);
  const others = before.filter(({ role, isPublic }) => role !== "customer" && isPublic).slice(-MOST_TURNS);
  const entity = entitiesIn(turn.reading.own).flatMap((found): Mark[] => {
    const first = own.find((one) => has(one, found));
    if (!first || others.some((one) => has(one, found))) return [];
    const { start, end, kind } = found;
    return [{ rule: `R2.${kind}`, label: "resent", start, end, confidence: 0.85, earlier: first.id }];
  });
  return [...entity, ...sentenceAgain(turn, own)].slice(0, 3);
};

const has = ({ reading }: Turn, { kind, value }: Entity): boolean =>
  entitiesIn(reading.own).some((one) => one.kind === kind && one.value === value);

const sentenceAgain = (turn: Turn, own: Turn[]): Mark[] => {
  for (const { text, start } of turn.reading.sentences().slice(0, 20)) {
    const first = own.find(({ reading }) =>
      reading
        .sentences()
        .slice(0, 20)
        .some((sentence) => likeness(text, sentence.text) >= SAME_FROM),
    );
    if (first) {
      return [
        { rule: "R2.sentence", label: "resent", start, end: start + text.length, confidence: 0.8, earlier: first.id },
      ];
    }
  }
  return [];
};

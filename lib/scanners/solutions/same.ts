import { WHOLE_ACTIONS } from "../lexicon/en/solution-words.ts";
import type { ReadSentence, Step } from "./steps.ts";

/** A step that the AI spoke of without proposing it in so many words. */
const SPOKEN_OF = 0.65;

/** How surely two steps are the same one; 0 = they are not. */
export const sameStep = (later: Step, earlier: Step): number => {
  if (later.code !== earlier.code) return 0;
  if (later.code === "do")
    return later.action === earlier.action && earlier.mood !== "known" ? sameObjects(later, earlier) : 0;
  if (isAnotherThing(later, earlier) || isAnotherDesk(later, earlier)) return 0;
  return earlier.mood === "known" ? SPOKEN_OF : 1;
};

/** The same step done to another thing: the modem restarted, and then the phone. */
const isAnotherThing = ({ things: some }: Step, { things: others }: Step): boolean =>
  some.size > 0 && others.size > 0 && some.isDisjointFrom(others);

/** Steps that send the customer to somebody or something named: the accounts team is not the live support. */
const DESKS = new Set(["contact_us", "fill_form", "claim"]);

const isAnotherDesk = ({ code, objects: some }: Step, { objects: others }: Step): boolean =>
  DESKS.has(code) && some.size > 0 && others.size > 0 && some.isDisjointFrom(others);

const sameObjects = (later: Step, earlier: Step): number => {
  const shared = later.objects.intersection(earlier.objects).size;
  const smaller = Math.min(later.objects.size, earlier.objects.size);
  if (smaller === 0) return WHOLE_ACTIONS.has(later.action ?? "") ? 0.65 : 0;
  if (shared === 0 || isAnotherThing(later, earlier)) return 0;
  const jaccard = shared / later.objects.union(earlier.objects).size;
  return jaccard >= 0.5 || (shared >= 2 && shared / smaller >= 0.6) ? 0.75 : 0;
};

const FEWEST_SHARED = 4;

/** How surely one sentence says what another said: the share of the shorter one's words that stand in both, of four or
 * more; 0 = below 0.7. Proposals need less than statements. */
export const sameWords = (later: ReadSentence, earlier: ReadSentence): number => {
  const shared = later.stems.intersection(earlier.stems).size;
  const smaller = Math.min(later.stems.size, earlier.stems.size);
  const longer = Math.max(later.stems.size, earlier.stems.size);
  const contained = smaller === 0 ? 0 : shared / smaller;
  const isTold = later.steps.some(({ mood }) => mood === "told");
  const least = isTold ? 0.65 : 0.75;
  if (shared < FEWEST_SHARED || contained < least || smaller / longer < 0.4) return 0;
  return contained * 0.8;
};

import nlp from "compromise/two";
import type { Finding } from "#lib/conversation/assessed.ts";
import { FAMILIES, type Family, STEMS } from "./lexicon/en/families.ts";
import { ownWords } from "./reading/own-words.ts";
import { type Sentence, sentencesOf } from "./reading/sentences.ts";
import { askedAgainIn } from "./repetition/asked-again.ts";
import { resentIn } from "./repetition/resent.ts";
import type { Scanner } from "./scanner.ts";

const KEY = "context_repetition";

/** The customer has to say it again, in three kinds. R1: says so in words. R2: gives again what they gave to the AI. R3: is
 * asked for it again by a person. Looks at what follows the first handoff; of R1 one finding per message, the surest, then
 * the earliest. Definitions 2.9. */
export const contextRepetition: Scanner = {
  key: KEY,
  name: "Context repetition",
  version: "2",
  acceptedFrom: 0.75,
  says: {
    "R1.": "The customer says that they have given this before.",
    "R2.": "The customer gives again what they had given before.",
    "R2.sentence": "The customer writes again what they had written before.",
    "R3.": "The agent asks for what the customer had given before.",
    "R3.issue": "The agent asks what it is about, and the customer had said so.",
    "R3.verification": "The agent asks again, to be sure who it is.",
  },
  looksAt: ({ isPublic, at }, { handoffs: [handoff] }) => isPublic && at !== null && !!handoff && at > handoff.at,
  inTurn: (turn, before) => {
    if (turn.role === "human") return askedAgainIn(before, turn.reading.hits(KEY));
    if (turn.role !== "customer") return [];
    const found = explicitRepetition(turn.text);
    return [...(found ? [found] : []), ...resentIn(turn, before)];
  },
};

type Match = Pick<Finding, "rule" | "label" | "start" | "end" | "confidence">;

/** The phrase by which a text marks itself as said before; null when there is none. Offsets are of the given text. */
export const explicitRepetition = (text: string): Match | null => {
  const own = ownWords(text);
  if (!STEMS.test(own)) return null;
  const matches = sentencesOf(own).flatMap((sentence) => matchesIn(sentence));
  return matches.sort((a, b) => b.confidence - a.confidence || a.start - b.start)[0] ?? null;
};

const matchesIn = (sentence: Sentence): Match[] =>
  FAMILIES.flatMap((family) => {
    const match = family.pattern.exec(sentence.text);
    if (!match || match[0].trim() === "" || family.unless?.test(sentence.text)) return [];
    if (family.needsGrammar && !isOwnStatement(sentence.text)) return [];
    const lead = match[0].length - match[0].trimStart().length;
    const start = sentence.start + match.index + lead;
    const end = sentence.start + match.index + match[0].trimEnd().length;
    return [{ rule: `R1.${family.rule}`, label: `rep_${family.rule}`, start, end, confidence: confidenceOf(family) }];
  });

const confidenceOf = (family: Family): number => family.confidence;

/** The weak family, a bare "I said …", is taken only when it is a statement in the past tense and not a question. */
const isOwnStatement = (sentence: string): boolean => {
  const doc = nlp(sentence);
  return doc.match("(i|we) #Adverb? (#PastTense|said)").found && !/\?\s*$/.test(sentence.replace(/!\?/g, "!"));
};

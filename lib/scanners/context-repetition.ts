import nlp from "compromise/two";
import type { Finding } from "#lib/conversation/assessed.ts";
import { FAMILIES, type Family, STEMS } from "./lexicon/en/families.ts";
import { ownWords } from "./reading/own-words.ts";
import { type Sentence, sentencesOf } from "./reading/sentences.ts";
import type { Scanner } from "./scanner.ts";

/** R1, explicit repetition: the customer says, in words, that they have given this before. Looks at customer messages
 * after the first handoff, at their own words only. One finding per message: the surest, then the earliest.
 * Definitions 2.9. */
export const contextRepetition: Scanner = {
  key: "context_repetition",
  name: "Context repetition",
  version: "2",
  acceptedFrom: 0.75,
  says: { "R1.": "The customer says that they have given this before." },
  looksAt: ({ role, isPublic, at }, { handoffs }) =>
    role === "customer" && isPublic && at !== null && handoffs[0] !== undefined && at > handoffs[0].at,
  inTurn: ({ text }) => {
    const found = explicitRepetition(text);
    return found ? [found] : [];
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

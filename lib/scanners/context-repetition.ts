import nlp from "compromise/two";
import type { Finding } from "#lib/conversation/assessed.ts";
import type { Message } from "#lib/conversation/types.ts";
import { FAMILIES, type Family, STEMS } from "./lexicon/en.ts";
import type { Scanner } from "./scanner.ts";
import { plain, type Sentence, sentencesOf, withoutInnerQuotes } from "./text.ts";

const KEY = "context_repetition";
const VERSION = "1.1";

/** A finding below this stays visible in the transcript and does not count. */
const ACCEPTED_FROM = 0.75;

/** R1, explicit repetition: the customer says, in words, that they have given this before. Looks at customer messages
 * after the first handoff, at their own words only (mail history and inner quotes are not theirs), in English; other
 * languages yield nothing. One finding per message: the surest, then the earliest. Definitions 2.9. */
export const contextRepetition: Scanner = {
  key: KEY,
  version: VERSION,
  scan: ({ messages, episode, firstHandoffAt, language }) => {
    if (firstHandoffAt === null || (language !== null && !language.toLowerCase().startsWith("en"))) return [];
    return messages
      .filter((message) => isCandidate(message, firstHandoffAt))
      .flatMap((message) => {
        const found = explicitRepetition(message.text);
        return found ? [{ ...found, scanner: KEY, version: VERSION, messageId: message.id, episode }] : [];
      });
  },
};

const isCandidate = (message: Message, firstHandoffAt: Date): boolean =>
  message.authorKind === "customer" && message.visibility === "public" && message.at > firstHandoffAt;

/** Whether the episode of these findings counts as one with explicit repetition. */
export const hasAcceptedRepetition = (findings: Finding[]): boolean =>
  findings.some(({ scanner, confidence }) => scanner === KEY && confidence >= ACCEPTED_FROM);

type Match = Pick<Finding, "rule" | "start" | "end" | "confidence">;

/** The phrase by which a text marks itself as said before; null when there is none. Offsets are of the given text. */
export const explicitRepetition = (text: string): Match | null => {
  const own = plain(text);
  if (!STEMS.test(own)) return null;
  const matches = sentencesOf(withoutInnerQuotes(own)).flatMap((sentence) => matchesIn(sentence));
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
    return [{ rule: `R1.${family.rule}` as const, start, end, confidence: confidenceOf(family) }];
  });

const confidenceOf = (family: Family): number => family.confidence;

/** The weak family, a bare "I said …", is taken only when it is a statement in the past tense and not a question. */
const isOwnStatement = (sentence: string): boolean => {
  const doc = nlp(sentence);
  return doc.match("(i|we) #Adverb? (#PastTense|said)").found && !/\?\s*$/.test(sentence.replace(/!\?/g, "!"));
};

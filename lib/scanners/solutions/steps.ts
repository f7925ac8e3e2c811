import { ACTION_OF, DONE_OF, EMPTY, type Mood, OBJECTS, SAME_AS } from "../lexicon/en/solution-words.ts";
import type { Hit } from "../reading/phrase-index.ts";
import type { Reading } from "../reading/reading.ts";
import type { Sentence } from "../reading/sentences.ts";
import { moodAt } from "./mood.ts";
import { stemOf, type Token, tokensOf } from "./tokens.ts";

/** Something a message says that could be done. Offsets are those of the message. */
export type Step = {
  /** The step of the list, or "do" where it is known by action and objects alone. */
  code: string;
  action: string | null;
  mood: Mood;
  /** Stems of what it is done to. */
  objects: ReadonlySet<string>;
  /** Of the things by which the same step is another one, those named; empty = it can be any. */
  things: ReadonlySet<number>;
  start: number;
  end: number;
};

export type ReadSentence = {
  start: number;
  end: number;
  steps: Step[];
  /** Stems of its words with content. */
  stems: ReadonlySet<string>;
  /** It asks for data, or is courtesy: what stands in it is no proposal by itself. */
  isAside: boolean;
  /** It asks for data. */
  isRequest: boolean;
};

/** So many sentences of a message and steps of a sentence are looked at; what goes on for longer is no reply. */
const MOST = 60;

const READ = new WeakMap<Reading, ReadSentence[]>();

/** The sentences of a message with the steps in them. Each message is read once, however many replies are held against it. */
export const stepsIn = (reading: Reading, key: string): ReadSentence[] => {
  const sentences = READ.get(reading) ?? readSentences(reading, key);
  READ.set(reading, sentences);
  return sentences;
};

const readSentences = (reading: Reading, key: string): ReadSentence[] => {
  const hits = Map.groupBy(reading.hits(key), ({ sentence }) => sentence);
  return reading
    .sentences()
    .slice(0, MOST)
    .map((sentence) => readSentence(sentence, hits.get(sentence) ?? []));
};

const readSentence = (sentence: Sentence, hits: Hit[]): ReadSentence => {
  const tokens = tokensOf(sentence.text).slice(0, 400);
  const isRequest = hits.some(({ phrase }) => phrase.rule === "not.info");
  const listed = hits.filter(
    ({ phrase }) => phrase.rule.startsWith("step.") && !(isRequest && phrase.label === "contact_us"),
  );
  const spans = [...listed.map((hit) => spanOf(hit, sentence, tokens)), ...actionsIn(tokens, hits, sentence)].sort(
    (a, b) => a.at - b.at || a.rank - b.rank,
  );
  let mood: Mood | null = null;
  const steps = spans.slice(0, MOST).map(({ at, last, code, action }): Step => {
    mood = moodAt(tokens, at, mood);
    return { code, action, mood, ...objectsOf(tokens, at, last), ...placeOf(tokens, at, last, sentence) };
  });
  return {
    start: sentence.start,
    end: sentence.start + sentence.text.length,
    steps,
    stems: new Set(tokens.flatMap(({ word }) => contentOf(word))),
    isAside: hits.some(({ phrase }) => phrase.rule.startsWith("not.")),
    isRequest,
  };
};

type Span = { at: number; last: number; code: string; action: string | null; rank: number };

const spanOf = ({ start, end, phrase }: Hit, sentence: Sentence, tokens: Token[]): Span => {
  const at = tokens.findIndex((token) => token.end > start - sentence.start);
  const last = tokens.findLastIndex((token) => token.start < end - sentence.start);
  return { at: Math.max(0, at), last: Math.max(0, last), code: phrase.label, action: null, rank: 0 };
};

/** Verbs that could instruct and are in no step of the list and in no request for data. */
const actionsIn = (tokens: Token[], hits: Hit[], sentence: Sentence): Span[] =>
  tokens.flatMap(({ word, start }, at) => {
    const action = ACTION_OF.get(word) ?? (isAfterHaveYou(tokens, at) ? DONE_OF.get(word) : undefined);
    const isRead = hits.some((hit) => hit.start - sentence.start <= start && start < hit.end - sentence.start);
    return action && !isRead && !isNoun(tokens, at) ? [{ at, last: at, code: "do", action, rank: 1 }] : [];
  });

const isAfterHaveYou = (tokens: Token[], at: number): boolean =>
  tokens[at - 1]?.word === "you" && (tokens[at - 2]?.word ?? "").startsWith("have");

/** "Your order number", "and phone number": a word that is a verb elsewhere. */
const isNoun = (tokens: Token[], at: number): boolean =>
  DETERMINERS.has(tokens[at - 1]?.word ?? "") || NOUN_TAILS.has(tokens[at + 1]?.word ?? "");

const DETERMINERS = new Set(
  "your the a an this that these those my our their any some no his her its new same another other each email".split(
    " ",
  ),
);
const NOUN_TAILS = new Set(
  "number numbers reference id details confirmation status history line centre center page code".split(" "),
);

const OBJECT_WORDS = 8;

/** What the words of a step and those after it, up to the next pause or joiner, name. */
const objectsOf = (tokens: Token[], at: number, last: number): Pick<Step, "objects" | "things"> => {
  const words: string[] = [];
  for (let i = at; i <= last + OBJECT_WORDS; i++) {
    const token = tokens[i];
    if (!token || (i > last && (token.isAfterPause || ENDS.has(token.word)))) break;
    if (i > at) words.push(token.word);
  }
  const things = OBJECTS.flatMap((thing, i) => (words.some((word) => thing.has(word)) ? [i] : []));
  return { objects: new Set(words.flatMap(contentOf)), things: new Set(things) };
};

const ENDS = new Set("then but so because if when while and".split(" "));

const placeOf = (tokens: Token[], at: number, last: number, { start }: Sentence): Pick<Step, "start" | "end"> => {
  const [from, to] = [tokens[at], tokens[last]];
  return { start: start + (from?.start ?? 0), end: start + Math.max(from?.end ?? 0, to?.end ?? 0) };
};

const contentOf = (word: string): string[] => {
  if (EMPTY.has(word) || word.length < 2) return [];
  const same = SAME_AS.get(word) ?? SAME_AS.get(word.replace(/s$/, "")) ?? word;
  return [stemOf(same)];
};

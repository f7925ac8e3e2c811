import { type Entity, entitiesIn, entityKey, withoutEntities } from "../reading/entities.ts";
import { lineKeys, ownWords, withoutHistory } from "../reading/own-words.ts";
import { type Sentence, sentencesOf } from "../reading/sentences.ts";
import { type Memory, sentenceMemory } from "../reading/similarity.ts";
import { wordsOf } from "../reading/words.ts";
import type { EpisodeMark, Talk, Turn } from "../scanner.ts";
import { valuesOf } from "./values.ts";

const KEY = "context_repetition";

/** R2: what a customer gave before the handoff and gives again after it, a value or a sentence. No finding: a value that
 * somebody else named first, or that a person named since the handoff; a correction; a request for a person; what is
 * pasted together with words of others, which is history. Marks are in order of turns. */
export const resentIn = ({ turns, handoffs }: Talk): EpisodeMark[] => {
  const seam = handoffs[0]?.at;
  if (!seam) return [];
  const said: Said = { values: new Map(), sentences: sentenceMemory(), linesOfOthers: new Set() };
  return turns.flatMap((turn) => {
    if (!turn.isPublic) return [];
    const isAfter = turn.at !== null && turn.at > seam;
    if (turn.role === "customer" && isAfter) return againIn(said, turn);
    if (turn.role === "customer") keepOwn(said, turn);
    else keepOfOthers(said, turn, isAfter);
    return [];
  });
};

type Given = { turn: string; kind: Entity["kind"]; isSure: boolean };

/** What was said so far: values by who named them first, null = not the customer, or known to a person by now. */
type Said = { values: Map<string, Given | null>; sentences: Memory<string>; linesOfOthers: Set<string> };

const keepOwn = ({ values, sentences }: Said, turn: Turn): void => {
  for (const entity of valuesOf(turn)) {
    const key = entityKey(entity);
    const known = values.get(key);
    if (known === undefined) values.set(key, { turn: turn.id, kind: entity.kind, isSure: entity.isSure });
    else if (known) known.isSure ||= entity.isSure;
  }
  for (const { text } of proseOf(turn)) sentences.keep(text, turn.id);
};

const keepOfOthers = ({ values, linesOfOthers }: Said, turn: Turn, isAfter: boolean): void => {
  for (const entity of valuesOf(turn)) {
    const key = entityKey(entity);
    if (isAfter || !values.has(key)) values.set(key, null);
  }
  for (const key of lineKeys(turn.text)) linesOfOthers.add(key);
};

const againIn = ({ values, sentences, linesOfOthers }: Said, turn: Turn): EpisodeMark[] => {
  if (lineKeys(turn.text).some((key) => linesOfOthers.has(key))) return [];
  const asides = asidesOf(turn);
  const alike = proseOf(turn).flatMap(({ text, start }): Span[] => {
    const found = isWithin(asides, start) ? null : sentences.find(text);
    const confidence = found && found.resemblance >= SAME_RESEMBLANCE ? 0.9 : 0.8;
    return found ? [{ ...markOf(turn, "R2.sentence", found.what), confidence, start, end: start + text.length }] : [];
  });
  const own = withoutHistory(turn.text);
  const seen = new Set<string>();
  const valued = valuesOf(turn).flatMap((entity): Span[] => {
    const key = entityKey(entity);
    const given = values.get(key);
    if (!given || seen.has(key) || !(given.isSure || entity.isSure || isAllOf(own, entity))) return [];
    if (isDenied(own, entity) || isWithin(asides, entity.start) || isWithin(alike, entity.start)) return [];
    seen.add(key);
    const { start, end } = entity;
    return [{ ...markOf(turn, `R2.${given.kind}`, given.turn), confidence: confidenceOf(entity), start, end }];
  });
  return [...alike, ...valued].sort((a, b) => a.start - b.start).slice(0, MOST_IN_ONE);
};

/** What one message gives again is told by its first values and sentences. */
const MOST_IN_ONE = 5;

type Span = EpisodeMark & { start: number; end: number };

/** From here on it is the same sentence, and not a like one. */
const SAME_RESEMBLANCE = 0.8;

const isWithin = (spans: { start: number; end: number }[], at: number): boolean =>
  spans.some(({ start, end }) => at >= start && at < end);

const markOf = ({ id }: Turn, rule: string, earlier: string) => ({ turn: id, rule, label: "resent", earlier });

/** Sentences in which a value is corrected or a person asked for. */
const asidesOf = ({ reading }: Turn): { start: number; end: number }[] =>
  [...reading.hits(KEY, "aside.correction"), ...reading.hits("human_ask")].map(({ sentence }) => ({
    start: sentence.start,
    end: sentence.start + sentence.text.length,
  }));

/** "448821 and not 448812": what is named to be put aside. */
const isDenied = (text: string, { start }: Entity): boolean =>
  wordsOf(text.slice(Math.max(0, start - 24), start))
    .slice(-2)
    .some((word) => DENIALS.has(word));

const DENIALS = new Set(["not", "than", "instead"]);

/** The sentences of somebody's own words, values left out: those are looked at by themselves. */
const proseOf = (turn: Turn): Sentence[] => {
  const own = ownWords(turn.text);
  // Mostly nothing is pasted or quoted, and the values are those that are read already.
  const values = own === withoutHistory(turn.text) ? valuesOf(turn) : entitiesIn(own);
  return sentencesOf(withoutEntities(own, values));
};

const isAllOf = (text: string, { start, end }: Entity): boolean =>
  !/[a-z0-9]/.test(text.slice(0, start)) && !/[a-z0-9]/.test(text.slice(end));

/** Amounts and dates come up again for many reasons: a round one alone is shown and does not count. */
const confidenceOf = ({ kind, isSure }: Entity): number => {
  if (kind === "amount") return isSure ? 0.76 : 0.6;
  if (kind === "date") return 0.7;
  return kind === "number" && !isSure ? 0.78 : 0.9;
};

import type { Pack, Phrase } from "../phrase.ts";
import { grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type PhraseIndex, phraseIndex, type Ready } from "./phrase-index.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

export type Hit = { phrase: Phrase; start: number; end: number; sentence: Sentence };

/** One text read once for all scanners. Offsets are those of the text as received. */
export type Reading = {
  /** The writer's own words, lower case, of equal length: what is quoted or signed is blanked. */
  own: string;
  sentences: () => Sentence[];
  /** What a scanner's phrases found, surest first, then earliest. */
  hits: (scanner: string) => Hit[];
};

export type Reader = (text: string, earlier?: ReadonlySet<string>) => Reading;

/** Reads texts by a language's pack; `earlier` holds what was said before (`lineKey`), whose repetition word for word is
 * no new word of the writer. */
export const readerOf = ({ phrases, lists }: Pack): Reader => {
  const index = phraseIndex(phrases, lists);
  return (text, earlier) => {
    const own = ownWords(text, earlier);
    const sentences = once(() => sentencesOf(own));
    const found = once(() => hitsIn(own, index, sentences));
    return { own, sentences, hits: (scanner) => found().get(scanner) ?? [] };
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const hitsIn = (own: string, index: PhraseIndex, sentences: () => Sentence[]): Map<string, Hit[]> => {
  const found = new Map<string, Hit[]>();
  for (const sentence of sentences()) {
    const { text, start } = sentence;
    const candidates = index.candidates(own, start, start + text.length);
    if (candidates.length > 0) addHits(found, sentence, candidates);
  }
  for (const hits of found.values())
    hits.sort((a, b) => b.phrase.confidence - a.phrase.confidence || a.start - b.start);
  return found;
};

const addHits = (found: Map<string, Hit[]>, sentence: Sentence, candidates: Ready[]): void => {
  const { text, start } = sentence;
  const grammar = once(() => grammarOf(text));
  // A phrase counts once in a sentence; its patterns stand together.
  let done: Phrase | null = null;
  for (const { scanner, phrase, pattern, unless } of candidates) {
    const match = phrase === done ? null : pattern.exec(text);
    if (!match) continue;
    done = phrase;
    if (unless.some((other) => other.test(text)) || (phrase.only && !grammar()(phrase.only))) continue;
    const hits = found.get(scanner) ?? [];
    hits.push({ phrase, start: start + match.index, end: start + match.index + match[0].length, sentence });
    found.set(scanner, hits);
  }
};

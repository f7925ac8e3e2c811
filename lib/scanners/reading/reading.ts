import type { Pack, Phrase } from "../phrase.ts";
import { grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type PhraseIndex, phraseIndex } from "./phrase-index.ts";
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
  const grammars = new Map<Sentence, ReturnType<typeof grammarOf>>();
  const grammar = (sentence: Sentence) => {
    const known = grammars.get(sentence) ?? grammarOf(sentence.text);
    grammars.set(sentence, known);
    return known;
  };
  for (const { scanner, phrase, patterns, unless } of index.candidates(own)) {
    for (const sentence of sentences()) {
      const match = firstOf(patterns, sentence.text);
      if (!match || unless.some((pattern) => pattern.test(sentence.text))) continue;
      if (phrase.only && !grammar(sentence)(phrase.only)) continue;
      const start = sentence.start + match.index;
      const hits = found.get(scanner) ?? [];
      hits.push({ phrase, start, end: start + match[0].length, sentence });
      found.set(scanner, hits);
    }
  }
  for (const hits of found.values())
    hits.sort((a, b) => b.phrase.confidence - a.phrase.confidence || a.start - b.start);
  return found;
};

const firstOf = (patterns: RegExp[], text: string): RegExpExecArray | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
};

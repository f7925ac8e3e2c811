import type { Pack, Phrase } from "../phrase.ts";
import { grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type Candidate, phraseIndex } from "./phrase-index.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { type Words, wordsIn } from "./words.ts";

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
    const words = once(() => sentences().map((sentence) => ({ sentence, words: wordsIn(sentence.text) })));
    const candidates = once(() => index.candidates(words().flatMap((one) => one.words.word)));
    const grammar = grammarsOf();
    const found = new Map<string, Hit[]>();
    const hits = (scanner: string): Hit[] => {
      const known = found.get(scanner);
      if (known) return known;
      const fresh = hitsOf(candidates()(scanner), words(), grammar);
      found.set(scanner, fresh);
      return fresh;
    };
    return { own, sentences, hits };
  };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

type GrammarOf = (sentence: Sentence) => ReturnType<typeof grammarOf>;

/** Each sentence is parsed once at most. */
const grammarsOf = (): GrammarOf => {
  const grammars = new Map<Sentence, ReturnType<typeof grammarOf>>();
  return (sentence) => {
    const known = grammars.get(sentence) ?? grammarOf(sentence.text);
    grammars.set(sentence, known);
    return known;
  };
};

type Read = { sentence: Sentence; words: Words };

const hitsOf = (candidates: Candidate[], sentences: Read[], grammar: GrammarOf): Hit[] => {
  const hits: Hit[] = [];
  for (const candidate of candidates) {
    for (const read of sentences) {
      const hit = hitOf(candidate, read, grammar);
      // Of a phrase's several patterns the first that is read speaks for the sentence.
      const isFirst = hit && !hits.some((one) => one.phrase === hit.phrase && one.sentence === hit.sentence);
      if (isFirst) hits.push(hit);
    }
  }
  return hits.length < 2 ? hits : hits.sort((a, b) => b.phrase.confidence - a.phrase.confidence || a.start - b.start);
};

const hitOf = ({ ready, match }: Candidate, { sentence, words }: Read, grammar: GrammarOf): Hit | null => {
  const { phrase, unless } = ready;
  const found = match(words);
  if (!found || unless.some((other) => other(words))) return null;
  if (phrase.only && !grammar(sentence)(phrase.only)) return null;
  const start = sentence.start + (words.start[found.from] ?? 0);
  return { phrase, start, end: sentence.start + (words.end[found.to - 1] ?? 0), sentence };
};

import type { Pack, Phrase } from "../phrase.ts";
import { grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type Candidate, phraseIndex } from "./phrase-index.ts";
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
    const candidates = once(() => Map.groupBy(index.candidates(own), ({ ready }) => ready.scanner));
    const grammar = grammarsOf();
    const found = new Map<string, Hit[]>();
    const hits = (scanner: string): Hit[] => {
      const known = found.get(scanner);
      if (known) return known;
      const some = candidates().get(scanner);
      const fresh = some ? hitsOf(some, sentences(), grammar) : [];
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

const hitsOf = (candidates: Candidate[], sentences: Sentence[], grammar: GrammarOf): Hit[] => {
  const hits: Hit[] = [];
  for (const { ready, pattern } of candidates) {
    const { phrase, unless } = ready;
    for (const sentence of sentences) {
      const match = pattern.exec(sentence.text);
      if (!match || unless.some((other) => other.test(sentence.text))) continue;
      if (phrase.only && !grammar(sentence)(phrase.only)) continue;
      // Of a phrase's several patterns the first that is read speaks for the sentence.
      if (hits.some((hit) => hit.phrase === phrase && hit.sentence === sentence)) continue;
      const start = sentence.start + match.index;
      hits.push({ phrase, start, end: start + match[0].length, sentence });
    }
  }
  return hits.sort((a, b) => b.phrase.confidence - a.phrase.confidence || a.start - b.start);
};

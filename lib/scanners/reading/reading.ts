import type { Pack, Phrase } from "../phrase.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
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
    let cut: Sentence[] | null = null;
    const sentences = () => (cut ??= sentencesOf(own));
    let looked: Map<string, Possible[]> | null = null;
    const found = new Map<string, Hit[]>();
    const hits = (scanner: string): Hit[] => {
      const known = found.get(scanner);
      if (known) return known;
      looked ??= possibleIn(own, index, sentences());
      const made = hitsOf(looked.get(scanner) ?? []);
      found.set(scanner, made);
      return made;
    };
    return { own, sentences, hits };
  };
};

/** The patterns of one scanner that a sentence can hold. */
type Possible = { sentence: Sentence; grammar: Grammar; patterns: Ready[] };

/** By scanner, what each of a text's sentences can hold: one look for all of them. */
const possibleIn = (own: string, index: PhraseIndex, sentences: Sentence[]): Map<string, Possible[]> => {
  const all = new Map<string, Possible[]>();
  for (const sentence of sentences) {
    const { text, start } = sentence;
    const grammar = grammarOf(text);
    let last: Ready[] = [];
    for (const ready of index.candidates(own, start, start + text.length)) {
      // The patterns of a scanner stand together.
      if (last[0]?.scanner === ready.scanner) last.push(ready);
      else {
        last = [ready];
        const own = all.get(ready.scanner) ?? [];
        own.push({ sentence, grammar, patterns: last });
        all.set(ready.scanner, own);
      }
    }
  }
  return all;
};

const hitsOf = (all: Possible[]): Hit[] => {
  const hits: Hit[] = [];
  for (const possible of all) addHits(hits, possible);
  return hits.length < 2 ? hits : hits.sort((a, b) => b.phrase.confidence - a.phrase.confidence || a.start - b.start);
};

const addHits = (hits: Hit[], { sentence, grammar, patterns }: Possible): void => {
  const { text, start } = sentence;
  // A phrase counts once in a sentence; its patterns stand together.
  let done: Phrase | null = null;
  for (const { phrase, pattern, unless } of patterns) {
    const match = phrase === done ? null : pattern.exec(text);
    if (!match) continue;
    done = phrase;
    if (unless.some((other) => other.test(text)) || (phrase.only && !grammar(phrase.only))) continue;
    hits.push({ phrase, start: start + match.index, end: start + match.index + match[0].length, sentence });
  }
};

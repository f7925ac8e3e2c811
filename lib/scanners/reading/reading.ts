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
  /** What a scanner's phrases found, of those whose rule begins with `family`, surest first, then earliest. */
  hits: (scanner: string, family?: string) => Hit[];
  /** The first of `hits`; null = there is none. Asks the grammar of doubtful ones only where no surer one stands. */
  surest: (scanner: string, family?: string) => Hit | null;
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
    const matched = new Map<string, Match[]>();
    const matches = (scanner: string, family: string): Match[] => {
      const key = `${scanner} ${family}`;
      const known = matched.get(key);
      if (known) return known;
      looked ??= possibleIn(own, index, sentences());
      const made = matchesOf(looked.get(scanner) ?? [], family);
      matched.set(key, made);
      return made;
    };
    return {
      own,
      sentences,
      hits: (scanner, family = "") => matches(scanner, family).flatMap((match) => (holds(match) ? match.hit : [])),
      surest: (scanner, family = "") => matches(scanner, family).find(holds)?.hit ?? null,
    };
  };
};

/** A hit, and the grammar of its sentence where it is doubtful. */
type Match = { hit: Hit; grammar: Grammar };

const holds = ({ hit: { phrase }, grammar }: Match): boolean => !phrase.only || grammar(phrase.only);

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

const matchesOf = (all: Possible[], family: string): Match[] => {
  const matches: Match[] = [];
  for (const possible of all) addMatches(matches, possible, family);
  if (matches.length < 2) return matches;
  return matches.sort(({ hit: a }, { hit: b }) => b.phrase.confidence - a.phrase.confidence || a.start - b.start);
};

const addMatches = (matches: Match[], { sentence, grammar, patterns }: Possible, family: string): void => {
  const { text, start } = sentence;
  // A phrase counts once in a sentence; its patterns stand together.
  let done: Phrase | null = null;
  for (const { phrase, pattern, unless } of patterns) {
    if (phrase === done || !phrase.rule.startsWith(family)) continue;
    const match = pattern.exec(text);
    if (!match) continue;
    done = phrase;
    if (unless.some((other) => other.test(text))) continue;
    const hit = { phrase, start: start + match.index, end: start + match.index + match[0].length, sentence };
    matches.push({ hit, grammar });
  }
};

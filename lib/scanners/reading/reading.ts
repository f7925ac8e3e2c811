import type { Pack, Phrase } from "../phrase.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type Candidate, type PhraseIndex, phraseIndex } from "./phrase-index.ts";
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
 * no new word of the writer. `grammar` is who judges doubtful hits. */
export const readerOf = ({ phrases, lists }: Pack, grammar = grammarOf): Reader => {
  const index = phraseIndex(phrases, lists);
  return (text, earlier) => {
    const own = ownWords(text, earlier);
    let cut: Sentence[] | null = null;
    const sentences = () => (cut ??= sentencesOf(own));
    let looked: Map<string, Possible[]> | null = null;
    const matched = new Map<string, Match[]>();
    const matches = (scanner: string, family: string): Match[] => {
      looked ??= possibleIn(index, own, sentences(), grammar);
      const possible = looked.get(scanner);
      if (!possible) return NO_MATCHES;
      const key = `${scanner} ${family}`;
      const known = matched.get(key) ?? matchesOf(possible, family);
      matched.set(key, known);
      return known;
    };
    return {
      own,
      sentences,
      hits: (scanner, family = "") => hitsOf(matches(scanner, family)),
      surest: (scanner, family = "") => matches(scanner, family).find(holds)?.hit ?? null,
    };
  };
};

/** A hit, and the grammar of its sentence where it is doubtful. */
type Match = { hit: Hit; grammar: Grammar };

const holds = ({ hit: { phrase }, grammar }: Match): boolean => !phrase.only || grammar(phrase.only);

const hitsOf = (matches: Match[]): Hit[] => {
  const hits: Hit[] = [];
  for (const match of matches) if (holds(match)) hits.push(match.hit);
  return hits;
};

const NO_MATCHES: Match[] = [];

/** The patterns of one scanner that a sentence can hold. */
type Possible = { sentence: Sentence; grammar: Grammar; candidates: Candidate[] };

/** By scanner, what each of a text's sentences can hold: one look for all of them. */
const possibleIn = (
  index: PhraseIndex,
  own: string,
  sentences: Sentence[],
  judge: typeof grammarOf,
): Map<string, Possible[]> => {
  const all = new Map<string, Possible[]>();
  for (const sentence of sentences) {
    const { text, start } = sentence;
    const candidates = index.candidates(own, start, start + text.length);
    if (candidates.length === 0) continue;
    const grammar = judge(text);
    let last: Candidate[] = [];
    for (const candidate of candidates) {
      const { scanner } = candidate.ready;
      // The patterns of a scanner stand together.
      if (last[0]?.ready.scanner === scanner) last.push(candidate);
      else {
        last = [candidate];
        const some = all.get(scanner) ?? [];
        some.push({ sentence, grammar, candidates: last });
        all.set(scanner, some);
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

const addMatches = (matches: Match[], { sentence, grammar, candidates }: Possible, family: string): void => {
  const { text, start } = sentence;
  // A phrase counts once in a sentence; its patterns stand together.
  let done: Phrase | null = null;
  for (const { ready, unless, search, from } of candidates) {
    const { phrase } = ready;
    if (phrase === done || !phrase.rule.startsWith(family)) continue;
    search.lastIndex = from - start;
    const match = search.exec(text);
    if (!match) continue;
    done = phrase;
    if (unless.some((other) => other.test(text))) continue;
    const hit = { phrase, start: start + match.index, end: start + match.index + match[0].length, sentence };
    matches.push({ hit, grammar });
  }
};

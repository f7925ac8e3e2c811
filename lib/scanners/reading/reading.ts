import type { Pack, Phrase } from "../phrase.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type PhraseIndex, phraseIndex } from "./phrase-index.ts";
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
    let found: Map<string, Match[]> | null = null;
    const matches = (scanner: string): Match[] => {
      found ??= matchesIn(index, own, sentences(), grammar);
      return found.get(scanner) ?? NO_MATCHES;
    };
    return {
      own,
      sentences,
      hits: (scanner, family = "") => {
        const hits: Hit[] = [];
        for (const match of matches(scanner)) if (isOf(family, match) && holds(match)) hits.push(match.hit);
        return hits;
      },
      surest: (scanner, family = "") =>
        matches(scanner).find((match) => isOf(family, match) && holds(match))?.hit ?? null,
    };
  };
};

/** A hit, and the grammar of its sentence where it is doubtful. */
type Match = { hit: Hit; grammar: Grammar | null };

const NO_MATCHES: Match[] = [];

const isOf = (family: string, { hit }: Match): boolean => hit.phrase.rule.startsWith(family);

const holds = ({ hit: { phrase }, grammar }: Match): boolean => !phrase.only || !grammar || grammar(phrase.only);

/** By scanner what its phrases found, surest first, then earliest. One look for all of them. */
const matchesIn = (
  index: PhraseIndex,
  own: string,
  sentences: Sentence[],
  judge: typeof grammarOf,
): Map<string, Match[]> => {
  const all = new Map<string, Match[]>();
  for (const sentence of sentences) {
    const { text, start } = sentence;
    let grammar: Grammar | null = null;
    for (const { scanner, phrase, start: from, end } of index(own, start, start + text.length)) {
      if (phrase.only) grammar ??= judge(text);
      const match = { hit: { phrase, start: from, end, sentence }, grammar };
      const some = all.get(scanner);
      if (some) some.push(match);
      else all.set(scanner, [match]);
    }
  }
  for (const some of all.values()) if (some.length > 1) some.sort(bySureness);
  return all;
};

const bySureness = ({ hit: a }: Match, { hit: b }: Match): number =>
  b.phrase.confidence - a.phrase.confidence || a.start - b.start;

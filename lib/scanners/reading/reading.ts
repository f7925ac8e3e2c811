import type { Pack } from "../phrase.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { ownWords } from "./own-words.ts";
import { type Hit, type PhraseIndex, phraseIndex } from "./phrase-index.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

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
 * no new word of the writer. `judge` tells who judges the doubtful hits of a sentence. */
export const readerOf = (pack: Pack, judge = grammarOf): Reader => {
  const index = indexOf(pack);
  return (text, earlier) => {
    const own = ownWords(text, earlier);
    let cut: Sentence[] | null = null;
    const sentences = () => (cut ??= sentencesOf(own));
    let found: Hit[] | null = null;
    const inOrder = (scanner: string, family: string): Hit[] => {
      found ??= hitsIn(index, own, sentences());
      return inOrderOf(found, scanner, family);
    };
    const grammars = new Map<Sentence, Grammar>();
    const holds = ({ phrase: { only }, sentence }: Hit): boolean => {
      if (!only) return true;
      const grammar = grammars.get(sentence) ?? judge(sentence.text);
      grammars.set(sentence, grammar);
      return grammar(only);
    };
    return {
      own,
      sentences,
      hits: (scanner, family = "") => inOrder(scanner, family).filter(holds),
      surest: (scanner, family = "") => inOrder(scanner, family).find(holds) ?? null,
    };
  };
};

const INDEXES = new WeakMap<Pack, PhraseIndex>();

/** Made once for a pack: it takes most of a second, and what there is one of, the engine makes fastest. */
const indexOf = (pack: Pack): PhraseIndex => {
  const index = INDEXES.get(pack) ?? phraseIndex(pack.phrases, pack.lists);
  INDEXES.set(pack, index);
  return index;
};

/** What the phrases of all scanners found. One look for all of them. */
const hitsIn = (index: PhraseIndex, own: string, sentences: Sentence[]): Hit[] => {
  const hits: Hit[] = [];
  for (const sentence of sentences) index(own, sentence, hits);
  return hits;
};

/** The hits of a scanner, surest first, then earliest. */
const inOrderOf = (hits: Hit[], scanner: string, family: string): Hit[] => {
  const some: Hit[] = [];
  for (const hit of hits) if (hit.scanner === scanner && hit.phrase.rule.startsWith(family)) some.push(hit);
  return some.length > 1 ? some.sort(bySureness) : some;
};

const bySureness = (a: Hit, b: Hit): number => b.phrase.confidence - a.phrase.confidence || a.start - b.start;

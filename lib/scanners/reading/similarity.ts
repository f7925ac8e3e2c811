import { wordsOf } from "./words.ts";

/** Shortest sentence that can be known again, in words: below it two people write the same by chance. */
export const SHORTEST_WORDS = 6;
/** Of its words so many must say something: "can you please help me with this" is anybody's. */
const FEWEST_TELLING = 3;
/** Shared part of all shingles (resemblance), and of those of the shorter sentence (containment), from which on two
 * sentences are the same one: Broder 1997, "On the resemblance and containment of documents". */
export const RESEMBLANCE = 0.6;
export const CONTAINMENT = 0.8;

/** Sentences that share a pair of words and are looked at; more would cost their square where one pair is repeated. */
const MOST_SHARING = 16;

/** Pairs of neighbouring words, each once; null = too short or too common to be known again. */
export const shinglesOf = (sentence: string): Set<string> | null => {
  const words = wordsOf(sentence.replace(/n't(?![a-z])/g, " not"));
  if (words.length < SHORTEST_WORDS) return null;
  if (new Set(words.filter((word) => /[^\d]/.test(word) && word.length > 1 && !COMMON.has(word))).size < FEWEST_TELLING)
    return null;
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
};

export type Likeness = { resemblance: number; containment: number };

/** How alike two sets are, from 0 to 1. */
export const likenessOf = (a: number, b: number, shared: number): Likeness => ({
  resemblance: shared / (a + b - shared),
  containment: shared / Math.min(a, b),
});

export type Memory<T> = {
  keep: (sentence: string, what: T) => void;
  /** The kept sentence most like this one, where it is the same one; null = none is. */
  find: (sentence: string) => ({ what: T } & Likeness) | null;
};

/** Remembers sentences and finds those said again with few words changed. Time grows with the words, not with their square. */
export const sentenceMemory = <T>(): Memory<T> => {
  const kept: { size: number; what: T }[] = [];
  const holding = new Map<string, number[]>();
  const keep = (sentence: string, what: T) => {
    const shingles = shinglesOf(sentence);
    if (!shingles) return;
    for (const shingle of shingles) {
      const ids = holding.get(shingle);
      if (!ids) holding.set(shingle, [kept.length]);
      else if (ids.length < MOST_SHARING) ids.push(kept.length);
    }
    kept.push({ size: shingles.size, what });
  };
  const find: Memory<T>["find"] = (sentence) => {
    const shingles = shinglesOf(sentence);
    if (!shingles) return null;
    const shared = new Map<number, number>();
    for (const shingle of shingles)
      for (const id of holding.get(shingle) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    const [best] = [...shared]
      .flatMap(([id, count]) => {
        const one = kept[id];
        return one ? [{ what: one.what, ...likenessOf(one.size, shingles.size, count) }] : [];
      })
      .filter(({ resemblance, containment }) => resemblance >= RESEMBLANCE || containment >= CONTAINMENT)
      .sort((a, b) => b.resemblance - a.resemblance);
    return best ?? null;
  };
  return { keep, find };
};

/** Words that say nothing of the matter at hand. */
const COMMON = new Set(
  `i me my you your we our us it its this that these those the a an and or but so if as at by for from in of on to with is are
  was were be been am do does did have has had can could will would should may might must not no yes please pls thanks thank
  hi hello hey dear ok okay just also very much more some any all there here what when where which who why how im ive dont
  cant help need want like know get go let see tell say said problem issue question time now still again back about into up
  out over than then them they he she his her one thing something anything someone person human agent support team speak talk
  sorry sure great good best regards looking forward hearing`.split(/\s+/),
);

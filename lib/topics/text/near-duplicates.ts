import { wordsOf } from "./terms.ts";

const HASHES = 128;
/** Rows of a band: two texts that are 0.9 alike share none of the 16 bands once in ten thousand times. */
const BAND = 8;
const BANDS = HASHES / BAND;
/** Jaccard likeness of words and pairs of words from which on two texts are the same one. */
const ALIKE = 0.9;
/** Texts of a band that a new one is compared with: without a limit a flood would cost its square. */
const MOST_COMPARED = 8;

/** For each text the place of the first one that says the same: equal after cleaning, or at least 0.9 alike by MinHash of 128
 * (Broder 1997; standard error √(J(1 − J) ÷ 128)). A text that says nothing new has a place before its own; −1 = it has no
 * words. Linear in the texts, however many are the same. */
export const firstOfEach = (texts: readonly string[]): Int32Array => {
  const equal = new Map<string, number>();
  const bands = new Map<number, number[]>();
  const kept = new Map<number, Uint32Array>();
  return Int32Array.from(texts, (text, place) => {
    const words = wordsOf(text);
    if (words.length === 0) return -1;
    const key = words.join(" ");
    const before = equal.get(key);
    if (before !== undefined) return before;
    const signature = signatureOf(words);
    const keys = bandKeys(signature);
    const found = keys.flatMap((band) => bands.get(band) ?? []).find((other) => isAlike(kept.get(other), signature));
    const first = found ?? place;
    equal.set(key, first);
    if (found !== undefined) return first;
    kept.set(place, signature);
    for (const band of keys) {
      const places = bands.get(band);
      if (!places) bands.set(band, [place]);
      else if (places.length < MOST_COMPARED) places.push(place);
    }
    return first;
  });
};

/** Odd factors and summands of 128 hash functions x → a·x + b modulo 2³², drawn once by an xorshift. */
const [FACTORS, SUMMANDS] = ((): [Uint32Array, Uint32Array] => {
  let state = 0x9e3779b9;
  const draw = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return [Uint32Array.from({ length: HASHES }, () => draw() | 1), Uint32Array.from({ length: HASHES }, draw)];
})();

const signatureOf = (words: string[]): Uint32Array => {
  const shingles = new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]);
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    const hash = hashOf(shingle);
    for (let i = 0; i < HASHES; i++) {
      const turned = (Math.imul(hash, FACTORS[i] as number) + (SUMMANDS[i] as number)) >>> 0;
      if (turned < (least[i] as number)) least[i] = turned;
    }
  }
  return least;
};

/** FNV-1a with a final mix (public domain). */
const hashOf = (text: string): number => {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return state ^ (state >>> 13);
};

/** One number a band; that two bands share one by chance costs a comparison and nothing else. */
const bandKeys = (signature: Uint32Array): number[] =>
  Array.from({ length: BANDS }, (_, band) => {
    let state = 0x811c9dc5;
    for (let i = band * BAND; i < (band + 1) * BAND; i++) {
      state = Math.imul(state ^ (signature[i] as number), 0x01000193);
      state ^= state >>> 15;
    }
    return (state >>> 0) * BANDS + band;
  });

const isAlike = (a: Uint32Array | undefined, b: Uint32Array): boolean => {
  let same = 0;
  for (let i = 0; i < HASHES; i++) if (a?.[i] === b[i]) same += 1;
  return same >= ALIKE * HASHES;
};

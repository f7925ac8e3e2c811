import type { Listed } from "./word-table.ts";

/** How many of a hundred sentences of conversations hold one of the everyday words of English, roughly: from it follows which
 * word of a pattern is looked for first. Only speed depends on it. */
const EVERYDAY: [number, string][] = [
  [33, "i to the"],
  [22, "a you my and it is"],
  [12, "for of in on have me that this not with be your"],
  [
    7,
    `im was can do are so but just no please we get what if at its dont has been will am as they how now all help an
  cant there would`,
  ],
  [
    4,
    `from did or out up one when about by ive had need like know time still here go back want any our thanks service hi want
  customer only phone why some us who after been going them more today hello ok yes`,
  ],
  [
    2,
    `could call see then their day he she first days were than make thank new account should order even people work working
  right over because again say said told where never other which doesnt didnt let try trying off good sorry really also
  hours email number before someone sure way issue problem too well does him her into being think take use give tell ill
  got flight support chat very talk person every thing`,
  ],
  [
    1,
    `another last next off two three week hour minutes keep since down look find check change pay paid money bill long
  come made nothing something anything anyone always ever much many most better best same old send sent ask asked around
  doing done having while yet already both through without speak agent waiting wait phone line name contact happy great
  bad stop put feel those these youre thats isnt wont wasnt theyre lol ur u`,
  ],
];

const HELD = new Map(
  EVERYDAY.toReversed().flatMap(([share, words]) => words.split(/\s+/).map((word) => [word, share])),
);

/** A word that is none of those. */
const RARE = 0.1;
/** A short beginning is that of many words. */
const begun = (length: number): number => (length <= 3 ? 3 : length === 4 ? 1 : RARE);

/** How many of a hundred sentences hold one of some words, roughly and at most. */
export const throughput = (words: Listed[]): number =>
  words.reduce((sum, { word, isPrefix }) => sum + (HELD.get(word) ?? (isPrefix ? begun(word.length) : RARE)), 0);

/** A word of a sentence: without apostrophes, with its offsets, and whether a pause stands before it. */
export type Token = { word: string; start: number; end: number; isAfterPause: boolean };

const WORD = /[a-z0-9\u00c0-\u024f_']+/g;
const PAUSE = /[,;:()[\]\n•–—|/*>^=]|\s-+\s|-{2}/;

/** The words of a lower-case sentence. Names that begin with @ or # are none of its words. Linear. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(from, match.index);
    from = match.index + match[0].length;
    const word = match[0].replaceAll("'", "");
    if (word === "") continue;
    const isAfterPause = tokens.length === 0 || (between !== " " && (PAUSE.test(between) || between.length > 20));
    if (between.endsWith("@") || between.endsWith("#")) continue;
    tokens.push({ word, start: match.index, end: from, isAfterPause });
  }
  return tokens;
};

/** A word without its common endings, so that its forms are one. */
export const stemOf = (word: string): string => {
  if (word.length <= 3) return word;
  const bare = word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?<=\w{3})(?:ations?|ings?|ed|es|s|ly)$/, "")
    .replace(/(.)\1$/, "$1");
  return bare.length > 3 ? bare.replace(/e$/, "") : bare;
};

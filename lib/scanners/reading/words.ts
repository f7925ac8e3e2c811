/** Calls `take` with each word of a lower-case text in order, apostrophes left out ("don't" is dont). Linear. */
export const eachWord = (text: string, take: (word: string) => void): void => {
  const joined = text.replaceAll("'", "");
  let from = -1;
  for (let i = 0; i < joined.length; i++) {
    if (isLetter(joined.charCodeAt(i))) from = from === -1 ? i : from;
    else if (from !== -1) {
      take(joined.slice(from, i));
      from = -1;
    }
  }
  if (from !== -1) take(joined.slice(from));
};

/** The words of a lower-case text, in order. */
export const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
};

/** a–z, 0–9, the underscore and the letters with accents of Latin scripts: what patterns are written in. */
export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f) || code === 95;

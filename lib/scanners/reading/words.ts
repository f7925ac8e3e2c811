/** The words of a text with their places, in parallel arrays: what patterns are matched against. */
export type Words = {
  /** Without apostrophes ("don't" is dont). */
  word: string[];
  start: number[];
  end: number[];
  /** Whether only a blank, a comma or a few such signs stand between it and the word before. */
  isJoined: boolean[];
};

/** The words of a lower-case text. Linear. */
export const wordsIn = (text: string): Words => {
  const words: Words = { word: [], start: [], end: [], isJoined: [] };
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    const isPart = i < text.length && isPartOfWord(text.charCodeAt(i));
    if (isPart && from === -1) from = i;
    if (isPart || from === -1) continue;
    add(words, text, from, i);
    from = -1;
  }
  return words;
};

const add = (words: Words, text: string, from: number, to: number): void => {
  const raw = text.slice(from, to);
  const word = raw.includes("'") ? raw.replaceAll("'", "") : raw;
  if (word === "") return;
  const before = words.end.at(-1);
  words.isJoined.push(before !== undefined && isJoint(text, before, from));
  words.word.push(word);
  words.start.push(raw.startsWith("'") ? from + 1 : from);
  words.end.push(raw.endsWith("'") ? to - 1 : to);
};

const LONGEST_JOINT = 8;

const isJoint = (text: string, from: number, to: number): boolean => {
  if (to - from > LONGEST_JOINT) return false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT || code === BANG || code === QUESTION || code === NEWLINE) return false;
  }
  return true;
};

/** The words of a lower-case text, in order. */
export const wordsOf = (text: string): string[] => wordsIn(text).word;

const [NEWLINE, BANG, APOSTROPHE, DOT, QUESTION] = [10, 33, 39, 46, 63];

/** a–z, 0–9, the underscore, the apostrophe and the letters with accents of Latin scripts: what patterns are written in. */
const isPartOfWord = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && code <= 0x24f) ||
  code === 95 ||
  code === APOSTROPHE;

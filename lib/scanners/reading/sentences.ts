export type Sentence = { text: string; start: number };

const ODD_QUOTES = /[’‘ʼ`´]/g;
const ODD_DOUBLES = /[“”„«»]/g;
const ODD = /[’‘ʼ`´“”„«»]/;

/** Curly quotes made straight and letters made small, one character for one, so that offsets stay those of the input. */
export const plain = (text: string): string => {
  const straight = ODD.test(text) ? text.replace(ODD_QUOTES, "'").replace(ODD_DOUBLES, '"') : text;
  const small = straight.toLowerCase();
  // A few letters grow when made small (İ): then keep the case rather than lose the offsets.
  return small.length === text.length ? small : straight;
};

/** Sentences with their offsets, each to the end of its stops; a dot inside a number or address does not end one. */
export const sentencesOf = (text: string): Sentence[] => {
  const sentences: Sentence[] = [];
  let from = 0;
  const take = (to: number): void => {
    const body = text.slice(from, to).trimStart();
    const start = to - body.length;
    const trimmed = body.trimEnd();
    if (trimmed !== "") sentences.push({ text: trimmed, start });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE) take(i);
    if (!isStop(code) || (code === DOT && isInside(text, i))) continue;
    while (isStop(text.charCodeAt(i + 1))) i++;
    take(i + 1);
  }
  take(text.length);
  return sentences;
};

const NEWLINE = 10;
const DOT = 46;
/** . ! ? */
const isStop = (code: number): boolean => code === DOT || code === 33 || code === 63;

const isInside = (text: string, dot: number): boolean =>
  isWord(text.charCodeAt(dot - 1)) && isWord(text.charCodeAt(dot + 1));

/** a–z, A–Z, 0–9 and the underscore. */
const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;

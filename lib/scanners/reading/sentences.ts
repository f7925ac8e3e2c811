export type Sentence = { text: string; start: number };

const ODD_QUOTES = /[’‘ʼ`´]/g;
const ODD_DOUBLES = /[“”„«»]/g;

/** Curly quotes made straight and letters made small, one character for one, so that offsets stay those of the input. */
export const plain = (text: string): string => {
  const straight = text.replace(ODD_QUOTES, "'").replace(ODD_DOUBLES, '"');
  const small = straight.toLowerCase();
  // A few letters grow when made small (İ): then keep the case rather than lose the offsets.
  return small.length === text.length ? small : straight;
};

const SENTENCE = /[^.!?\n]+[.!?]*|[.!?]+/g;

/** Sentences with their offsets; a dot inside a number or address does not end one. */
export const sentencesOf = (text: string): Sentence[] => {
  const sentences: Sentence[] = [];
  for (const match of text.replace(/(?<=\w)\.(?=\w)/g, "·").matchAll(SENTENCE)) {
    const lead = match[0].length - match[0].trimStart().length;
    const body = text.slice(match.index + lead, match.index + match[0].length).trimEnd();
    if (body !== "") sentences.push({ text: body, start: match.index + lead });
  }
  return sentences;
};

import nlp from "compromise/two";

/** What the grammar of a sentence can say of a doubtful hit. */
export const JUDGEMENTS = {
  /** The writer states something done: past tense, first person, no question. */
  own_statement: "(i|we) #Adverb? (#PastTense|said)",
  /** The sentence is negated. */
  negated: "#Negative",
} as const;

/** More of a sentence is not parsed: a hundred thousand words without a stop are no sentence. */
const MOST = 1000;

export type Judgement = keyof typeof JUDGEMENTS;
export type Grammar = (judgement: Judgement) => boolean;

/** The grammar of one sentence, parsed when it is first asked for and once only: parsing is what costs. */
export const grammarOf = (sentence: string): Grammar => {
  let doc: ReturnType<typeof nlp> | null = null;
  return (judgement) => {
    const known = knownOf(sentence, judgement);
    if (known !== null) return known;
    doc ??= nlp(sentence.slice(0, MOST));
    return doc.match(JUDGEMENTS[judgement]).found;
  };
};

/** What the words of a sentence alone say; null = it has to be parsed. */
export const knownOf = (sentence: string, judgement: Judgement): boolean | null => {
  if (judgement !== "own_statement") return null;
  if (isQuestion(sentence)) return false;
  return SAID.test(sentence.slice(0, MOST)) ? true : null;
};

/** What the judgement reads without its tags. */
const SAID = /(?:^|\s)(?:i|we) said(?=$|\s)/;

const isQuestion = (sentence: string): boolean => /\?\s*$/.test(sentence.replace(/!\?/g, "!"));

/** What the manner of writing says beside the words, from 0 to 1. Alone none of it is enough for anything. */
export type Tone = {
  frustration?: number;
  anger?: number;
  urgency?: number;
  helplessness?: number;
  threat_to_leave?: number;
};

const ANGRY = /[😠😡🤬🖕👿]/u;
const UNHAPPY = /[😤🙄😒😩😫😖😣🤦😞😔☹🙁😑🤯😭😢💔👎]/u;
const DESPAIRING = /[😭😢😩😫🆘]/u;
const SHOUTED = /[!?]{3,}|!{2,}/;
const SAD_FACE = /(?:^|\s)[:;=]-?[(/\\[]/;
const LEAST_LETTERS = 12;
const SHOUTING_FROM = 0.7;

/** Capitals and exclamation marks are worth next to nothing: people shout for joy as well. */
export const toneOf = (text: string): Tone => {
  const isShouting = capitals(text) >= SHOUTING_FROM;
  const frustration = Math.max(
    UNHAPPY.test(text) ? 0.35 : 0,
    ANGRY.test(text) ? 0.6 : 0,
    SAD_FACE.test(text) ? 0.25 : 0,
  );
  const loud = (isShouting ? 0.1 : 0) + (SHOUTED.test(text) ? 0.08 : 0);
  return {
    frustration: 1 - (1 - frustration) * (1 - loud),
    anger: 1 - (1 - (ANGRY.test(text) ? 0.55 : 0)) * (1 - loud / 2),
    urgency: SHOUTED.test(text) ? 0.08 : 0,
    helplessness: DESPAIRING.test(text) ? 0.35 : 0,
  };
};

/** Share of capitals among letters; 0 where there are too few letters to tell. */
const capitals = (text: string): number => {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  return letters < LEAST_LETTERS ? 0 : (text.match(/[A-Z]/g)?.length ?? 0) / letters;
};

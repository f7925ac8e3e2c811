import { type Evidence, either, type Feeling } from "./evidence.ts";
import type { Faces } from "./faces.ts";
import type { Leaning } from "./leaning.ts";

const ANGRY_FACE = 0.3;
const GRIEVANCE = 0.3;
const LEAVES = 0.7;
const SUREST = 0.95;

/** What phrases and weak signs add to the logarithm of the odds. Chosen for few false findings where a fifth are dissatisfied;
 * with half of the phrase hits hidden, looser ones find more and are as good where a third are. */
const BY_PHRASES = 2.6;
const BY_LEANING = 0.8;
const BEFORE_ALL = -1.6;

/** How sure each feeling is, from 0 to 1: by its own words, by the feelings that go with it, and frustration by what weak
 * signs say together. How loudly a text is typed is left out: by itself it says less than a coin (see the test). */
export const scoresOf = (
  evidence: Record<Feeling, Evidence>,
  faces: Faces,
  { logOdds }: Leaning,
): Record<Feeling, number> => {
  const own = (feeling: Feeling) => evidence[feeling].together;
  const anger = either(own("anger"), faces.angry ? ANGRY_FACE : 0);
  // A plain wish to close an account is no threat; with a grievance beside it, it is.
  const isGrieved = Math.max(own("frustration"), anger) >= 0.5;
  const isClosing = evidence.threat_to_leave.hits.some(({ phrase }) => phrase.rule === "threat_to_leave.closing");
  const threat = either(own("threat_to_leave"), isGrieved && isClosing ? GRIEVANCE : 0);
  const phrases = -Math.log(1 - Math.min(SUREST, either(own("frustration"), LEAVES * threat)));
  return {
    // Who insults is dissatisfied, and who leaves mostly is.
    frustration: Math.max(anger, sigmoid(BEFORE_ALL + BY_PHRASES * phrases + BY_LEANING * logOdds)),
    anger,
    urgency: own("urgency"),
    helplessness: own("helplessness"),
    threat_to_leave: threat,
  };
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

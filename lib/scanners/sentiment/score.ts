import { type Evidence, either, type Feeling } from "./evidence.ts";
import type { Faces } from "./faces.ts";

const ANGRY_FACE = 0.3;
const SAD_FACE = 0.2;
const GRIEVANCE = 0.3;
const LEAVES = 0.7;

/** How sure each feeling is, from 0 to 1: by its own words, by the feelings that go with it, and by faces. How loudly a
 * text is typed is left out: by itself it says less than a coin (see the test). */
export const scoresOf = (evidence: Record<Feeling, Evidence>, faces: Faces): Record<Feeling, number> => {
  const own = (feeling: Feeling) => evidence[feeling].together;
  const anger = either(own("anger"), faces.angry ? ANGRY_FACE : 0);
  // A plain wish to close an account is no threat; with a grievance beside it, it is.
  const isGrieved = Math.max(own("frustration"), anger) >= 0.5;
  const isClosing = evidence.threat_to_leave.hits.some(({ phrase }) => phrase.rule === "threat_to_leave.closing");
  const threat = either(own("threat_to_leave"), isGrieved && isClosing ? GRIEVANCE : 0);
  const face = faces.angry ? ANGRY_FACE : faces.sad ? SAD_FACE : 0;
  return {
    // Who insults is dissatisfied, and who leaves mostly is.
    frustration: Math.max(anger, either(own("frustration"), LEAVES * threat, face)),
    anger,
    urgency: own("urgency"),
    helplessness: own("helplessness"),
    threat_to_leave: threat,
  };
};

import type { Hit } from "./reading/phrase-index.ts";
import type { Mark, Scanner } from "./scanner.ts";
import { type Evidence, evidenceOf, FEELINGS, type Feeling } from "./sentiment/evidence.ts";
import { facesOf } from "./sentiment/faces.ts";
import { leaningOf, type Weighing } from "./sentiment/leaning.ts";
import { scoresOf } from "./sentiment/score.ts";
import { BIAS, WEIGHTS } from "./sentiment/weights.ts";

const KEY = "sentiment";

/** Below this nothing is worth showing. */
const SHOWN_FROM = 0.4;
/** A piece of evidence that says something by itself, and how many of them are pointed at. */
const TELLING = 0.5;
const MOST_SPANS = 3;

/** How a customer feels, in words, in any of their turns: frustration, anger (which implies it), urgency, helplessness and
 * the threat to leave. Weak words add up, and a verdict is only evidence that lowers a threshold for others, never a
 * reason by itself. Capitals, exclamation marks and swearing are not feelings. The first mark of a label is as sure as all
 * that speaks for it, the others as sure as they are by themselves. */
export const sentimentBy = (weighing: Weighing): Scanner => ({
  key: KEY,
  name: "Sentiment",
  version: "4",
  acceptedFrom: 0.5,
  says: {
    "frustration.": "The customer shows dissatisfaction.",
    "frustration.together.": "Weak signs that show dissatisfaction together.",
    "anger.": "The customer is angry: an insult, hostile swearing, contempt or an accusation.",
    "urgency.": "The customer asks for speed or names a near deadline.",
    "helplessness.": "The customer gives up or does not know what to do.",
    "threat_to_leave.": "The customer says that they will stop or go elsewhere.",
  },
  looksAt: ({ role, isPublic }) => role === "customer" && isPublic,
  inTurn: ({ role, reading, text }) => {
    const hits = role === "customer" ? reading.hits(KEY) : [];
    if (hits.length === 0) return [];
    const evidence = evidenceOf(hits);
    const leaning = leaningOf(hits, reading.own, weighing);
    const scores = scoresOf(evidence, facesOf(text), leaning);
    return FEELINGS.flatMap((feeling) => {
      const marks = marksOf(feeling, scores[feeling], evidence);
      return marks.length === 0 && feeling === "frustration" ? together(scores.frustration, leaning.hits) : marks;
    });
  },
});

export const sentiment = sentimentBy({ bias: BIAS, weights: WEIGHTS });

/** Feelings that speak for frustration where it has no words of its own. */
const IMPLYING: Feeling[] = ["anger", "threat_to_leave"];

const marksOf = (feeling: Feeling, score: number, evidence: Record<Feeling, Evidence>): Mark[] => {
  if (score < SHOWN_FROM) return [];
  const hits = [feeling, ...(feeling === "frustration" ? IMPLYING : [])].flatMap((one) => evidence[one].hits);
  const telling = hits.filter(({ phrase }, i) => i === 0 || (phrase.label === feeling && phrase.confidence >= TELLING));
  return telling.slice(0, MOST_SPANS).map((hit, i) => markOf(feeling, hit, i === 0 ? score : hit.phrase.confidence));
};

/** Weak signs that say it together: each is pointed at, and none is surer than all. */
const together = (score: number, hits: Hit[]): Mark[] =>
  score < SHOWN_FROM
    ? []
    : hits.slice(0, MOST_SPANS).map(({ phrase, start, end }) => ({
        rule: `frustration.together.${phrase.rule.slice("cue.".length)}`,
        label: "frustration",
        ...{ start, end, confidence: score },
      }));

const markOf = (feeling: Feeling, { phrase, start, end }: Hit, confidence: number): Mark => ({
  rule: phrase.label === feeling ? phrase.rule : `${feeling}.${phrase.label}`,
  label: feeling,
  ...{ start, end, confidence },
});

import type { Hit } from "../reading/phrase-index.ts";

export const FEELINGS = ["frustration", "anger", "urgency", "helplessness", "threat_to_leave"] as const;
export type Feeling = (typeof FEELINGS)[number];

/** What speaks for one feeling in a text. */
export type Evidence = {
  /** Strongest first; no two share words or a family, so that nothing is counted twice. */
  hits: Hit[];
  /** From 0 to 1: 1 − Π (1 − weight) over the hits, as if they were independent. */
  together: number;
};

/** What a text's hits, surest first, say of each feeling. */
export const evidenceOf = (hits: readonly Hit[]): Record<Feeling, Evidence> => ({
  frustration: evidenceFor("frustration", hits),
  anger: evidenceFor("anger", hits),
  urgency: evidenceFor("urgency", hits),
  helplessness: evidenceFor("helplessness", hits),
  threat_to_leave: evidenceFor("threat_to_leave", hits),
});

/** More pieces of evidence than this say nothing more. */
const MOST = 8;

const evidenceFor = (feeling: Feeling, hits: readonly Hit[]): Evidence => {
  const own: Hit[] = [];
  for (const hit of hits) {
    if (own.length === MOST) break;
    if (hit.phrase.label === feeling && !own.some((other) => isSame(other, hit))) own.push(hit);
  }
  return { hits: own, together: either(...own.map(({ phrase }) => phrase.confidence)) };
};

const isSame = (a: Hit, b: Hit): boolean => a.phrase.rule === b.phrase.rule || (a.start < b.end && b.start < a.end);

/** That at least one of independent things is so. */
export const either = (...parts: number[]): number => 1 - parts.reduce((left, part) => left * (1 - part), 1);

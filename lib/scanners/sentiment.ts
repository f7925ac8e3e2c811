import type { Hit } from "./reading/reading.ts";
import type { Mark, Scanner, Turn } from "./scanner.ts";
import { toneOf } from "./sentiment/tone.ts";

const KEY = "sentiment";

const LABELS = ["frustration", "anger", "urgency", "helplessness", "threat_to_leave"] as const;
type Label = (typeof LABELS)[number];

/** Signals of how a customer feels, each in their own words. Evidence adds up: two weak ones of different kinds are one
 * strong one. It lowers the threshold for handing over, and is never a verdict alone. */
export const sentiment: Scanner = {
  key: KEY,
  name: "Sentiment",
  version: "1",
  acceptedFrom: 0.5,
  says: {
    "frustration.": "The customer is frustrated.",
    "anger.": "The customer is angry.",
    "urgency.": "The customer presses for time.",
    "helplessness.": "The customer does not know what else to do.",
    "threat.": "The customer speaks of leaving.",
  },
  looksAt: ({ role, isPublic }) => role === "customer" && isPublic,
  inTurn: (turn) => (turn.role === "customer" ? marksOf(turn) : []),
};

const marksOf = ({ text, reading }: Turn): Mark[] => {
  const hits = reading.hits(KEY);
  const tone = toneOf(text);
  const certain = new Map<Label, number>();
  for (const label of LABELS) {
    const own = hits.filter(({ phrase }) => phrase.label === label);
    certain.set(label, together([...strongestOfEach(own), tone[label] ?? 0]));
  }
  const angry = certain.get("anger") ?? 0;
  certain.set("frustration", Math.max(certain.get("frustration") ?? 0, angry));
  // To close an account is a wish; to close it in anger is a threat.
  if (
    (certain.get("frustration") ?? 0) >= sentiment.acceptedFrom &&
    hits.some(({ phrase }) => phrase.rule === "threat.closes")
  ) {
    certain.set("threat_to_leave", together([certain.get("threat_to_leave") ?? 0, 0.4]));
  }
  return LABELS.flatMap((label) => {
    const confidence = certain.get(label) ?? 0;
    const shown = spanOf(label, hits);
    if (confidence < SHOWN_FROM || !shown) return [];
    return [{ rule: shown.phrase.rule, label, start: shown.start, end: shown.end, confidence }];
  });
};

/** Weaker signs are not worth a mark. */
const SHOWN_FROM = 0.4;

const spanOf = (label: Label, hits: Hit[]): Hit | undefined =>
  hits.find(({ phrase }) => phrase.label === label) ??
  (label === "frustration" ? hits.find(({ phrase }) => phrase.label === "anger") : undefined);

const strongestOfEach = (hits: Hit[]): number[] => {
  const byRule = Map.groupBy(hits, ({ phrase }) => phrase.rule);
  return [...byRule.values()].map((some) => Math.max(...some.map(({ phrase }) => phrase.confidence)));
};

/** That at least one of independent signs is right: 1 − ∏(1 − p). */
const together = (signs: number[]): number => 1 - signs.reduce((left, sign) => left * (1 - sign), 1);

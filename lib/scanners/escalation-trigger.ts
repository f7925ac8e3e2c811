import { humanAsk } from "./human-ask.ts";
import type { EpisodeMark, Mark, Scanner, Talk, Turn } from "./scanner.ts";
import { sentiment } from "./sentiment.ts";
import { answerFacts, customerFacts, type Fact } from "./triggers/facts.ts";

const KEY = "escalation_trigger";

/** Which family decides where several speak: the customer's own wish is not negotiable; topics and customers that always
 * go to people come next; then what the AI could not do, what was too much for it, and last how the customer felt, which
 * only ever lowers the threshold. */
const PRECEDENCE: string[] = ["customer_request", "topic", "customer", "confidence", "complexity", "sentiment"];

type Sign = EpisodeMark & { family: string };

/** Why an episode was handed over, as words, attributes and events tell it: one primary trigger and those that contribute.
 * What the source declared stands beside it and is not looked at. */
export const escalationTrigger: Scanner = {
  key: KEY,
  name: "Why it was escalated",
  version: "1",
  acceptedFrom: 0.5,
  says: {
    "topic.": "The topic belongs to people.",
    "complexity.": "It is more than an answer can settle.",
    "customer.": "This customer belongs to people.",
    "sentiment.": "How the customer feels lowered the threshold.",
    "confidence.": "The AI had too little to answer with.",
    "customer_request.": "The customer wanted a person.",
  },
  inEpisode: (talk) => {
    const [handoff] = talk.handoffs;
    if (!handoff) return [];
    const before = talk.turns.filter(({ at, isPublic }) => isPublic && at !== null && at <= handoff.at);
    const signs = [
      ...requests(talk, before),
      ...phrasesIn(before),
      ...failedAnswers(before),
      ...[...customerFacts(talk), ...answerFacts(before)].map(signOf),
      ...feelings(before),
    ];
    return ranked([...Map.groupBy(signs, ({ label }) => label).values()].flatMap((some) => surest(some)));
  },
};

const surest = (signs: Sign[]): Sign[] => signs.toSorted((a, b) => b.confidence - a.confidence).slice(0, 1);

const ranked = (signs: Sign[]): EpisodeMark[] => {
  const rank = ({ family }: Sign) => PRECEDENCE.indexOf(family);
  return signs
    .toSorted((a, b) => rank(a) - rank(b) || b.confidence - a.confidence)
    .map(({ family, ...mark }, i) => ({
      ...mark,
      rule: `${family}.${mark.label}.${i === 0 ? "primary" : "contributing"}`,
    }));
};

const signOf = ({ family, ...fact }: Fact): Sign => ({ family, rule: "", ...fact });

const fromMark = (family: string, turn: Turn, { label, start, end, confidence }: Mark): Sign => ({
  ...{ family, rule: "", turn: turn.id, label, start, end, confidence },
});

const requests = ({ events, handoffs: [handoff] }: Talk, before: Turn[]): Sign[] => {
  const pressed = events.find(({ type, at }) => type === "ask_human" && handoff && at <= handoff.at);
  const button: Sign[] = pressed
    ? [
        signOf({
          family: "customer_request",
          turn: null,
          label: "talk_to_person_button",
          confidence: 0.95,
          evidence: "the button was pressed",
        }),
      ]
    : [];
  const words = before.flatMap((turn) =>
    (humanAsk.inTurn?.(turn, []) ?? [])
      .filter(({ confidence }) => confidence >= humanAsk.acceptedFrom)
      .map((mark) => fromMark("customer_request", turn, { ...mark, label: "asks_in_words" })),
  );
  return [...button, ...words, ...offered(before)];
};

const YES = /^\W*(?:yes|yeah|yep|sure|ok|okay|please|please do|go ahead|that would be)\b/i;

const offered = (before: Turn[]): Sign[] =>
  before.flatMap((turn, i) => {
    if (turn.role !== "ai") return [];
    const hit = turn.reading.hits(KEY).find(({ phrase }) => phrase.label === "offered_after_second");
    const next = before.slice(i + 1).find(({ role }) => role === "customer");
    if (!hit || !next || !YES.test(next.text)) return [];
    return [fromMark("customer_request", turn, { ...hit.phrase, start: hit.start, end: hit.end })];
  });

/** What the customer's words say of topic and complexity, and the AI's own of its doubt. */
const phrasesIn = (before: Turn[]): Sign[] =>
  before.flatMap((turn) =>
    turn.reading.hits(KEY).flatMap(({ phrase, start, end }) => {
      const [family = ""] = phrase.rule.split(".");
      const isTheirs = turn.role === (family === "confidence" ? "ai" : "customer");
      const isOwn = phrase.label !== "failed" && phrase.label !== "offered_after_second";
      return isTheirs && isOwn ? [fromMark(family, turn, { ...phrase, start, end })] : [];
    }),
  );

const FAILED = 2;

/** Two answers that the customer says did not help. */
const failedAnswers = (before: Turn[]): Sign[] => {
  const refused = before.flatMap((turn, i) => {
    const isAnswer = before.slice(0, i).some(({ role }) => role === "ai");
    const hit =
      turn.role === "customer" && isAnswer && turn.reading.hits(KEY).find(({ phrase }) => phrase.label === "failed");
    return hit ? [{ turn, hit }] : [];
  });
  const last = refused.at(-1);
  if (refused.length < FAILED || !last) return [];
  const { start, end } = last.hit;
  return [fromMark("confidence", last.turn, { rule: "", label: "two_failed_answers", start, end, confidence: 0.8 })];
};

const FEELINGS = ["frustration", "anger", "urgency", "helplessness"];

const feelings = (before: Turn[]): Sign[] =>
  before.flatMap((turn) => {
    const felt = (sentiment.inTurn?.(turn, []) ?? []).filter(
      ({ label, confidence }) => FEELINGS.includes(label) && confidence >= sentiment.acceptedFrom,
    );
    // Who is angry is frustrated as well: the stronger one is said.
    const isAngry = felt.some(({ label }) => label === "anger");
    return felt
      .filter(({ label }) => !(isAngry && label === "frustration"))
      .map((mark) => fromMark("sentiment", turn, mark));
  });

import type { Hit } from "./reading/phrase-index.ts";
import { type Promised, promisesIn } from "./reading/promise.ts";
import type { Reading } from "./reading/reading.ts";
import type { Sentence } from "./reading/sentences.ts";
import type { Mark, Scanner, Talk, Turn } from "./scanner.ts";

const KEY = "expectation";
const LABELS = ["ack_transfer", "no_repeat", "vague_wait", "wait_estimate"];

/** What customers are told when they are handed over: that they are, that nothing must be said again, and how long it
 * takes, parsed to seconds or to a place in the queue. */
export const expectation: Scanner = {
  key: KEY,
  name: "Expectation message",
  version: "3",
  acceptedFrom: 0.5,
  says: {
    "transfer.": "The customer is told of the handoff.",
    "no_repeat.": "The customer is told that nothing must be repeated.",
    "wait.vague": "The wait is announced without a length.",
    "wait.": "The customer is told how long the wait is.",
    "position.": "The customer is told the place in the queue.",
  },
  looksAt: (turn, talk) => turn.isPublic && turn.role !== "customer" && isAtASeam(turn, talk),
  inTurn: (turn) => {
    if (turn.role === "customer") return [];
    const marks = READ.get(turn) ?? marksIn(turn);
    READ.set(turn, marks);
    return marks;
  },
};

/** Who looks at the queue asks for the same marks again: each turn is read once. */
const READ = new WeakMap<Turn, Mark[]>();

const marksIn = ({ reading }: Turn): Mark[] => {
  const promises = promisesIn(reading.own);
  return [...saidIn(reading, promises), ...promisedIn(reading, promises)];
};

const BEFORE_MS = 120_000;

/** Said from two minutes before a handoff until its wait is over. */
const isAtASeam = ({ at }: Turn, { handoffs }: Talk): boolean =>
  at !== null &&
  handoffs.some(
    (handoff) =>
      at.getTime() >= handoff.at.getTime() - BEFORE_MS && (handoff.waitEndedAt === null || at < handoff.waitEndedAt),
  );

const saidIn = (reading: Reading, promises: Promised[]): Mark[] => {
  const things = promises.filter((one) => one.is === "wait" && isOfThing(one, reading));
  const hits = reading
    .hits(KEY)
    .filter(
      ({ phrase: { label }, sentence }) =>
        LABELS.includes(label) && !(label === "vague_wait" && things.some((one) => isIn(one, sentence))),
    );
  return [...Map.groupBy(hits, ({ phrase }) => phrase.label).values()].flatMap(([hit]) => (hit ? [markOf(hit)] : []));
};

const markOf = ({ phrase: { rule, label, confidence }, start, end }: Hit): Mark => ({
  rule,
  label,
  start,
  end,
  confidence,
});

const isIn = ({ start }: Promised, { start: from, text }: Sentence): boolean =>
  start >= from && start < from + text.length;

const DAY_S = 86_400;

/** Days of waiting that a sentence about a refund, a delivery or the like announces, or the bare "please wait" right after
 * one: nobody waits for a person then. */
const isOfThing = (promised: Promised, reading: Reading): boolean => {
  if (promised.value !== null && promised.value < DAY_S) return false;
  const sentences = reading.sentences();
  const i = sentences.findIndex((sentence) => isIn(promised, sentence));
  const things = reading.hits(KEY).filter(({ phrase }) => phrase.label === "thing");
  const isAbout = (sentence: Sentence | undefined) => things.some((hit) => hit.sentence.start === sentence?.start);
  const contexts = reading.hits(KEY).filter(({ phrase }) => phrase.label === "context");
  const isBare = contexts.every(
    ({ sentence, start, end }) =>
      sentence.start !== sentences[i]?.start || /^(?:wait\w*|hold)$/.test(reading.own.slice(start, end)),
  );
  return isAbout(sentences[i]) || (isBare && isAbout(sentences[i - 1]));
};

const promisedIn = (reading: Reading, promises: Promised[]): Mark[] => {
  const contexts = reading.hits(KEY).filter(({ phrase }) => phrase.label === "context");
  const places = promises.filter(({ is }) => is === "position");
  const waits = promises.filter(
    (one) => one.is === "wait" && contexts.some(({ sentence }) => isIn(one, sentence)) && !isOfThing(one, reading),
  );
  const mark = (rule: string, label: string, [found]: Promised[]): Mark[] => {
    if (!found) return [];
    const { start, end, value } = found;
    return [{ rule, label, start, end, confidence: 0.85, ...(value === null ? {} : { value }) }];
  };
  return [
    ...mark("wait.length", "wait_estimate", waits.slice(-1)),
    ...mark("position.said", "queue_position", places),
    // A place in the queue tells how long as well.
    ...(waits.length === 0
      ? mark(
          "wait.position",
          "wait_estimate",
          places.map((place) => ({ ...place, value: null })),
        )
      : []),
  ];
};

import { isCourtesy } from "#lib/conversation/courtesy.ts";
import { expectation } from "./expectation.ts";
import type { EpisodeMark, Scanner, Talk, Turn } from "./scanner.ts";

const KEY = "queue_experience";

/** What a customer is offered while waiting: how long, which place, another channel, an answer later instead of waiting;
 * and whether the offer was taken and came to an end. */
export const queueExperience: Scanner = {
  key: KEY,
  name: "Queue experience",
  version: "2",
  acceptedFrom: 0.5,
  says: {
    "shown.wait": "The customer knows how long the wait is.",
    "shown.position": "The customer knows the place in the queue.",
    "alternative.": "Another channel is offered.",
    "async.offered": "An answer later is offered, instead of waiting.",
    "async.taken": "The customer takes the answer later.",
    "async.resolved": "The answer came later, and it was over.",
    "left.": "The customer stops waiting, in words.",
  },
  inEpisode: (talk) => {
    const [handoff] = talk.handoffs;
    if (!handoff || handoff.isTakeover) return [];
    const waiting = talk.turns.filter((turn) => isInQueue(turn, handoff));
    const offers = offersIn(waiting);
    return [...shownTo(talk, waiting), ...offers, ...takenOf(talk, waiting, offers), ...leftIn(talk.turns, handoff)];
  },
};

const BEFORE_MS = 120_000;

const isInQueue = ({ at, isPublic }: Turn, handoff: Talk["handoffs"][number]): boolean =>
  isPublic &&
  at !== null &&
  at.getTime() >= handoff.at.getTime() - BEFORE_MS &&
  (handoff.waitEndedAt === null || at < handoff.waitEndedAt);

const shownTo = ({ handoffs: [handoff] }: Talk, waiting: Turn[]): EpisodeMark[] => {
  const fact = (rule: string, label: string, evidence: string) => ({
    turn: null,
    rule,
    label,
    confidence: 1,
    evidence,
  });
  const declared = handoff?.declared;
  const inWords = waiting
    .filter(({ role }) => role !== "customer")
    .flatMap((turn) => (expectation.inTurn?.(turn, () => []) ?? []).map((mark) => ({ ...mark, turn: turn.id })));
  const wait = inWords.find(({ label }) => label === "wait_estimate");
  const place = inWords.find(({ label }) => label === "queue_position");
  return [
    ...(wait ? [{ ...wait, rule: "shown.wait", label: "wait_shown" }] : []),
    ...(!wait && declared?.promisedWaitSeconds != null
      ? [fact("shown.wait", "wait_shown", `${declared.promisedWaitSeconds} seconds, told by the source`)]
      : []),
    ...(place ? [{ ...place, rule: "shown.position", label: "position_shown" }] : []),
    ...(!place && declared?.queuePosition != null
      ? [fact("shown.position", "position_shown", `place ${declared.queuePosition}, told by the source`)]
      : []),
  ];
};

/** What only customers say. */
const CUSTOMERS = ["agrees", "left_in_words"];

const offersIn = (waiting: Turn[]): EpisodeMark[] => {
  const all = waiting
    .filter(({ role }) => role !== "customer")
    .flatMap((turn) =>
      turn.reading
        .hits(KEY)
        .filter(({ phrase }) => !CUSTOMERS.includes(phrase.label))
        .map(({ phrase: { rule, label, confidence }, start, end }) => ({
          turn: turn.id,
          rule,
          label,
          confidence,
          start,
          end,
        })),
    );
  return [...Map.groupBy(all, ({ label }) => label).values()].flatMap(([first]) => first ?? []);
};

const EMAIL = /[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,}/i;

const takenOf = ({ turns, endedAt }: Talk, waiting: Turn[], offers: EpisodeMark[]): EpisodeMark[] => {
  const offer = offers.find(({ label }) => label === "async_offered");
  const at = waiting.findIndex(({ id }) => id === offer?.turn);
  const taken = at < 0 ? undefined : waiting.slice(at + 1).find(takes);
  if (!taken) return [];
  const mark = {
    turn: taken.id,
    rule: "async.taken",
    label: "async_taken",
    confidence: 0.75,
    start: 0,
    end: taken.text.length,
  };
  const answer = turns.slice(turns.indexOf(taken)).find(({ role, isPublic }) => role === "human" && isPublic);
  if (!answer || endedAt === null) return [mark];
  const resolved = {
    ...mark,
    turn: answer.id,
    rule: "async.resolved",
    label: "async_resolved",
    end: answer.text.length,
  };
  return [mark, resolved];
};

const takes = ({ role, text, reading }: Turn): boolean =>
  role === "customer" && (EMAIL.test(text) || reading.hits(KEY).some(({ phrase }) => phrase.label === "agrees"));

/** Where a customer says that they do not wait any longer; one who asks something is still there. */
const leavingIn = ({ role, isPublic, text, reading }: Turn) =>
  role === "customer" && isPublic && !text.includes("?")
    ? reading.hits(KEY).find(({ phrase }) => phrase.label === "left_in_words")
    : undefined;

/** The turn with which a customer stops waiting: the last they write from `from` on and before `until` (null = up to now),
 * whose thanks and good-byes are no return. Undefined = they do not say so. */
export const leavingTurn = (turns: Turn[], from: Date, until: Date | null): Turn | undefined => {
  const last = turns.findLast(
    ({ role, isPublic, at, text }) =>
      role === "customer" &&
      isPublic &&
      at !== null &&
      at > from &&
      (until === null || at < until) &&
      !isCourtesy(text),
  );
  return last && leavingIn(last) ? last : undefined;
};

const leftIn = (turns: Turn[], { at, waitEndedAt, leftHow }: Talk["handoffs"][number]): EpisodeMark[] => {
  const until = leftHow === "explicit" && waitEndedAt ? new Date(waitEndedAt.getTime() + 1) : waitEndedAt;
  const turn = leavingTurn(turns, at, until);
  const hit = turn && leavingIn(turn);
  if (!turn || !hit) return [];
  const { rule, label, confidence } = hit.phrase;
  return [{ turn: turn.id, rule, label, confidence, start: hit.start, end: hit.end }];
};

import { Temporal } from "temporal-polyfill";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { Counted } from "#lib/metrics/measure.ts";
import { businessSeconds } from "#lib/time/business-time.ts";
import type { Range } from "#lib/time/range.ts";
import type { Fact, Handed } from "./fact.ts";
import { factsOf } from "./facts.ts";
import { type HEARD_SHARES, repetitionTruth, seamTruth, TOLD_SHARES } from "./seam-truth.ts";
import { demoCalendar, localDate, type Story } from "./story.ts";
import { DAY } from "./turns.ts";

/** What really happened in a range, counted from the facts of the generator and not from any transcript. waits and asks:
 * open seconds, isEvent = answered by a person. */
export type Truth = Record<Share | (typeof HEARD_SHARES)[number], Counted> & {
  waits: { t: number; event: boolean }[];
  asks: { t: number; event: boolean }[];
};

/** What is recovered to the last conversation. */
export const TRUE_SHARES = [
  "handoffCsat",
  "handoffResponseRate",
  "aiOnlyResponseRate",
  "humanOnlyResponseRate",
  "escalationRate",
  "askRate",
  "failedHandoffs",
  "bypassRate",
  "promiseKept",
  "leftCertain",
  "postEscalationResolution",
  "answeredShare",
  "resolvedIfAnswered",
  "aiResolution",
  "aiConfirmed",
  "reopenRate",
  "repeatContact",
  ...TOLD_SHARES,
] as const satisfies MetricKey[];
type Share = (typeof TRUE_SHARES)[number];

const WEEK = 7 * DAY;

/** The truth about a range, as it can be known at `at`; the range should be over. */
export const truthOf = (story: Story, range: Pick<Range, "from" | "to">, at: Date): Truth => {
  const [start, end, now] = [range.from.getTime(), range.to.getTime(), at.getTime()];
  // An episode can end long after it began, so earlier days are looked at too.
  const facts = factsBetween(story, new Date(start - 21 * DAY), range.to).filter(({ isSpam }) => !isSpam);
  const scope: Scope = { story, facts, now, within: (time) => time >= start && time < end };
  return {
    ...satisfaction(scope),
    ...escalation(scope),
    ...waiting(scope),
    ...resolution(scope),
    ...returns(scope),
    ...seamOf(scope),
  };
};

type Scope = { story: Story; facts: Fact[]; now: number; within: (time: number) => boolean };

const counted = (facts: Fact[], isPart: (fact: Fact) => boolean): Counted => ({
  part: facts.filter(isPart).length,
  n: facts.length,
});

const isHanded = ({ segment, handoff }: Fact, now: number): boolean =>
  segment === "handoff" && handoff !== null && handoff.at <= now;
const asksOf = ({ turns }: Fact): number[] => turns.filter(({ says }) => says === "ask_person").map((turn) => turn.at);

const satisfaction = ({ facts, now, within }: Scope) => {
  const ended = facts.filter(({ endedAt }) => within(endedAt));
  const hasRated = ({ rating }: Fact) => rating !== null && rating.at <= now;
  const response = (segment: Fact["segment"]) =>
    counted(
      ended.filter((fact) => fact.segment === segment && fact.surveyAt !== null && fact.surveyAt <= now),
      hasRated,
    );
  return {
    handoffCsat: counted(
      ended.filter((fact) => isHanded(fact, now) && hasRated(fact)),
      ({ rating }) => (rating?.score ?? 0) >= 4,
    ),
    handoffResponseRate: response("handoff"),
    aiOnlyResponseRate: response("ai_only"),
    humanOnlyResponseRate: response("human_only"),
  };
};

const escalation = ({ facts, now, within }: Scope) => {
  const began = facts.filter(({ startedAt }) => within(startedAt));
  const withAi = began.filter(({ segment }) => segment !== "human_only");
  return {
    escalationRate: counted(withAi, (fact) => isHanded(fact, now)),
    askRate: counted(withAi, (fact) => asksOf(fact).length > 0),
    failedHandoffs: counted(withAi, ({ parting }) => parting === "announced"),
    bypassRate: counted(
      began.filter(({ segment, handoff }) => segment !== "human_only" || handoff !== null),
      ({ segment }) => segment === "human_only",
    ),
  };
};

const seamOf = ({ facts, now, within }: Scope) => {
  const handed = facts.filter((fact) => isHanded(fact, now));
  const spoke = handed.filter(
    ({ startedAt, speaksAgainAt, seam }) => within(startedAt) && speaksAgainAt && speaksAgainAt <= now && seam !== null,
  );
  return {
    ...seamTruth(
      handed.filter(({ handoff }) => handoff && within(handoff.at)),
      now,
      counted,
    ),
    ...repetitionTruth(spoke, now, counted),
  };
};

const waiting = ({ story, facts, now, within }: Scope) => {
  const calendar = demoCalendar(story);
  const decided = facts.filter(
    ({ handoff }) => handoff && within(handoff.at) && !handoff.isTakeover && handoff.endsAt <= now,
  );
  const lasted = ({ handoff }: Fact) => (handoff ? (handoff.endsAt - handoff.at) / 1000 : 0);
  const stayed = decided.filter((fact) => fact.handoff?.outcome === "answered" || lasted(fact) >= 30);
  const asked = facts.filter((fact) => fact.segment !== "human_only" && within(asksOf(fact)[0] ?? 0));
  const isAnswered = (handoff: Handed | null) => handoff?.outcome === "answered";
  return {
    waits: decided.map(({ handoff }) => ({ t: handoff?.waitSeconds ?? 0, event: isAnswered(handoff) })),
    leftCertain: counted(stayed, ({ handoff }) => handoff?.leftHow === "explicit"),
    promiseKept: counted(
      stayed.filter(({ handoff }) => handoff?.promisedSeconds != null),
      (fact) => isAnswered(fact.handoff) && lasted(fact) <= (fact.handoff?.promisedSeconds ?? 0),
    ),
    asks: asked.map((fact) => ({
      t: businessSeconds(calendar, new Date(asksOf(fact)[0] ?? 0), new Date(fact.handoff?.endsAt ?? fact.endedAt)),
      event: isAnswered(fact.handoff),
    })),
  };
};

const resolution = ({ facts, now, within }: Scope) => {
  const mature = facts.filter((fact) => within(resolutionAt(fact)) && maturesAt(fact) <= now);
  const handed = mature.filter(({ segment }) => segment === "handoff");
  const answered = handed.filter(({ handoff }) => handoff?.outcome === "answered");
  const withAi = mature.filter(({ segment }) => segment !== "human_only");
  const byAi = withAi.filter((fact) => aiHelped(fact) !== null && fact.followedAt === null);
  return {
    postEscalationResolution: counted(handed, isResolved),
    answeredShare: counted(handed, (fact) => answered.includes(fact)),
    resolvedIfAnswered: counted(answered, isResolved),
    aiResolution: counted(withAi, (fact) => byAi.includes(fact)),
    aiConfirmed: counted(byAi, (fact) => aiHelped(fact) === "confirmed"),
  };
};

/** One that never ends is given up seven days after the handoff, or after the customer's last word to the AI. */
const resolutionAt = ({ endedBy, endedAt, handoff }: Fact): number =>
  endedBy === "never" ? (handoff?.at ?? endedAt) + WEEK : endedAt;

const maturesAt = (fact: Fact): number => (fact.endedBy === "never" ? resolutionAt(fact) : fact.endedAt + WEEK);

const isResolved = ({ endedBy, handoff, returnsAt, followedAt }: Fact): boolean =>
  endedBy !== "never" && handoff?.outcome === "answered" && returnsAt === null && followedAt === null;

/** Whether the customer of an AI that stayed alone says that it helped, or leaves it to be assumed; null = neither. */
const aiHelped = ({ parting, rating, endedAt }: Fact): "confirmed" | "assumed" | null => {
  const score = rating && rating.at <= endedAt + WEEK ? rating.score : null;
  if (parting === null || (score !== null && score < 4)) return null;
  if (score !== null || parting === "thanks") return "confirmed";
  return parting === "quiet" ? "assumed" : null;
};

const returns = ({ facts, now, within }: Scope) => {
  const closed = facts.filter((fact) => fact.endedBy === "closed" && within(fact.endedAt));
  const again = facts.filter(({ closedAgainAt }) => closedAgainAt !== null && within(closedAgainAt));
  const known = (days: number) => [
    ...closed.filter(({ endedAt }) => endedAt + days * DAY <= now),
    // What was closed a second time is an episode of its own, and no one comes back a third time.
    ...again.filter(({ closedAgainAt }) => (closedAgainAt ?? now) + days * DAY <= now).map(asLast),
  ];
  return {
    reopenRate: counted(known(7), ({ returnsAt }) => returnsAt !== null),
    repeatContact: counted(known(3), ({ followedAt }) => followedAt !== null),
  };
};

const asLast = (fact: Fact): Fact => ({ ...fact, returnsAt: null, followedAt: null });

const factsBetween = (story: Story, from: Date, to: Date): Fact[] => {
  const facts: Fact[] = [];
  const last = Temporal.PlainDate.from(localDate(to));
  let date = Temporal.PlainDate.from(localDate(from));
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    facts.push(...factsOf(story, date.toString()));
  }
  return facts;
};

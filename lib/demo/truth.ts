import { Temporal } from "temporal-polyfill";
import type { Counted } from "#lib/metrics/measure.ts";
import type { Range } from "#lib/time/range.ts";
import type { Fact } from "./fact.ts";
import { factsOf } from "./facts.ts";
import { localDate, type Story } from "./story.ts";

/** What really happened in a range, counted from the facts of the generator and not from any transcript. waits: open
 * seconds, isEvent = answered by a person. */
export type Truth = {
  handoffCsat: Counted;
  explicitRepetition: Counted;
  escalationRate: Counted;
  postEscalationResolution: Counted;
  waits: { t: number; event: boolean }[];
};

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** The truth about a range, as it can be known at `at`; the range should be over. */
export const truthOf = (story: Story, { from, to }: Pick<Range, "from" | "to">, at: Date): Truth => {
  const [start, end, now] = [from.getTime(), to.getTime(), at.getTime()];
  const within = (time: number) => time >= start && time < end;
  // An episode can end long after it began, so earlier days are looked at too.
  const facts = factsBetween(story, new Date(start - 21 * DAY), to).filter(({ isSpam }) => !isSpam);
  const handed = facts.filter(({ segment, handoff }) => segment === "handoff" && handoff && handoff.at <= now);
  const rated = handed.filter(({ endedAt, rating }) => within(endedAt) && rating && rating.at <= now);
  const spoke = handed.filter((fact) => within(fact.startedAt) && fact.speaksAgainAt && fact.speaksAgainAt <= now);
  const mature = handed.filter((fact) => within(resolutionAt(fact)) && maturesAt(fact) <= now);
  const escalated = new Set(handed);
  const withAi = facts.filter(({ segment, startedAt }) => segment !== "human_only" && within(startedAt));
  return {
    handoffCsat: counted(rated, ({ rating }) => (rating?.score ?? 0) >= 4),
    explicitRepetition: counted(spoke, ({ repeats }) => repeats),
    escalationRate: counted(withAi, (fact) => escalated.has(fact)),
    postEscalationResolution: counted(mature, isResolved),
    waits: handed.flatMap(({ handoff }) =>
      handoff && within(handoff.at) && !handoff.isTakeover && handoff.endsAt <= now
        ? [{ t: handoff.waitSeconds, event: handoff.outcome === "answered" }]
        : [],
    ),
  };
};

const counted = (facts: Fact[], isPart: (fact: Fact) => boolean): Counted => ({
  part: facts.filter(isPart).length,
  n: facts.length,
});

const resolutionAt = ({ endedBy, endedAt, handoff }: Fact): number =>
  endedBy === "never" && handoff ? handoff.at + WEEK : endedAt;

const maturesAt = (fact: Fact): number => (fact.endedBy === "never" ? resolutionAt(fact) : fact.endedAt + WEEK);

const isResolved = ({ endedBy, handoff, returnsAt }: Fact): boolean =>
  endedBy !== "never" && handoff?.outcome === "answered" && returnsAt === null;

const factsBetween = (story: Story, from: Date, to: Date): Fact[] => {
  const facts: Fact[] = [];
  const last = Temporal.PlainDate.from(localDate(to));
  let date = Temporal.PlainDate.from(localDate(from));
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    facts.push(...factsOf(story, date.toString()));
  }
  return facts;
};

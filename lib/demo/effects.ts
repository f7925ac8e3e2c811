import { Temporal } from "temporal-polyfill";
import type { Filters } from "#lib/filters.ts";
import { label } from "#lib/format.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { Detector } from "#lib/stats/proportions/rogan-gladen.ts";
import { type Range, rangeOfDates, weekBefore } from "#lib/time/range.ts";
import { AFTER_REPLY, DEMO_ZONE, PLANTED, TOPICS, type Told, weekOffset } from "./story.ts";

/** A planted value and the question to ask for it. truth: a share from 0 to 1, or seconds. at: the cell of the hour heatmap
 * that is meant; null = the metric itself. */
type Planted = {
  key: string;
  says: string;
  truth: number;
  metric: MetricKey;
  only: Filters["only"];
  at: { weekday: number; hour: number } | null;
  /** What a scanner with known error found is corrected by it; null = nothing is scanned for it. */
  detector: Detector | null;
  /** Weeks as `weekOffset` counts them, both ends included; null = as many as are told, at most half a year. */
  weeks: [number | null, number | null];
};

export type Effect = Omit<Planted, "weeks"> & { range: Range };

const MOST_WEEKS = 26;
/** How the scanner for repetition fares on the demo's own phrases, which are not those it looks for. */
export const REPETITION_DETECTOR: Detector = { sensitivity: 0.998, specificity: 1 };
/** The same of the scanners for introductions, and for solutions that are proposed again. */
export const WARM_DETECTOR: Detector = { sensitivity: 0.999, specificity: 1 };
export const SOLUTION_DETECTOR: Detector = { sensitivity: 0.972, specificity: 1 };
/** Open seconds of an ordinary wait in a chat: half would be shorter if nobody left. seen: the medians that can be found,
 * because who leaves without a word is known to be gone only when the chat is closed, and waits until then. */
export const CHAT_WAIT = { least: 15, median: 105, seen: { hole: 611, ordinary: 123 } };

const {
  seam,
  knowledgeFix: fix,
  knowledgeGap: gap,
  productBug: bug,
  botRelease: bot,
  staffingHole: hole,
  training,
} = PLANTED;

const escalation = (topic: string, says: string, truth: number, ...weeks: Planted["weeks"]): Planted => ({
  key: `${topic} ${weeks.join(" ")}`,
  says: `${label(topic)}${says}: handed over`,
  truth,
  metric: "escalationRate",
  only: { topic: [topic] },
  at: null,
  detector: null,
  weeks,
});

/** Of those who wrote again after a person's reply, only some did so at once: the others wrote to say thanks. */
const WRITES_AT_ONCE =
  AFTER_REPLY.speaks / (AFTER_REPLY.speaks + (1 - AFTER_REPLY.speaks) * (1 - AFTER_REPLY.silent) * AFTER_REPLY.thanks);

const repetition = (says: string, truth: number, ...weeks: Planted["weeks"]): Planted => ({
  key: `repetition ${weeks.join(" ")}`,
  says: `${says}: said it again`,
  truth: truth * WRITES_AT_ONCE,
  metric: "explicitRepetition",
  only: { language: ["en"] },
  at: null,
  detector: REPETITION_DETECTOR,
  weeks,
});

/** Shares of handoffs that were answered, over all weeks. */
const atSeam = (metric: MetricKey, says: string, truth: number, detector: Detector): Planted => ({
  key: metric,
  says,
  truth,
  metric,
  only: { language: ["en"] },
  at: null,
  detector,
  weeks: [null, null],
});

/** Whom nobody answers any more gets no solution, be it the same. */
const COMES_TO_SOLUTION = 1 - AFTER_REPLY.speaks * AFTER_REPLY.unanswered;

/** Before the week of the training, in which waits are longer still. */
const wait = (says: string, truth: number, weekday: number, hour: number): Planted => ({
  key: `wait ${weekday} ${hour}`,
  says: `Chats ${says}: median wait`,
  truth,
  metric: "timeToFirstHuman",
  only: { channel: ["web_chat"] },
  at: { weekday, hour },
  detector: null,
  weeks: [null, training.week - 1],
});

/** Told by what was planted for them, or without a name to ask by. */
const APART: string[] = [fix.topic, gap.topic, bug.topic, PLANTED.newTopic.topic];

const EFFECTS: Planted[] = [
  escalation(fix.topic, " before the article", fix.escalation.before, null, fix.fromWeek - 1),
  escalation(fix.topic, " since the article", fix.escalation.since, fix.fromWeek, null),
  escalation(gap.topic, " before the new format", gap.escalation.before, null, gap.fromWeek - 1),
  escalation(gap.topic, " since nobody writes about it", gap.escalation.last, gap.toWeek, null),
  escalation(bug.topic, " before the update", bug.escalation.before, null, bug.fromWeek - 1),
  escalation(bug.topic, " since the update", bug.escalation.since, bug.fromWeek, null),
  repetition("Before the bot’s release", bot.repetition.usual, null, bot.fromWeek - 1),
  repetition("While the bot’s release was out", bot.repetition.during, bot.fromWeek, bot.toWeek),
  atSeam("warmIntroduction", "A person begins warm", seam.introduction.warm, WARM_DETECTOR),
  atSeam(
    "repeatedSolution",
    "A person proposes what the AI had",
    seam.repeatsSolution * COMES_TO_SOLUTION,
    SOLUTION_DETECTOR,
  ),
  wait("in the staffing hole", CHAT_WAIT.seen.hole, hole.weekday, hole.hour),
  wait("in an ordinary hour", CHAT_WAIT.seen.ordinary, hole.weekday, 11),
  ...Object.entries(TOPICS)
    .filter(([topic]) => !APART.includes(topic))
    .map(([topic, { escalation: truth }]) => escalation(topic, "", truth, null, null)),
];

/** Every planted value that the weeks told until the last complete one at `now` can show. */
export const effectsOf = ({ story, from: toldFrom }: Told, now: Date): Effect[] => {
  const last = weekBefore(Temporal.Instant.fromEpochMilliseconds(now.getTime()), DEMO_ZONE);
  const newest = weekOffset(story, last.firstDate);
  // The first of them may be told in part.
  const oldest = toldFrom === null ? newest + 1 : Math.max(weekOffset(story, toldFrom) + 1, newest - MOST_WEEKS + 1);
  const started = Temporal.PlainDate.from(story.startedIn);
  const date = (week: number, day: number) => started.add({ days: week * 7 + day }).toString();
  return EFFECTS.flatMap(({ weeks: [from, to], ...effect }): Effect[] => {
    const [first, end] = [Math.max(from ?? oldest, oldest), Math.min(to ?? newest, newest)];
    const range = first > end ? null : rangeOfDates(date(first, 0), date(end, 6), DEMO_ZONE);
    return range ? [{ ...effect, range }] : [];
  });
};

import type { Fragment, Sql } from "postgres";
import type { Segment } from "#lib/conversation/assessed.ts";

/** The relation of one metric, before any filter, as SQL over the columns of its table. */
export type Relation = {
  table: "episodes" | "handoffs" | "ratings";
  /** Which rows of the table are facts at all. */
  among: string;
  /** Of which segments, as indexes begin with it. */
  of: string;
  where: string;
  /** Cohort date, and when a row entered the metric. */
  at: string;
  knownAt: string;
  part: string;
  /** Whether it is known of every row if it counts in the part. What is not asked costs nothing. */
  isPartKnown: boolean;
  /** When a row that is known entered the part; null = at once. */
  partKnownAt: string | null;
  wait: string;
  outcome: string;
  ratingId: string;
  /** Which handoff it is; null::… where a row is none. */
  handoffId: string;
  ordinal: string;
  toldApart: string;
  listed: string;
};

const DIMENSIONS = "source_id, channel, team, topic, tier, language, segment";
/** What rows are told apart by besides. */
const TOLD_APART = "initiator, family, wait_band, promise, introduction, solution_repeated, transfer_said, is_repeated";
const FIRST_HANDOFF = `first_initiator as initiator, first_family as family, first_wait_band as wait_band,
  first_promise as promise, first_introduction as introduction, first_solution_repeated as solution_repeated,
  first_transfer_said as transfer_said, is_repeated`;
/** What lists are sorted by and searched in, of this handoff or of the first of the episode. */
const LISTED = `resolution, customer, ai_seconds, wrong_count, rating_share, searched, is_cut, trigger as handoff_trigger,
  outcome as handoff_outcome, wait_business_seconds as handoff_wait`;
const FIRST_LISTED = `resolution, customer, ai_seconds, wrong_count, rating_share, searched, false as is_cut,
  first_trigger as handoff_trigger, first_outcome as handoff_outcome, first_wait_business_seconds as handoff_wait`;
const NO_TEXT = "null::text";
const UNMARKED = { isPartKnown: false, partKnownAt: null, wait: "null::float8", outcome: NO_TEXT, ratingId: NO_TEXT };
const OF_EPISODES = { handoffId: NO_TEXT, ordinal: "null::int", toldApart: FIRST_HANDOFF, listed: FIRST_LISTED };

/** How many rows of a relation there are of which it is known whether they count in the part. */
export const wholeOf = ({ part, isPartKnown }: Pick<Relation, "part" | "isPartKnown">): string =>
  isPartKnown ? "count(*)" : `count(${part})`;

/** The rows of a relation. */
export const rowsOfRelation = (sql: Sql, relation: Relation): Fragment => {
  const { table, among, of, where, at, knownAt, part, partKnownAt, wait, outcome } = relation;
  return sql`${sql.unsafe(`
  select conversation_id, episode, ${relation.handoffId} as handoff_id, ${relation.ratingId} as rating_id, ${at} as at,
    ${knownAt} as known_at, ${part} as part, ${partKnownAt ?? "null::timestamptz"} as part_known_at, ${wait} as wait,
    ${outcome} as outcome, ${relation.ordinal} as ordinal, ${DIMENSIONS}, ${relation.toldApart}, ${relation.listed}
  from ${table} where ${among} and ${of} and (${where})`)}`;
};

/** Ratings that enter a segment's CSAT. A row = a rating. */
export const ratingsOf = (segment: string): Relation => ({
  ...UNMARKED,
  ...OF_EPISODES,
  table: "ratings",
  among: "counts and excluded is null",
  of: `segment = '${segment}'`,
  where: "true",
  at: "episode_ended_at",
  knownAt: "greatest(at, episode_ended_at)",
  part: "satisfied",
  ratingId: "rating_id",
});

type Episodes = Pick<Relation, "at" | "knownAt" | "part" | "of"> &
  Partial<Pick<Relation, "where" | "isPartKnown" | "partKnownAt" | "wait" | "outcome">>;

/** A row = an episode that is not excluded. */
export const episodesOf = (given: Episodes): Relation => ({
  ...UNMARKED,
  ...OF_EPISODES,
  table: "episodes",
  among: "excluded is null",
  where: "true",
  ...given,
});

/** A row = a handoff whose episode is not excluded. */
export const handoffsOf = ({ part, where }: Pick<Relation, "part" | "where">): Relation => ({
  ...UNMARKED,
  table: "handoffs",
  among: "excluded is null",
  of: ALL,
  where,
  at: "at",
  knownAt: "at",
  part,
  wait: "wait_business_seconds",
  outcome: "outcome",
  handoffId: "handoff_id",
  ordinal: "ordinal",
  toldApart: TOLD_APART,
  listed: LISTED,
});

/** Episodes by the day they began. */
export const startedOf = (part: string, of: string, where = "true"): Relation =>
  episodesOf({ at: "started_at", knownAt: "started_at", part, of, where });

/** Mature episodes by the day they ended, or were given up as never ending. The part is said by what is never null. */
export const matureOf = (part: string, of: string, where = "true"): Relation =>
  episodesOf({
    at: "resolution_at",
    knownAt: "matures_at",
    part,
    of,
    isPartKnown: true,
    where: `${where} and resolution <> 'pending'`,
  });

/** Of all segments. */
export const ALL = "true";
export const HANDED_OVER = "segment = 'handoff'";
/** Episodes in which the AI took part: the base of the escalation rate. */
export const WITH_AI = "segment in ('ai_only', 'handoff')";
export const SEGMENTS_WITH_AI: readonly Segment[] = ["ai_only", "handoff"];

import type { Fragment, Sql } from "postgres";

/** The relation of one metric, before any filter. */
export type Relation = (sql: Sql) => Fragment;

const DIMENSIONS = "source_id, channel, team, topic, tier, language, segment";
/** What rows are told apart by besides. */
const TOLD_APART = "initiator, family, wait_band, promise, introduction, solution_repeated, transfer_said, is_repeated";
const FIRST_HANDOFF = `first_initiator as initiator, first_family as family, first_wait_band as wait_band,
  first_promise as promise, first_introduction as introduction, first_solution_repeated as solution_repeated,
  first_transfer_said as transfer_said, is_repeated`;

/** Ratings that enter a segment's CSAT. A row = a rating. */
export const ratingsOf =
  (segment: string): Relation =>
  (sql) =>
    sql`
  select conversation_id, episode, null::text as handoff_id, rating_id, episode_ended_at as at,
    greatest(at, episode_ended_at) as known_at, satisfied as part, null::timestamptz as part_known_at,
    null::float8 as wait, null::text as outcome, ${sql.unsafe(DIMENSIONS)}, ${sql.unsafe(FIRST_HANDOFF)}
  from ratings where counts and excluded is null and segment = ${segment}`;

type Episodes = Record<"at" | "knownAt" | "part" | "where", string> & {
  /** When an episode that is known entered the part; left out = at once. */
  partKnownAt?: string;
  wait?: string;
  outcome?: string;
};

/** A row = an episode that is not excluded. Columns are SQL over `episodes`. */
export const episodesOf =
  ({
    at,
    knownAt,
    part,
    where,
    partKnownAt = "null::timestamptz",
    wait = "null::float8",
    outcome,
  }: Episodes): Relation =>
  (sql) =>
    sql`
  select conversation_id, episode, null::text as handoff_id, null::text as rating_id, ${sql.unsafe(at)} as at,
    ${sql.unsafe(knownAt)} as known_at, ${sql.unsafe(part)} as part, ${sql.unsafe(partKnownAt)} as part_known_at,
    ${sql.unsafe(wait)} as wait, ${sql.unsafe(outcome ?? "null::text")} as outcome, ${sql.unsafe(DIMENSIONS)},
    ${sql.unsafe(FIRST_HANDOFF)}
  from episodes where excluded is null and ${sql.unsafe(where)}`;

/** A row = a handoff whose episode is not excluded. Columns are SQL over `handoffs`. */
export const handoffsOf =
  ({ part, where }: Record<"part" | "where", string>): Relation =>
  (sql) =>
    sql`
  select conversation_id, episode, handoff_id, null::text as rating_id, at, at as known_at, ${sql.unsafe(part)} as part,
    null::timestamptz as part_known_at, wait_business_seconds as wait, outcome, ${sql.unsafe(DIMENSIONS)},
    ${sql.unsafe(TOLD_APART)}
  from handoffs where excluded is null and ${sql.unsafe(where)}`;

/** Episodes by the day they began. */
export const startedOf = (part: string, where: string): Relation =>
  episodesOf({ at: "started_at", knownAt: "started_at", part, where });

/** Mature episodes by the day they ended, or were given up as never ending. */
export const matureOf = (part: string, where: string): Relation =>
  episodesOf({ at: "resolution_at", knownAt: "matures_at", part, where: `${where} and resolution <> 'pending'` });

/** Episodes in which the AI took part: the base of the escalation rate. */
export const WITH_AI = "segment in ('ai_only', 'handoff')";

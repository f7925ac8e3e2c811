import type { Fragment, Sql } from "postgres";
import type { Resolution, Segment, WaitOutcome } from "#lib/conversation/assessed.ts";
import type { Filters } from "#lib/filters.ts";
import type { Narrow } from "#lib/narrowing.ts";
import type { Db } from "../client.ts";
import { narrowConditions, withHandoff } from "./joined.ts";
import { dimensionConditions, type RelationKey, relationOf } from "./records.ts";

/** One counted thing of a metric with what the list says about its episode. Times in seconds; null = there is none. */
export type ListedRecord = {
  conversationId: string;
  externalId: string;
  source: string;
  url: string | null;
  customer: string | null;
  episode: number;
  handoffId: string | null;
  ratingId: string | null;
  /** Cohort date of the metric. */
  at: Date;
  part: boolean;
  segment: Segment;
  channel: string;
  team: string | null;
  topic: string | null;
  tier: string | null;
  language: string | null;
  startedAt: Date;
  endedAt: Date | null;
  handoffAt: Date | null;
  trigger: string | null;
  initiator: string | null;
  outcome: WaitOutcome | null;
  waitSeconds: number | null;
  waitBusinessSeconds: number | null;
  inHours: boolean | null;
  emptyRoom: boolean | null;
  repeated: boolean;
  resolution: Resolution;
  score: number | null;
  scaleMax: number | null;
  satisfied: boolean | null;
};

export const SORTS = ["at", "wait", "rating", "topic", "team", "channel", "trigger", "outcome", "resolution"] as const;
export type Sort = (typeof SORTS)[number];

export type ListQuery = {
  /** part: only what counts in the numerator. */
  only: "whole" | "part";
  /** What a mark of a chart stands for. */
  narrow?: Narrow;
  /** Words that id, subject, customer or declared reason contain. */
  search?: string | undefined;
  /** By an earlier definition of the metric; throws `bad_input` for one there never was. */
  version?: number | undefined;
  sort?: Sort;
  isDescending?: boolean;
  limit: number;
  offset: number;
};

const SORT_COLUMNS: Record<Sort, string> = {
  at: "m.at",
  wait: "h.wait_business_seconds",
  rating: "r.score / r.scale_max",
  topic: "m.topic",
  team: "m.team",
  channel: "m.channel",
  trigger: "h.trigger",
  outcome: "h.outcome",
  resolution: "e.resolution",
};

/** The rows behind a metric's number, a page at a time; rows without a value sort last. As many as `listCount` says, and
 * without a search as many as the measurement counts. */
export const listRecords = async (
  db: Db,
  key: RelationKey,
  filters: Filters,
  query: ListQuery,
): Promise<ListedRecord[]> => {
  const sql = db.$client;
  const order = `${SORT_COLUMNS[query.sort ?? "at"]} ${query.isDescending === false ? "asc" : "desc"} nulls last`;
  return sql<ListedRecord[]>`
    select m.conversation_id as "conversationId", c.external_id as "externalId", s.key as source, c.url,
      coalesce(c.customer->>'name', c.customer_id) as customer, m.episode, h.handoff_id as "handoffId",
      r.rating_id as "ratingId", m.at, m.part, m.segment, m.channel, m.team, m.topic, m.tier, m.language,
      e.started_at as "startedAt", e.ended_at as "endedAt", h.at as "handoffAt", h.trigger, h.initiator, h.outcome,
      h.wait_seconds as "waitSeconds", h.wait_business_seconds as "waitBusinessSeconds", h.in_hours as "inHours",
      h.empty_room as "emptyRoom", e.has_explicit_repetition as repeated, e.resolution, r.score,
      r.scale_max as "scaleMax", r.satisfied
    from ${joined(sql, key, query.version)}
    where ${conditions(sql, filters, query)}
    order by ${sql.unsafe(order)}, m.at desc, m.conversation_id, h.handoff_id
    limit ${query.limit} offset ${query.offset}`;
};

/** How many rows `listRecords` has without limit. */
export const listCount = async (
  db: Db,
  key: RelationKey,
  filters: Filters,
  query: Pick<ListQuery, "only" | "narrow" | "search" | "version">,
): Promise<number> => {
  const sql = db.$client;
  const isNarrow = query.search !== undefined || Object.keys(query.narrow ?? {}).length > 0;
  const rows = isNarrow ? joined(sql, key, query.version) : sql`(${relationOf(sql, key, query.version)}) m`;
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from ${rows} where ${conditions(sql, filters, query)}`;
  return row?.n ?? 0;
};

/** The relation with its episode, conversation, the handoff meant (else the episode's first) and the rating that counts. */
const joined = (sql: Sql, key: RelationKey, version: number | undefined): Fragment => sql`
  ${withHandoff(sql, key, version)}
  join conversations c on c.conversation_id = m.conversation_id
  join sources s on s.id = m.source_id
  left join lateral (
    select * from ratings r where r.conversation_id = m.conversation_id and r.episode = m.episode and r.counts
    limit 1) r on true`;

const conditions = (
  sql: Sql,
  filters: Filters,
  { only, search, narrow = {} }: Pick<ListQuery, "only" | "narrow" | "search">,
): Fragment => {
  const pattern = search && `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    ${only === "part" ? sql`and m.part` : sql`and m.part is not null`}
    ${narrowConditions(sql, narrow, filters.zone)}
    ${
      pattern
        ? sql`and concat_ws(' ', c.external_id, c.subject, c.customer->>'name', c.customer_id, h.reason) ilike ${pattern}`
        : sql``
    }`;
};

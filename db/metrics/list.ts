import type { Fragment, Sql } from "postgres";
import type { Introduction, Resolution, Segment, TriggerFamily, WaitOutcome } from "#lib/conversation/assessed.ts";
import type { PromiseKept } from "#lib/conversation/told-apart.ts";
import type { Asked } from "#lib/filters.ts";
import type { Narrow } from "#lib/narrowing.ts";
import type { Db } from "../client.ts";
import { type Beside, besideOf, EVERYTHING, joinsOf, narrowConditions } from "./joined.ts";
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
  /** How long the customer was left with a handoff that was announced and never came, by the clock, until the episode was
   * closed or they left; null = none was, or nobody ended it. */
  inVainSeconds: number | null;
  inHours: boolean | null;
  emptyRoom: boolean | null;
  /** What is read of the first handoff of the episode and of the customer's repeating, as `Seam` and `Repetition` explain
   * it. */
  read: ReadInWords;
  resolution: Resolution;
  score: number | null;
  scaleMax: number | null;
  satisfied: boolean | null;
};

export type ReadInWords = {
  isScanned: boolean | null;
  introduction: Introduction | null;
  warmParts: number | null;
  transferSaid: boolean | null;
  noRepeatSaid: boolean | null;
  waitGiven: boolean | null;
  promise: PromiseKept | null;
  solutionRepeated: boolean | null;
  contextHistory: boolean | null;
  contextAssessment: boolean | null;
  contextAttempted: boolean | null;
  contextCustomer: boolean | null;
  contextNextSteps: boolean | null;
  readFamily: TriggerFamily | null;
  readCode: string | null;
  triggerAgrees: boolean | null;
  explicit: boolean;
  resent: boolean | null;
  askedAgain: boolean | null;
};

/** How much is wrong at the seam, for a list to begin with the worst: each thing is one. */
const WRONG = ["h.introduction = 'cold'", "h.solution_repeated", "e.has_explicit_repetition", "e.is_asked_again"];
const WRONG_COUNT = [...WRONG, "e.is_resent", "h.promise = 'broken'", "not h.trigger_agrees"]
  .map((is) => `coalesce((${is})::int, 0)`)
  .join(" + ");

/** What a list can be sorted by, as SQL, the type that its text is read back with, and what it takes beside the rows. */
const SORT_COLUMNS = {
  at: ["m.at", "timestamptz"],
  customer: ["coalesce(c.customer->>'name', c.customer_id, c.external_id)", "text", "conversation"],
  ai: ["extract(epoch from h.at - e.started_at)", "numeric", "handoff", "episode"],
  wait: ["h.wait_business_seconds", "float8", "handoff"],
  findings: [WRONG_COUNT, "int", "handoff", "episode"],
  rating: ["r.score / r.scale_max", "float8", "rating"],
  topic: ["m.topic", "text"],
  team: ["m.team", "text"],
  channel: ["m.channel", "text"],
  trigger: ["h.trigger", "text", "handoff"],
  outcome: ["h.outcome", "text", "handoff"],
  resolution: ["e.resolution", "text", "episode"],
  language: ["m.language", "text"],
  source: ["s.key", "text", "source"],
} as const satisfies Record<string, readonly [column: string, type: string, ...beside: Beside[]]>;

export type Sort = keyof typeof SORT_COLUMNS;
export const SORTS = Object.keys(SORT_COLUMNS) as Sort[];

type Choice = {
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
};

export type ListQuery = Choice & { limit: number; offset: number };

/** The rows behind a metric's number, a page at a time; rows without a value sort last. As many as `listCount` says, and
 * without a search as many as the measurement counts. */
export const listRecords = async (
  db: Db,
  key: RelationKey,
  filters: Asked,
  query: ListQuery,
): Promise<ListedRecord[]> => {
  const sql = db.$client;
  const rows = sql`
    select m.* from ${rowsOf(sql, key, query)} where ${conditions(sql, filters, query)}
    ${inOrder(sql, query)} limit ${query.limit} offset ${query.offset}`;
  return sql<ListedRecord[]>`
    select ${columns(sql)} from (${rows}) m ${joinsOf(sql, key, EVERYTHING)} ${inOrder(sql, query)}`;
};

/** The whole list in its order, a batch at a time. Each batch starts after the last row of the one before, so that its
 * thousandth costs as much as its first, and what comes in meanwhile moves nothing. */
export async function* streamRecords(
  db: Db,
  key: RelationKey,
  filters: Asked,
  query: Choice & { batch: number },
): AsyncGenerator<ListedRecord[]> {
  const sql = db.$client;
  const [column] = SORT_COLUMNS[query.sort ?? "at"];
  for (let last: Place | null = null; ; ) {
    const rows: Fragment = sql`
      select m.* from ${rowsOf(sql, key, query)}
      where ${conditions(sql, filters, query)} ${last ? after(sql, query, last) : sql``}
      ${inOrder(sql, query)} limit ${query.batch}`;
    const found: Placed[] = await sql<Placed[]>`
      select ${columns(sql)}, (${sql.unsafe(column)})::text as "placeSort", m.at::text as "placeAt",
        coalesce(m.handoff_id, '') as "placeHandoff", coalesce(m.rating_id, '') as "placeRating"
      from (${rows}) m ${joinsOf(sql, key, EVERYTHING)} ${inOrder(sql, query)}`;
    if (found.length > 0) yield found;
    last = found.at(-1) ?? null;
    if (found.length < query.batch || !last) return;
  }
}

type Place = Pick<ListedRecord, "conversationId" | "episode"> & {
  placeSort: string | null;
  placeAt: string;
  placeHandoff: string;
  placeRating: string;
};
type Placed = ListedRecord & Place;

const READ_IN_WORDS = `jsonb_build_object('isScanned', h.is_scanned, 'introduction', h.introduction,
  'warmParts', h.warm_parts, 'transferSaid', h.transfer_said, 'noRepeatSaid', h.no_repeat_said,
  'waitGiven', h.wait_given, 'promise', h.promise, 'solutionRepeated', h.solution_repeated,
  'contextHistory', h.context_history, 'contextAssessment', h.context_assessment,
  'contextAttempted', h.context_attempted, 'contextCustomer', h.context_customer,
  'contextNextSteps', h.context_next_steps, 'readFamily', h.read_family, 'readCode', h.read_code,
  'triggerAgrees', h.trigger_agrees, 'explicit', e.has_explicit_repetition, 'resent', e.is_resent,
  'askedAgain', e.is_asked_again)`;

const columns = (sql: Sql): Fragment => sql`
  m.conversation_id as "conversationId", c.external_id as "externalId", s.key as source, c.url,
  coalesce(c.customer->>'name', c.customer_id) as customer, m.episode, h.handoff_id as "handoffId",
  r.rating_id as "ratingId", m.at, m.part, m.segment, m.channel, m.team, m.topic, m.tier, m.language,
  e.started_at as "startedAt", e.ended_at as "endedAt", h.at as "handoffAt", h.trigger, h.initiator, h.outcome,
  h.wait_seconds as "waitSeconds", h.wait_business_seconds as "waitBusinessSeconds", h.in_hours as "inHours",
  (select max(f.value) from findings f where f.conversation_id = m.conversation_id and f.episode = m.episode
    and f.label = 'promised_never_came' and f.counts) as "inVainSeconds",
  h.empty_room as "emptyRoom", e.resolution, r.score, r.scale_max as "scaleMax", r.satisfied,
  ${sql.unsafe(READ_IN_WORDS)} as read`;

/** No two rows are equal in it. A row without a time is in no range: not to say where it would stand lets an index that
 * begins with the time be read backwards. */
const inOrder = (sql: Sql, { sort = "at", isDescending = true }: Choice): Fragment => sql`
  order by ${sql.unsafe(`${SORT_COLUMNS[sort][0]} ${isDescending ? "desc" : "asc"} ${sort === "at" ? "" : "nulls last"}`)},
    m.at desc, m.conversation_id, m.episode, coalesce(m.handoff_id, ''), coalesce(m.rating_id, '')`;

/** What stands behind a row in that order, beginning with "and". */
const after = (sql: Sql, { sort = "at", isDescending = true }: Choice, last: Place): Fragment => {
  const [column, type] = SORT_COLUMNS[sort];
  const [value, place] = [sql.unsafe(column), sql`${last.placeSort}::text::${sql.unsafe(type)}`];
  const isBehind =
    last.placeSort === null
      ? sql`false`
      : sql`${value} ${sql.unsafe(isDescending ? "<" : ">")} ${place}
    or ${value} is null`;
  return sql`and (${isBehind} or ${value} is not distinct from ${place} and (
    m.at < ${last.placeAt}::text::timestamptz or m.at = ${last.placeAt}::text::timestamptz and
      (m.conversation_id, m.episode, coalesce(m.handoff_id, ''), coalesce(m.rating_id, ''))
        > (${last.conversationId}::uuid, ${last.episode}::int, ${last.placeHandoff}, ${last.placeRating})))`;
};

/** How many rows `listRecords` has without limit. */
export const listCount = async (
  db: Db,
  key: RelationKey,
  filters: Asked,
  query: Pick<ListQuery, "only" | "narrow" | "search" | "version">,
): Promise<number> => {
  const sql = db.$client;
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from ${rowsOf(sql, key, query)} where ${conditions(sql, filters, query)}`;
  return row?.n ?? 0;
};

/** The relation with what its conditions and its order read. All else is joined to the rows that are shown. */
const rowsOf = (
  sql: Sql,
  key: RelationKey,
  { version, narrow = {}, search, sort = "at" }: Partial<Choice>,
): Fragment => {
  const [, , ...beside] = SORT_COLUMNS[sort];
  const all: Beside[] = [...beside, ...besideOf(Object.keys(narrow)), ...(search ? SEARCHED : [])];
  return sql`(${relationOf(sql, key, version)}) m ${joinsOf(sql, key, all)}`;
};

const SEARCHED: Beside[] = ["conversation", "handoff"];

const conditions = (
  sql: Sql,
  filters: Asked,
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

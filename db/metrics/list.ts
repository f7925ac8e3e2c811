import type { Fragment, Sql } from "postgres";
import type {
  Handoff,
  Introduction,
  Resolution,
  Segment,
  TriggerFamily,
  WaitOutcome,
} from "#lib/conversation/assessed.ts";
import type { PromiseKept } from "#lib/conversation/told-apart.ts";
import type { Asked } from "#lib/filters.ts";
import type { Narrow } from "#lib/narrowing.ts";
import { searched } from "#lib/reading/searched.ts";
import type { Db } from "../client.ts";
import { besideOf, EVERYTHING, isOfHandoffs, joinsOf, narrowConditions } from "./joined.ts";
import { after, inOrder, type Order, ofValue, type Place, placeColumns, sortColumn, valuesInOrder } from "./order.ts";
import { definitionOf, dimensionConditions, type RelationKey, relationOf } from "./records.ts";
import { SEGMENTS_WITH_AI, WITH_AI } from "./relations/shapes.ts";

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
  /** How it is known that they left; null = they did not. */
  leftHow: Handoff["leftHow"];
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

type Choice = {
  /** part: only what counts in the numerator. */
  only: "whole" | "part";
  /** What a mark of a chart stands for. */
  narrow?: Narrow;
  /** Words that id, subject, customer or declared reason contain. */
  search?: string | undefined;
  /** By an earlier definition of the metric; throws `bad_input` for one there never was. */
  version?: number | undefined;
} & Order;

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
  const from = rowsOf(sql, key, query);
  const condition = conditions(sql, key, filters, query);
  const parts =
    query.offset >= FAR && sortColumn(query).isShared
      ? await keysFarIn(sql, { from, condition }, query)
      : [
          sql`select ${KEY(sql)} from ${firstOf(sql, key, { from, condition }, query)} ${inOrder(sql, query)}
            limit ${query.limit} offset ${query.offset}`,
        ];
  if (parts.length === 0) return [];
  const keys = parts.reduce((all, one) => sql`${all} union all ${one}`);
  return sql<ListedRecord[]>`select ${columns(sql)} from ${shown(sql, key, query, keys)} ${inOrder(sql, query)}`;
};

/** What tells a row of a relation from all others. */
const KEY = (sql: Sql): Fragment => sql`m.conversation_id, m.episode, m.ordinal, m.rating_id`;

/** The rows of these keys with all that stands beside them. */
const shown = (sql: Sql, key: RelationKey, { version }: Choice, keys: Fragment): Fragment => sql`
  (${keys}) k join (${relationOf(sql, key, version)}) m on m.conversation_id = k.conversation_id
    and m.episode = k.episode and m.ordinal is not distinct from k.ordinal
    and m.rating_id is not distinct from k.rating_id ${joinsOf(sql, key, EVERYTHING)}`;

/** From here on it costs less to count than to sort what stands before a page. */
const FAR = 500;

type Source = { from: Fragment; condition: Fragment };

/** What a page is taken from. An index that begins with the segment has the order of time within each alone, so by time as
 * many of each segment are read as the page can hold, and not all of both. */
const firstOf = (sql: Sql, key: RelationKey, { from, condition }: Source, query: ListQuery): Fragment => {
  const { of, at } = definitionOf(key, query.version);
  if (of !== WITH_AI || at !== "started_at" || (query.sort ?? "at") !== "at") return sql`${from} where ${condition}`;
  const last = query.offset + query.limit;
  const parts = SEGMENTS_WITH_AI.map(
    (segment) => sql`(select m.at, ${KEY(sql)} from ${from} where ${condition} and m.segment = ${segment}
      ${inOrder(sql, query)} limit ${last})`,
  );
  return sql`(${parts.reduce((all, one) => sql`${all} union all ${one}`)}) m`;
};

/** The keys of a page far into a list by a column with few values: those of each value are counted, and only the values
 * that the page touches are read, in the order of time that an index has. None = the list is not that long. */
const keysFarIn = async (sql: Sql, { from, condition }: Source, query: ListQuery): Promise<Fragment[]> => {
  const { column } = sortColumn(query);
  const counts = await sql<{ value: string | null; n: number }[]>`
    select (${sql.unsafe(column)})::text as value, count(*)::int as n from ${from} where ${condition}
    group by ${sql.unsafe(column)} ${valuesInOrder(sql, query)}`;
  const parts: Fragment[] = [];
  let [skip, wanted] = [query.offset, query.limit];
  for (const { value, n } of counts) {
    const taken = Math.max(0, Math.min(wanted, n - skip));
    if (taken > 0)
      parts.push(sql`(select ${KEY(sql)} from ${from} where ${condition} ${ofValue(sql, query, value)}
        ${inOrder(sql, { sort: "at" })} limit ${taken} offset ${skip})`);
    [skip, wanted] = [Math.max(0, skip - n), wanted - taken];
  }
  return parts;
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
  for (let last: Place | null = null; ; ) {
    const keys: Fragment = sql`
      select ${KEY(sql)} from ${rowsOf(sql, key, query)}
      where ${conditions(sql, key, filters, query)} ${last ? after(sql, query, last) : sql``}
      ${inOrder(sql, query)} limit ${query.batch}`;
    const found: (ListedRecord & Place)[] = await sql<(ListedRecord & Place)[]>`
      select ${columns(sql)}, ${placeColumns(sql, query)} from ${shown(sql, key, query, keys)} ${inOrder(sql, query)}`;
    if (found.length > 0) yield found;
    last = found.at(-1) ?? null;
    if (found.length < query.batch || !last) return;
  }
}

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
  h.left_how as "leftHow", h.wait_seconds as "waitSeconds", h.wait_business_seconds as "waitBusinessSeconds", h.in_hours as "inHours",
  (select max(f.value) from findings f where f.conversation_id = m.conversation_id and f.episode = m.episode
    and f.label = 'promised_never_came' and f.counts) as "inVainSeconds",
  h.empty_room as "emptyRoom", e.resolution, r.score, r.scale_max as "scaleMax", r.satisfied,
  ${sql.unsafe(READ_IN_WORDS)} as read`;

/** How many rows `listRecords` has without limit. */
export const listCount = async (
  db: Db,
  key: RelationKey,
  filters: Asked,
  query: Pick<ListQuery, "only" | "narrow" | "search" | "version">,
): Promise<number> => {
  const sql = db.$client;
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from ${rowsOf(sql, key, query)} where ${conditions(sql, key, filters, query)}`;
  return row?.n ?? 0;
};

/** The relation with what its conditions and its order read. All else is joined to the rows that are shown. */
const rowsOf = (sql: Sql, key: RelationKey, { version, narrow = {}, ...order }: Partial<Choice>): Fragment => sql`
  (${relationOf(sql, key, version)}) m
  ${joinsOf(sql, key, [...sortColumn(order).beside, ...besideOf(Object.keys(narrow))])}`;

const conditions = (
  sql: Sql,
  key: RelationKey,
  filters: Asked,
  { only, search, narrow = {} }: Pick<ListQuery, "only" | "narrow" | "search">,
): Fragment => sql`m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
    ${only === "part" ? sql`and m.part` : sql`and m.part is not null`}
    ${narrowConditions(sql, narrow, filters.zone)} ${search ? isFound(sql, key, search) : sql``}`;

/** Rows whose text holds these words. Of a text too long for an index the beginning stands there, and all of it in the row. */
const isFound = (sql: Sql, key: RelationKey, search: string): Fragment => {
  const pattern = `%${searched([search]).replaceAll(/[\\%_]/g, "\\$&")}%`;
  if (!isOfHandoffs(key)) return sql`and m.searched like ${pattern}`;
  return sql`and (m.searched like ${pattern} or m.is_cut and exists (select from handoffs t
    where t.conversation_id = m.conversation_id and t.handoff_id = m.handoff_id and t.searched_whole like ${pattern}))`;
};

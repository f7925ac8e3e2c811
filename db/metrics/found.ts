import type { Fragment, Sql } from "postgres";
import type { Asked } from "#lib/filters.ts";
import type { Db } from "../client.ts";
import { dimensionConditions, relationOf } from "./records.ts";
import { IS_READ } from "./relations/asks.ts";
import { ALL, rowsOfRelation, startedOf } from "./relations/shapes.ts";

/** Where scanners are asked: first handoffs, by their time, or episodes, by the time they began; not excluded ones. */
export type Over = "handoff" | "episode";

/** How much was there, and how much of it is in a language that is scanned. */
export type Scanned = { n: number; scanned: number };

/** A scanner or one of its rules; beginning null = the scanner as a whole. */
export type Found = { scanner: string; beginning: string | null; part: number };

type RuleName = { scanner: string; beginning: string };

/** Rows with `part` = in a language that is scanned. */
const rows = (sql: Sql, over: Over): Fragment =>
  over === "handoff"
    ? sql`select x.conversation_id, x.episode, x.at, not x.part as part, x.source_id, x.channel, x.team, x.topic, x.tier,
        x.language, x.segment from (${relationOf(sql, "notScanned")}) x`
    : rowsOfRelation(sql, startedOf(IS_READ, ALL));

const inRange = (sql: Sql, over: Over, filters: Asked): Fragment => sql`(${rows(sql, over)}) m
  where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}`;

/** Of handoffs or episodes in the range, how many are scanned. */
export const scannedOf = async (db: Db, over: Over, filters: Asked): Promise<Scanned> => {
  const sql = db.$client;
  const [row] = await sql<Scanned[]>`
    select count(*)::int as n, count(*) filter (where m.part)::int as scanned from ${inRange(sql, over, filters)}`;
  return row ?? { n: 0, scanned: 0 };
};

/** In how many of those scanned each scanner, and each of its rules, found something that counts. Several findings of one
 * episode are one; a rule that found nothing is left out. */
export const foundByRule = async (db: Db, over: Over, filters: Asked, rules: RuleName[]): Promise<Found[]> => {
  const sql = db.$client;
  return sql<Found[]>`
    with found as materialized (
      select f.scanner, f.rule, f.conversation_id, f.episode
      from (select m.conversation_id, m.episode from ${inRange(sql, over, filters)} and m.part) b
        join findings f on f.conversation_id = b.conversation_id and f.episode = b.episode
      where f.counts and f.scanner = any(${rules.map(({ scanner }) => scanner)})),
    named as (
      select distinct on (x.scanner, x.rule) x.scanner, x.rule, r.beginning
      from (select distinct scanner, rule from found) x
        join unnest(${rules.map(({ scanner }) => scanner)}::text[], ${rules.map(({ beginning }) => beginning)}::text[])
          as r(scanner, beginning) on r.scanner = x.scanner and starts_with(x.rule, r.beginning)
      order by x.scanner, x.rule, length(r.beginning) desc)
    select f.scanner, n.beginning, count(distinct (f.conversation_id, f.episode))::int as part
    from found f left join named n on n.scanner = f.scanner and n.rule = f.rule
    group by grouping sets ((f.scanner), (f.scanner, n.beginning))
    having grouping(n.beginning) = 1 or n.beginning is not null`;
};

export type FoundLately = {
  conversationId: string;
  externalId: string;
  messageId: string;
  scanner: string;
  label: string;
  rule: string;
  version: string;
  start: number;
  end: number;
  confidence: number;
  evidence: string | null;
  /** Null = the evidence is no message. */
  text: string | null;
  authorKind: string | null;
  at: Date;
};

type Wanted = { scanner: string; beginning: string; longer: string[]; limit: number };

/** What a scanner found last in the range, whether it counts or not: of rules that begin so and with none of the longer
 * beginnings. `at` is the time of the handoff or of the episode. */
export const foundLately = async (
  db: Db,
  over: Over,
  filters: Asked,
  { scanner, beginning, longer, limit }: Wanted,
): Promise<FoundLately[]> => {
  const sql = db.$client;
  return sql<FoundLately[]>`
    with latest as (
      select f.*, b.at from (select m.* from ${inRange(sql, over, filters)} and m.part) b
        join findings f on f.conversation_id = b.conversation_id and f.episode = b.episode
      where f.scanner = ${scanner} and starts_with(f.rule, ${beginning})
        and not exists (select from unnest(${longer}::text[]) l where starts_with(f.rule, l))
      order by b.at desc, f.conversation_id, f.message_id, f.start, f.rule limit ${limit})
    select l.conversation_id as "conversationId", c.external_id as "externalId", l.message_id as "messageId", l.scanner,
      l.label, l.rule, l.version, l.start, l."end", l.confidence, l.evidence, m.text, m.author_kind as "authorKind", l.at
    from latest l join conversations c on c.conversation_id = l.conversation_id
      left join messages m on m.conversation_id = l.conversation_id and m.message_id = l.message_id
    order by l.at desc, l.conversation_id, l.message_id, l.start, l.rule`;
};

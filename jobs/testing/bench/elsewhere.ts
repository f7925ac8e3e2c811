import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Db } from "#db/client.ts";
import { copyOut } from "#db/copy.ts";
import { listRecords } from "#db/metrics/list.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import { costsOf, topicsOf } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { weeksUpTo } from "#lib/time/range.ts";
import { loadText, ms, quantile, rounds, say } from "./clock.ts";
import { asking } from "./pages.ts";
import { type Ask, askHours } from "./questions.ts";

const AIM = 20;

/** One question asked three ways: of us, of messages and conversations as a BI tool over raw tables would, and of DuckDB
 * over the assessed rows. `$from`, `$to` = twelve weeks; `$newest` = the last of them. */
type Question = { name: string; ask: Ask; raw: string; duck: string };

const perWeek =
  (key: MetricKey): Ask =>
  (db, filters) =>
    measurePerRange(db, key, filters, weeksUpTo(filters.range, 12, filters.zone));

/** Of each conversation: whether the AI and people spoke, and when a person first did. */
const LEGS = `
  select c.conversation_id, c.created_at, c.topic, c.ratings, c.events,
    (c.declared_handoffs->0->>'at')::timestamptz as handed_at, bool_or(m.author_kind = 'ai') as has_ai,
    min(m.at) filter (where m.author_kind = 'human') as human_at, max(m.at) as last_at
  from conversations c join messages m using (conversation_id)
  where c.created_at >= $from and c.created_at < $to group by c.conversation_id`;
const WEEK = "date_trunc('week', created_at)";
const HANDED = "has_ai and human_at is not null";
const WAIT = "extract(epoch from human_at - handed_at)";
const BAND = `case when ${WAIT} < 300 then 1 when ${WAIT} <= 900 then 2 else 3 end`;
const SCORE = "(ratings->0->>'score')::float8";

const QUESTIONS: Question[] = [
  {
    name: "escalation rate by week",
    ask: perWeek("escalationRate"),
    raw: `select ${WEEK}, count(*), count(human_at) from (${LEGS}) x where has_ai group by 1`,
    duck: `select date_trunc('week', started_at), count(*), count(*) filter (where segment = 'handoff') from episodes
      where segment in ('ai_only', 'handoff') and started_at >= $from and started_at < $to group by 1`,
  },
  {
    name: "satisfaction after a handoff by week",
    ask: perWeek("handoffCsat"),
    raw: `select ${WEEK}, count(*), count(*) filter (where ${SCORE} >= 4) from (${LEGS}) x
      where ${HANDED} and jsonb_array_length(ratings) > 0 group by 1`,
    duck: `select date_trunc('week', episode_ended_at), count(satisfied), count(*) filter (where satisfied) from ratings
      where segment = 'handoff' and episode_ended_at >= $from and episode_ended_at < $to group by 1`,
  },
  {
    name: "median wait by week",
    ask: perWeek("timeToFirstHuman"),
    raw: `select ${WEEK}, percentile_cont(0.5) within group (order by ${WAIT}) from (${LEGS}) x where ${HANDED} group by 1`,
    duck: `select date_trunc('week', handed_at), quantile_cont(wait_business_seconds, 0.5) from handoffs
      where ordinal = 1 and not is_takeover and handed_at >= $from and handed_at < $to group by 1`,
  },
  {
    name: "said it again by week",
    ask: perWeek("explicitRepetition"),
    raw: `select ${WEEK}, count(*), count(*) filter (where exists (select from messages m
        where m.conversation_id = x.conversation_id and m.author_kind = 'customer' and m.at > human_at
          and m.text ~* '(already (told|said|explained)|as i (said|mentioned)|like i said)'))
      from (${LEGS}) x where ${HANDED} group by 1`,
    duck: `select date_trunc('week', started_at), count(*), count(*) filter (where has_explicit_repetition) from episodes
      where segment = 'handoff' and customer_spoke_after_human and started_at >= $from and started_at < $to group by 1`,
  },
  {
    name: "resolved after a handoff by week",
    ask: perWeek("postEscalationResolution"),
    raw: `select ${WEEK}, count(*), count(*) filter (where exists (select from jsonb_array_elements(events) e
        where e->>'type' in ('closed', 'resolved') and (e->>'at')::timestamptz >= last_at))
      from (${LEGS}) x where ${HANDED} group by 1`,
    duck: `select date_trunc('week', resolution_at), count(*), count(*) filter (where resolution in ('resolved', 'assumed'))
      from episodes where segment = 'handoff' and resolution <> 'pending' and resolution_at >= $from
        and resolution_at < $to group by 1`,
  },
  {
    name: "escalation by topic, two weeks",
    ask: (db, filters) => topicsOf(db, filters, filters.compare),
    raw: `select topic, ${WEEK}, count(*), count(human_at) from (${LEGS.replace("$from", "$newest::timestamptz - interval '7 days'")}) x
      where has_ai group by 1, 2`,
    duck: `select topic, date_trunc('week', started_at), count(*), count(*) filter (where segment = 'handoff') from episodes
      where segment in ('ai_only', 'handoff') and started_at >= $newest - interval 7 days and started_at < $to group by 1, 2`,
  },
  {
    name: "waits by hour, four weeks",
    ask: askHours,
    raw: `select extract(isodow from handed_at), extract(hour from handed_at),
        percentile_cont(0.5) within group (order by ${WAIT})
      from (${LEGS.replace("$from", "$newest::timestamptz - interval '21 days'")}) x where ${HANDED} group by 1, 2`,
    duck: `select isodow(handed_at), hour(handed_at), quantile_cont(wait_business_seconds, 0.5) from handoffs
      where ordinal = 1 and not is_takeover and in_hours and handed_at >= $newest - interval 21 days and handed_at < $to group by 1, 2`,
  },
  {
    name: "satisfaction by topic and wait",
    ask: (db, filters) => costsOf(db, "handoffCsat", filters),
    raw: `select topic, ${BAND}, count(*), count(*) filter (where ${SCORE} >= 4) from (${LEGS}) x
      where ${HANDED} and jsonb_array_length(ratings) > 0 group by 1, 2`,
    duck: `select topic, first_wait_band, first_promise, is_repeated, first_introduction, first_solution_repeated,
        first_transfer_said, count(satisfied), count(*) filter (where satisfied)
      from ratings where segment = 'handoff' and episode_ended_at >= $from and episode_ended_at < $to
      group by 1, 2, 3, 4, 5, 6, 7`,
  },
  {
    name: "handoffs of a week by wait",
    ask: (db, filters) => listRecords(db, "handoffs", filters, { only: "whole", sort: "wait", limit: 50, offset: 0 }),
    raw: `select conversation_id, ${WAIT} as wait from (${LEGS.replace("$from", "$newest")}) x where ${HANDED}
      order by wait desc limit 50`,
    duck: `select conversation_id, wait_business_seconds from handoffs where handed_at >= $newest and handed_at < $to
      order by wait_business_seconds desc limit 50`,
  },
];

const EXPORTED = {
  episodes: `segment, topic, started_at at time zone 'UTC' as started_at, resolution,
    resolution_at at time zone 'UTC' as resolution_at, customer_spoke_after_human, has_explicit_repetition`,
  handoffs: `conversation_id, at at time zone 'UTC' as handed_at, ordinal, is_takeover, in_hours, wait_business_seconds`,
  ratings: `segment, topic, episode_ended_at at time zone 'UTC' as episode_ended_at, satisfied, first_wait_band,
    first_promise, is_repeated, first_introduction, first_solution_repeated, first_transfer_said`,
};

const openDuck = async (db: Db, folder: string) => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const duck = await instance.connect();
  for (const [table, columns] of Object.entries(EXPORTED)) {
    const file = join(folder, `${table}.csv`);
    const query = `copy (select ${columns} from ${table} where excluded is null) to stdout (format csv, header)`;
    await pipeline(copyOut(db.$client, query), createWriteStream(file));
    await duck.run(`create table ${table} as select * from read_csv('${file}', header = true)`);
  }
  return { ask: (text: string) => duck.runAndReadAll(text), close: () => duck.closeSync() };
};

const bound = (text: string, { range, zone }: Filters, type: "timestamptz" | "timestamp"): string => {
  const [first] = weeksUpTo(range, 12, zone);
  const instant = (at: Date) =>
    `${type} '${at.toISOString().replace("T", " ").slice(0, 19)}${type === "timestamptz" ? "+00" : ""}'`;
  return text
    .replaceAll("$from", instant(first?.from ?? range.from))
    .replaceAll("$newest", instant(range.from))
    .replaceAll("$to", instant(range.to));
};

/** With the parallel workers that PostgreSQL gives by default: such a tool asks one thing at a time. */
const straight = (db: Db, text: string): Promise<unknown> =>
  db.$client.begin(async (sql) => {
    await sql`set local max_parallel_workers_per_gather = 2`;
    await sql.unsafe(text);
  });

/** The same questions asked of us, of the raw tables, and of DuckDB. */
export const benchElsewhere = async (db: Db, folder: string): Promise<void> => {
  const duck = await openDuck(db, folder);
  const filters = asking();
  const factors: number[] = [];
  for (const { name, ask, raw, duck: inDuck } of QUESTIONS) {
    const mine = quantile(await rounds(() => ask(db, filters), 7), 0.5);
    const direct = quantile(await rounds(() => straight(db, bound(raw, filters, "timestamptz")), 2), 0);
    const columns = quantile(await rounds(() => duck.ask(bound(inDuck, filters, "timestamp")), 7), 0.5);
    factors.push(direct / mine);
    say(
      `${name}: ${ms(mine)} ms; of raw tables ${ms(direct)} ms (${(direct / mine).toFixed(0)} ×); DuckDB ${ms(columns)} ms`,
    );
  }
  duck.close();
  const least = Math.min(...factors);
  say(
    `at least ${least.toFixed(1)} × faster than of raw tables, ${(least / AIM).toFixed(2)} of the aim; ${loadText()}`,
  );
};

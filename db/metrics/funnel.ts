import type { Asked } from "#lib/filters.ts";
import type { AskEnding, AskRow, Spent } from "#lib/metrics/funnel.ts";
import type { Db } from "../client.ts";
import { dimensionConditions, relationOf } from "./records.ts";
import { askEnding, IS_READ, TELLS_OF_ASKS } from "./relations/asks.ts";

type Found = {
  ending: AskEnding;
  handSeconds: number;
  handTurns: number;
  answerSeconds: number | null;
  answerTurns: number;
  resolveSeconds: number | null;
  resolveTurns: number;
};

/** Everybody who first asked for a person in the range, with what each step took: a row = an episode that `askToHuman`
 * counts. Seconds are on the clock and never below 0. */
export const askRows = async (db: Db, filters: Asked): Promise<AskRow[]> => {
  const sql = db.$client;
  const found = await sql<Found[]>`
    with asked as materialized (
      select e.conversation_id, e.first_human_ask_at as asked_at, e.ended_at, ${askEnding(sql)} as ending,
        least(e.first_human_ask_at + make_interval(secs => e.ask_wait_seconds),
          case when e.ask_outcome = 'waiting' then greatest(e.resolution_at, e.first_human_ask_at) end) as over_at,
        (select min(h.at) from handoffs h where m.handoff_outcome is not null and h.conversation_id = e.conversation_id
          and h.episode = e.episode and h.at >= e.first_human_ask_at) as handed_at
      from (${relationOf(sql, "askToHuman")}) m
      join episodes e on e.conversation_id = m.conversation_id and e.episode = m.episode
      where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}),
    stepped as (
      select *, ending not like 'unhanded%' as is_handed,
        ending not like 'unhanded%' and ending not like 'unanswered%' as is_answered,
        case when ending like 'unhanded%' then over_at else least(coalesce(handed_at, asked_at), over_at) end as first_at
      from asked)
    select ending, seconds.*, turns.* from stepped
    cross join lateral (select
      extract(epoch from first_at - asked_at)::float8 as "handSeconds",
      case when is_handed then extract(epoch from over_at - first_at)::float8 end as "answerSeconds",
      case when is_answered and ended_at is not null
        then extract(epoch from greatest(ended_at - over_at, interval '0'))::float8 end as "resolveSeconds") seconds
    cross join lateral (select
      count(*) filter (where t.at <= first_at)::int as "handTurns",
      count(*) filter (where t.at > first_at and t.at <= over_at)::int as "answerTurns",
      count(*) filter (where t.at > over_at and t.at <= ended_at)::int as "resolveTurns"
      from messages t where t.conversation_id = stepped.conversation_id and t.author_kind = 'customer'
        and t.visibility = 'public' and t.at > asked_at) turns`;
  return found.map((row) => ({
    ending: row.ending,
    spent: [
      spent(row.handSeconds, row.handTurns),
      spent(row.answerSeconds, row.answerTurns),
      spent(row.resolveSeconds, row.resolveTurns),
    ],
  }));
};

const spent = (seconds: number | null, turns: number): Spent | null => (seconds === null ? null : { seconds, turns });

/** Keys of the sources with an episode of the range in which the AI took part and of which it is not known whether somebody
 * asked for a person, in order. */
export const sourcesWithoutAsks = async (db: Db, filters: Asked): Promise<string[]> => {
  const sql = db.$client;
  const found = await sql<{ key: string }[]>`
    select key from (select id as source_id, key from sources) x
    where not (${sql.unsafe(TELLS_OF_ASKS)}) and source_id in (
      select m.source_id from (${relationOf(sql, "escalationRate")}) m
      where m.at >= ${filters.range.from} and m.at < ${filters.range.to} ${dimensionConditions(sql, filters)}
        and not ${sql.unsafe(IS_READ)})
    order by key`;
  return found.map(({ key }) => key);
};

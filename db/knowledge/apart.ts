import type { Fragment } from "postgres";
import { type Asked, NONE } from "#lib/filters.ts";
import type { Apart, Flood, UnnamedGroup } from "#lib/knowledge/apart.ts";
import { NOTHING } from "#lib/knowledge/counts.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { dimensionConditions, relationOf } from "../metrics/records.ts";
import { amongTopics } from "./counts.ts";

type Stretches = readonly Pick<Range, "from" | "to">[];

type Cell = { range: number; topic: string; isFlood: boolean; groupId: number | null; part: number; whole: number };

/** Of the episodes with the AI in each range those that are counted apart from their topic. */
export const countedApart = async (db: Db, filters: Asked, ranges: Stretches): Promise<Apart> => {
  const sql = db.$client;
  const [cells, open] = await Promise.all([
    sql<Cell[]>`
      with stretches as (
        select i::int - 1 as range, starts, ends from unnest(
          ${ranges.map(({ from }) => from.toISOString())}::text[]::timestamptz[],
          ${ranges.map(({ to }) => to.toISOString())}::text[]::timestamptz[]) with ordinality as r(starts, ends, i)),
      apart as (${apart(db)})
      select s.range, coalesce(m.topic, ${NONE}) as topic, a.is_outage as "isFlood", a.candidate_id as "groupId",
        count(*) filter (where m.part)::int as part, count(m.part)::int as whole
      from apart a join (${relationOf(sql, "escalationRate")}) m using (conversation_id)
        join stretches s on m.at >= s.starts and m.at < s.ends
      where (a.is_outage or m.topic is null) ${dimensionConditions(sql, amongTopics(filters))}
      group by 1, 2, 3, 4`,
    sql<Pick<UnnamedGroup, "id" | "words" | "seenAt">[]>`
      select id, words, last_seen_at as "seenAt" from topic_candidates where state = 'open' order by id`,
  ]);
  const none = (): Counts[] => ranges.map(() => NOTHING);
  const floods = new Map<string, Counts[]>();
  const groups = new Map(open.map((group) => [group.id, { ...group, series: none() }]));
  for (const { range, topic, isFlood, groupId, part, whole } of cells) {
    const group = groupId === null ? undefined : groups.get(groupId);
    const series = isFlood ? (floods.get(topic) ?? none()) : group?.series;
    if (!series) continue;
    const before = series[range] ?? NOTHING;
    series[range] = { part: before.part + part, whole: before.whole + whole };
    if (isFlood) floods.set(topic, series);
  }
  return { floods, groups: [...groups.values()] };
};

/** Conversations that are in a flood, and those of open groups. */
const apart = ({ $client: sql }: Db): Fragment => sql`
  select conversation_id, true as is_outage, null::int as candidate_id from topic_texts where is_outage
  union all select t.conversation_id, false, t.candidate_id from topic_texts t
    join topic_candidates c on c.id = t.candidate_id and c.state = 'open' where not t.is_outage`;

/** The floods that were handed over in a range, the largest first: what comes after an hour without is another one. */
export const floodsIn = (db: Db, filters: Asked, range: Stretches[number], most = 3): Promise<Flood[]> => {
  const sql = db.$client;
  return sql<Flood[]>`
    with flooded as (
      select m.at, t.text from topic_texts t join (${relationOf(sql, "escalationRate")}) m using (conversation_id)
      where t.is_outage and m.part and m.at >= ${range.from} and m.at < ${range.to}
        ${dimensionConditions(sql, amongTopics(filters))}),
    parted as (
      select *, count(*) filter (where is_first) over (order by at rows unbounded preceding) as flood from (
        select *, coalesce(at - lag(at) over (order by at) > interval '1 hour', true) as is_first from flooded) x)
    select count(*)::int as n, mode() within group (order by text) as text, min(at) as "from", max(at) as "to"
    from parted group by flood order by n desc, "from" limit ${most}`;
};

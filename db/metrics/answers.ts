import { type Asked, NONE } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { CUTS, ROADS, type Road, type RoadCell } from "#lib/metrics/like-for-like.ts";
import type { ScoreRow } from "#lib/metrics/satisfaction/scales.ts";
import type { Responses } from "#lib/stats/proportions/worst-case.ts";
import type { Range } from "#lib/time/range.ts";
import type { Db } from "../client.ts";
import { countBy } from "./count-by.ts";
import { narrowValue } from "./joined.ts";
import { dimensionConditions, relationOf } from "./records.ts";

/** The metrics that say of a road how satisfied it left people and how many of them answered. */
export const ROAD_METRICS = {
  ai_only: { csat: "aiOnlyCsat", response: "aiOnlyResponseRate" },
  handoff: { csat: "handoffCsat", response: "handoffResponseRate" },
  human_only: { csat: "humanOnlyCsat", response: "humanOnlyResponseRate" },
} as const satisfies Record<Road, Record<"csat" | "response", MetricKey>>;

/** The ratings of the three roads by topic, channel and tier, for each range in their order. The filters' own range is not
 * used. */
export const roadCells = async (
  db: Db,
  filters: Asked,
  ranges: readonly Pick<Range, "from" | "to">[],
): Promise<RoadCell[][]> => {
  const found = await Promise.all(
    ROADS.map(async (road) => {
      const cells = await countBy(db, ROAD_METRICS[road].csat, filters, CUTS, ranges);
      return cells.map(({ range, values, part, n }) => ({ range, cell: { road, ...values, part, n } }));
    }),
  );
  const all = found.flat();
  return ranges.map((_, i) => all.flatMap(({ range, cell }) => (range === i ? [cell] : [])));
};

/** A row = one wait × topic × outcome of a road: how many episodes were asked to rate, how many did, and how many of them
 * are satisfied. What is known of those who are silent, too: the wait for a person (or how it ended), the topic, whether
 * it was resolved. Adds up to the road's response rate. */
export const responseCells = async (db: Db, road: Road, { range, zone, only }: Asked): Promise<Responses[]> => {
  const sql = db.$client;
  const found = await sql<Responses[]>`
    select count(*)::int as offered, count(*) filter (where m.part)::int as answered,
      count(*) filter (where m.part and r.satisfied)::int as part
    from (${relationOf(sql, ROAD_METRICS[road].response)}) m
    left join lateral (
      select bool_or(satisfied) as satisfied from ratings
      where m.part and conversation_id = m.conversation_id and episode = m.episode and counts and excluded is null) r on true
    where m.at >= ${range.from} and m.at < ${range.to} ${dimensionConditions(sql, { only })}
    group by coalesce(${narrowValue(sql, "wait", zone)}, m.handoff_outcome, ${NONE}), m.topic, m.resolution`;
  return [...found];
};

/** A row = a score on a scale, and how many of the ratings that a road's CSAT counts gave it. Adds up to its n. */
export const scoreCounts = async (db: Db, { range, only }: Asked): Promise<ScoreRow[]> => {
  const sql = db.$client;
  const found = await Promise.all(
    ROADS.map(
      (road) => sql<ScoreRow[]>`
        select ${road}::text as road, r.mapping, r.scale_min as "scaleMin", r.scale_max as "scaleMax", r.score,
          count(*)::int as count
        from (${relationOf(sql, ROAD_METRICS[road].csat)}) m
        join ratings r on r.conversation_id = m.conversation_id and r.rating_id = m.rating_id
        where m.at >= ${range.from} and m.at < ${range.to} and m.part is not null ${dimensionConditions(sql, { only })}
        group by r.mapping, r.scale_min, r.scale_max, r.score order by r.score`,
    ),
  );
  return found.flat();
};

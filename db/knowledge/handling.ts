import { SYNC_CHANNELS } from "#lib/conversation/channels.ts";
import { type Asked, NONE } from "#lib/filters.ts";
import type { Handling } from "#lib/knowledge/hours.ts";
import type { Db } from "../client.ts";
import { dimensionConditions } from "../metrics/records.ts";
import { amongTopics } from "./counts.ts";

const LONGEST_HOURS = 4;

/** Hours from the first word of a person to the end, of handed over episodes that began in the range, by topic. Only where
 * people stay in the window: elsewhere most of that time somebody waits for mail. What is longer than four hours was left
 * open, not worked on, and is not counted. */
export const handlingByTopic = async (db: Db, filters: Asked): Promise<Map<string, Handling>> => {
  const sql = db.$client;
  const found = await sql<(Handling & { topic: string })[]>`
    select coalesce(m.topic, ${NONE}) as topic, count(*)::int as n, avg(x.hours)::float8 as mean,
      coalesce(stddev_samp(x.hours), 0)::float8 as sd
    from episodes m cross join lateral (
      select extract(epoch from m.ended_at - m.first_human_reply_at) / 3600 as hours) x
    where m.segment = 'handoff' and m.excluded is null and m.channel = any(${[...SYNC_CHANNELS]})
      and m.started_at >= ${filters.range.from} and m.started_at < ${filters.range.to}
      and x.hours >= 0 and x.hours <= ${LONGEST_HOURS} ${dimensionConditions(sql, amongTopics(filters))}
    group by 1`;
  return new Map(found.map(({ topic, ...handling }) => [topic, handling]));
};

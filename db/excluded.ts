import type { Exclusion } from "#lib/conversation/assessed.ts";
import type { Db } from "./client.ts";

/** Why conversations stand outside the rates; bypass: the AI was off or failed before its first answer, so the escalation
 * rate leaves them out. */
export type LeftOut = Exclusion | "bypass";

const WHY = "case when e.excluded is not null then e.excluded when 'bypass' = any(e.tags) then 'bypass' end";

/** How many episodes stand outside the numbers, for each reason; a row = a reason. */
export const leftOutCounts = (db: Db): Promise<{ why: LeftOut; n: number }[]> => db.$client<
  { why: LeftOut; n: number }[]
>`
  select ${db.$client.unsafe(WHY)} as why, count(*)::int as n from episodes e
  where e.excluded is not null or 'bypass' = any(e.tags) group by 1 order by n desc, why`;

export type LeftOutEpisode = {
  conversationId: string;
  externalId: string;
  source: string;
  startedAt: Date;
  topic: string | null;
  channel: string;
};

/** The episodes left out for a reason, the newest first. */
export const leftOutEpisodes = (db: Db, why: LeftOut, { limit, offset }: { limit: number; offset: number }) =>
  db.$client<LeftOutEpisode[]>`
    select e.conversation_id as "conversationId", c.external_id as "externalId", s.key as source,
      e.started_at as "startedAt", e.topic, e.channel
    from episodes e join conversations c using (conversation_id) join sources s on s.id = e.source_id
    where ${db.$client.unsafe(WHY)} = ${why}
    order by e.started_at desc, e.conversation_id limit ${limit} offset ${offset}`;

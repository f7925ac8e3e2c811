import type { Initiator, TriggerFamily } from "#lib/conversation/assessed.ts";
import type { Asked } from "#lib/filters.ts";
import { businessSeconds } from "#lib/time/business-time.ts";
import type { Db } from "../client.ts";
import type { QueueHours } from "../hours.ts";
import { dimensionConditions } from "../metrics/records.ts";
import { GIVEN_UP } from "./intervals.ts";

/** One who waits for a person. */
export type Waiting = {
  conversationId: string;
  externalId: string;
  handoffId: string;
  url: string | null;
  source: string;
  team: string | null;
  channel: string;
  customer: string | null;
  topic: string | null;
  tier: string | null;
  language: string | null;
  startedAt: Date;
  since: Date;
  /** Up to `now`, in the hours of its queue and by the clock. */
  businessSeconds: number;
  wallSeconds: number;
  /** By the clock; null = nothing was promised. */
  promisedSeconds: number | null;
  isPromiseBroken: boolean;
  initiator: Initiator;
  family: TriggerFamily;
  trigger: string;
  /** As the source declared it. */
  reason: string | null;
};

type Row = Omit<Waiting, "businessSeconds" | "wallSeconds" | "isPromiseBroken">;

/** Who waits for a person at `now`, who has waited longest first; one that nobody ended in seven days has been given up.
 * The filters' range is not used. `limit` keeps a flooded queue readable; `count` is that of all. */
export const waitingNow = async (
  db: Db,
  { only }: Pick<Asked, "only">,
  { now, hours, limit = 500 }: { now: Date; hours: QueueHours; limit?: number },
): Promise<{ count: number; waiting: Waiting[] }> => {
  const sql = db.$client;
  const rows = await sql<(Row & { count: number })[]>`
    with waiting as (
      select m.*, count(*) over ()::int as count from handoffs m
      where m.excluded is null and not m.is_takeover and m.outcome = 'waiting'
        and m.at <= ${now} and m.at > ${now}::timestamptz - ${GIVEN_UP}::interval ${dimensionConditions(sql, { only })}
      order by m.at, m.conversation_id, m.handoff_id limit ${limit})
    select m.conversation_id as "conversationId", c.external_id as "externalId", m.handoff_id as "handoffId", c.url,
      s.key as source, m.team, m.channel, coalesce(c.customer->>'name', c.customer_id) as customer, m.topic, m.tier,
      m.language, e.started_at as "startedAt", m.at as since, m.promised_wait_seconds as "promisedSeconds", m.initiator,
      m.family, m.trigger, m.reason, m.count
    from waiting m join sources s on s.id = m.source_id join conversations c using (conversation_id)
      join episodes e on e.conversation_id = m.conversation_id and e.episode = m.episode
    order by m.at, m.conversation_id, m.handoff_id`;
  return {
    count: rows[0]?.count ?? 0,
    waiting: rows.map(({ count: _, ...row }) => {
      const wallSeconds = (now.getTime() - row.since.getTime()) / 1000;
      return {
        ...row,
        wallSeconds,
        businessSeconds: businessSeconds(hours.calendarOf(row.source, row.team), row.since, now),
        isPromiseBroken: row.promisedSeconds !== null && wallSeconds > row.promisedSeconds,
      };
    }),
  };
};

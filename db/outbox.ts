import type { TransactionSql } from "postgres";
import type { ChannelSettings } from "#lib/alarms/channel.ts";
import type { Notification } from "#lib/alarms/notification.ts";
import type { Db } from "./client.ts";

/** A message that is to be sent now, whose attempt is on record. */
export type Claimed = {
  id: string;
  key: string;
  /** This one counted. */
  attempts: number;
  /** Of no incident, only to show that the channel works. */
  isTest: boolean;
  payload: Notification;
  createdAt: Date;
  channel: { id: string; name: string; settings: ChannelSettings };
};

/** What came of an attempt. problem: it went out, but something was not right; nextAt: null = given up. */
export type Attempted =
  | { kind: "sent"; at: Date; problem: string | null }
  | { kind: "failed"; at: Date; sentence: string; nextAt: Date | null };

/** Channels on which a message is due, first those that have not failed for longest. What was never tried is due whatever
 * a clock says. */
export const dueChannels = async (db: Db, now: Date): Promise<string[]> => {
  const rows = await db.$client<{ id: string }[]>`
    select c.id from notification_channels c
    where c.removed_at is null and c.is_enabled and exists (
      select 1 from outbox o where o.channel_id = c.id and (o.attempts = 0 or o.next_at <= ${now})
        and o.sent_at is null and o.dead_at is null and o.cancelled_at is null
        and not exists (
          select 1 from outbox e where e.order_key = o.order_key and e.channel_id = o.channel_id and e.id < o.id
            and e.sent_at is null and e.dead_at is null and e.cancelled_at is null))
    order by c.last_failed_at nulls first, c.id`;
  return rows.map(({ id }) => id);
};

type Row = Omit<Claimed, "channel"> & {
  name: string;
  settings: ChannelSettings;
  incidents: string[];
  orderKey: string;
  isOver: boolean;
  isTold: boolean;
};

/** Takes the next message of a channel, in the order of its incident, and puts the attempt on record before it is made:
 * whoever dies on the way is as one whose attempt failed. `cancelled`: what it tells was over before anybody was told, and
 * neither that nor its end will be. `dead`: so many attempts were begun that it is given up. Null = none is due. */
export const claimMessage = (
  db: Db,
  channelId: string,
  { now, nextAt }: { now: Date; nextAt: (attempts: number) => Date | null },
): Promise<Claimed | "cancelled" | "dead" | null> =>
  db.$client.begin(async (sql) => {
    const row = await lockNext(sql, channelId, now);
    if (!row) return null;
    if (row.isOver && !row.isTold && row.attempts === 0) {
      await sql`
        update outbox set cancelled_at = ${now} where order_key = ${row.orderKey} and channel_id = ${channelId}
          and incident_id = any(${row.incidents}) and sent_at is null and dead_at is null and cancelled_at is null`;
      return "cancelled";
    }
    if (row.attempts > 0 && nextAt(row.attempts) === null) {
      await mark(sql, row.id, {
        kind: "failed",
        at: now,
        sentence: "Nobody knows what came of the last attempt.",
        nextAt: null,
      });
      return "dead";
    }
    const attempts = row.attempts + 1;
    // After the last attempt comes no pause, but whoever makes it must have its time.
    const until = nextAt(attempts) ?? nextAt(1) ?? now;
    await sql`update outbox set attempts = ${attempts}, next_at = ${until} where id = ${row.id}`;
    const { id, key, isTest, payload, createdAt, name, settings } = row;
    return { id, key, attempts, isTest, payload, createdAt, channel: { id: channelId, name, settings } };
  });

/** An incident is over for a message only when all that it tells of are. */
const lockNext = async (sql: TransactionSql, channelId: string, now: Date): Promise<Row | undefined> => {
  const [row] = await sql<Row[]>`
    select o.id::text, o.key, o.attempts, o.incident_id is null as "isTest", o.payload, o.created_at as "createdAt",
      o.order_key as "orderKey", c.name, c.config as settings, told.incidents,
      coalesce((select bool_and(i.ended_at is not null) from incidents i where i.id = any(told.incidents)), false)
        as "isOver",
      exists (select 1 from outbox e where e.order_key = o.order_key and e.channel_id = o.channel_id and e.id < o.id
        and e.cancelled_at is null) as "isTold"
    from outbox o join notification_channels c on c.id = o.channel_id, lateral (
      select array_remove(o.incident_id || array(
        select (other ->> 'incidentId')::uuid from jsonb_array_elements(o.payload -> 'others') other), null) as incidents
    ) told
    where o.channel_id = ${channelId} and c.removed_at is null and c.is_enabled
      and (o.attempts = 0 or o.next_at <= ${now})
      and o.sent_at is null and o.dead_at is null and o.cancelled_at is null
      and not exists (
        select 1 from outbox e where e.order_key = o.order_key and e.channel_id = o.channel_id and e.id < o.id
          and e.sent_at is null and e.dead_at is null and e.cancelled_at is null)
    order by o.id limit 1 for update of o skip locked`;
  return row;
};

/** Sends what was claimed, and then marks it, with its row held all the while: a worker that was stopped in between and
 * comes back does not send out of order. Waits for whoever holds the row: another that looks for work holds it for a moment
 * even when it finds it taken. Null = somebody else has claimed it since. */
export const sendThenMark = (
  db: Db,
  { id, attempts, channel }: Claimed,
  send: () => Promise<Attempted>,
): Promise<Attempted | null> =>
  db.$client.begin(async (sql) => {
    const held = await sql`
      select 1 from outbox where id = ${id} and attempts = ${attempts}
        and sent_at is null and dead_at is null and cancelled_at is null for update`;
    if (held.length === 0) return null;
    const attempted = await send();
    await mark(sql, id, attempted);
    await noteResult(sql, channel.id, attempted);
    return attempted;
  });

const mark = async (sql: TransactionSql, id: string, attempted: Attempted): Promise<void> => {
  if (attempted.kind === "sent") {
    await sql`update outbox set sent_at = ${attempted.at}, last_error = ${attempted.problem} where id = ${id}`;
  } else if (attempted.nextAt === null) {
    await sql`update outbox set dead_at = ${attempted.at}, last_error = ${attempted.sentence} where id = ${id}`;
  } else {
    await sql`update outbox set next_at = ${attempted.nextAt}, last_error = ${attempted.sentence} where id = ${id}`;
  }
};

const noteResult = async (sql: TransactionSql, channelId: string, attempted: Attempted): Promise<void> => {
  if (attempted.kind === "sent") {
    await sql`
      update notification_channels set last_sent_at = ${attempted.at}, last_error = ${attempted.problem}
      where id = ${channelId}`;
  } else {
    await sql`
      update notification_channels set last_failed_at = ${attempted.at}, last_error = ${attempted.sentence}
      where id = ${channelId}`;
  }
};

import { v7 } from "uuid";
import { testNotification } from "#lib/alarms/alarm-text.ts";
import type { Notification } from "#lib/alarms/notification.ts";
import { AppError } from "#lib/errors.ts";
import type { Db } from "./client.ts";

/** A message that was given up. */
export type DeadLetter = {
  id: string;
  channel: string;
  isTest: boolean;
  payload: Notification;
  attempts: number;
  deadAt: Date;
  sentence: string;
  /** A later message of the same order has gone out, so this one would come out of order. */
  isOvertaken: boolean;
};

/** Messages that were given up since an instant, the latest first, of channels that are still there. */
export const deadLetters = async (db: Db, since: Date): Promise<DeadLetter[]> =>
  db.$client<DeadLetter[]>`
    select o.id::text, c.name as channel, o.incident_id is null as "isTest", o.payload, o.attempts,
      o.dead_at as "deadAt", coalesce(o.last_error, '') as sentence, ${overtaken(db)} as "isOvertaken"
    from outbox o join notification_channels c on c.id = o.channel_id
    where o.dead_at >= ${since} and c.removed_at is null order by o.dead_at desc, o.id desc limit 200`;

const overtaken = (db: Db) => db.$client`exists (
  select 1 from outbox l where l.order_key = o.order_key and l.channel_id = o.channel_id and l.id > o.id
    and (l.sent_at is not null or (l.attempts > 0 and l.dead_at is null and l.cancelled_at is null)))`;

/** Puts a message that was given up back to be sent under the same key, and after it those of its order that were given up
 * later. Their attempts count as one, because they may have arrived. Throws `conflict` with a sentence when it was
 * overtaken, or is given up no more. */
export const tryAgain = async (db: Db, id: string, now: Date): Promise<void> => {
  const back = await db.$client`
    update outbox b set dead_at = null, attempts = 1, next_at = ${now} from outbox o
    where o.id = ${id} and o.dead_at is not null and not ${overtaken(db)}
      and b.order_key = o.order_key and b.channel_id = o.channel_id and b.id >= o.id and b.dead_at is not null
    returning 1`;
  if (back.length === 0) {
    throw new AppError(
      "conflict",
      "A later message of this alarm has been on its way since, so this one would come out of order.",
    );
  }
  await db.$client`select pg_notify('seam_outbox', '')`;
};

/** Writes a message that only shows that a channel works, and takes the road of all others. Returns its key. */
export const sendTest = async (db: Db, channelId: string, now: Date): Promise<string> => {
  const id = v7();
  const key = `${id}:test`;
  const added = await db.$client`
    insert into outbox (key, order_key, channel_id, payload, created_at, next_at)
    select ${key}, ${id}, c.id, ${JSON.stringify(testNotification(id, now))}::text::jsonb, ${now}, ${now}
    from notification_channels c where c.id = ${channelId} and c.removed_at is null and c.is_enabled returning 1`;
  if (added.length === 0) throw new AppError("not_found", "This channel is not there any more, or switched off.");
  await db.$client`select pg_notify('seam_outbox', '')`;
  return key;
};

/** How many messages were given up since an instant, on channels that are still there. */
export const deadLetterCount = async (db: Db, since: Date): Promise<number> => {
  const [row] = await db.$client<{ n: number }[]>`
    select count(*)::int as n from outbox o join notification_channels c on c.id = o.channel_id
    where o.dead_at >= ${since} and c.removed_at is null`;
  return row?.n ?? 0;
};

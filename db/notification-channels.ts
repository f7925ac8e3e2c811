import { and, eq, isNull, sql as raw } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import type { ChannelSettings } from "#lib/alarms/channel.ts";
import { type ChannelKind, channelPurpose } from "#lib/alarms/notification.ts";
import { AppError } from "#lib/errors.ts";
import type { Db } from "./client.ts";
import { notificationChannels } from "./schema/alarms.ts";
import { seal } from "./seal.ts";

/** A channel without its secret. */
export type Channel = {
  id: string;
  kind: ChannelKind;
  name: string;
  /** Of e-mail, and of a webhook. */
  to: string[];
  url: string | null;
  isEnabled: boolean;
  lastSentAt: Date | null;
  /** In one sentence; null = the last message went out. */
  lastError: string | null;
  lastFailedAt: Date | null;
  /** Messages that are not sent yet, and those of them that failed before. */
  open: number;
  failing: number;
};

/** The channels there are, by name. */
export const channels = async (db: Db): Promise<Channel[]> =>
  db.$client<Channel[]>`
    select c.id, c.kind, c.name, c.is_enabled as "isEnabled", c.config ->> 'url' as url,
      coalesce(array(select jsonb_array_elements_text(c.config -> 'to')), '{}') as "to",
      c.last_sent_at as "lastSentAt", c.last_error as "lastError", c.last_failed_at as "lastFailedAt",
      count(o.id)::int as open, (count(o.id) filter (where o.attempts > 0 and o.last_error is not null))::int as failing
    from notification_channels c left join outbox o on o.channel_id = c.id
      and o.sent_at is null and o.dead_at is null and o.cancelled_at is null
    where c.removed_at is null group by c.id order by lower(c.name), c.id`;

type Given = { name: string; settings: ChannelSettings; secret: string | null };

const configOf = (settings: ChannelSettings) => raw`${JSON.stringify(settings)}::text::jsonb`;

const sealed = async (id: string, secret: string) => seal(secret, channelPurpose(id));

/** Adds a channel and seals its secret. Returns its id. */
export const addChannel = async (db: Db, { name, settings, secret }: Given, now: Date): Promise<string> => {
  const id = v7();
  const row = { id, kind: settings.kind, name, config: configOf(settings), createdAt: now };
  await db.insert(notificationChannels).values({ ...row, ...(secret === null ? {} : await sealed(id, secret)) });
  return id;
};

/** Changes a channel; a secret that is null stays what it was. What went wrong before says nothing of it any more. Throws
 * `not_found` when it is gone. */
export const changeChannel = async (db: Db, id: string, { name, settings, secret }: Given): Promise<void> => {
  const changed = await db
    .update(notificationChannels)
    .set({ name, config: configOf(settings), ...(secret === null ? {} : await sealed(id, secret)), lastError: null })
    .where(there(id, settings.kind))
    .returning({ id: notificationChannels.id });
  if (changed.length === 0) throw gone();
};

const there = (id: string, kind: ChannelKind) =>
  and(eq(notificationChannels.id, id), eq(notificationChannels.kind, kind), isNull(notificationChannels.removedAt));

const gone = () => new AppError("not_found", "This channel is not there any more.");

/** Switches a channel on or off. What has not gone out when it is switched off never will. */
export const switchChannel = async (
  db: Db,
  { id, isEnabled, now }: { id: string; isEnabled: boolean; now: Date },
): Promise<void> => {
  await db.$client.begin(async (sql) => {
    const changed = await sql`
      update notification_channels set is_enabled = ${isEnabled} where id = ${id} and removed_at is null returning id`;
    if (changed.length === 0) throw gone();
    if (!isEnabled) await cancelOpen(sql, id, now);
  });
};

/** Removes a channel with its secret, and what has not gone out on it. Removed already, nothing happens. */
export const removeChannel = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.$client.begin(async (sql) => {
    await sql`
      update notification_channels set removed_at = ${now}, key_id = null, sealed = null
      where id = ${id} and removed_at is null`;
    await cancelOpen(sql, id, now);
  });
};

const cancelOpen = (sql: TransactionSql, id: string, now: Date) => sql`
  update outbox set cancelled_at = ${now}
  where channel_id = ${id} and sent_at is null and dead_at is null and cancelled_at is null`;

import { createHash } from "node:crypto";
import { addMessages } from "#db/alarms/write.ts";
import { addChannel } from "#db/notification-channels.ts";
import type { TestDb } from "#db/testing/db.ts";
import { type Delivered, type Delivery, deliverDue } from "#jobs/deliver.ts";
import { sendEmail } from "#jobs/notify/email.ts";
import { SENT } from "#jobs/notify/sender.ts";
import type { Senders } from "#jobs/notify/senders.ts";
import { sendSlack } from "#jobs/notify/slack.ts";
import type { openMailServer, openReceiver } from "#jobs/notify/testing/receivers.ts";
import { sendWebhook } from "#jobs/notify/webhook.ts";
import type { ChannelSettings } from "#lib/alarms/channel.ts";
import { type Notification, type NotificationKind, outboxKey } from "#lib/alarms/notification.ts";
import { notification } from "#lib/alarms/testing/notification.ts";
import { secretOf } from "#lib/webhooks/standard.ts";

export const START = Date.parse("2026-11-20T10:00:00Z");
const MINUTE_MS = 60_000;
export const SECRET = secretOf(new Uint8Array(32).fill(7));

/** The id of the n-th incident. */
export const incidentOf = (n: number): string => `018f0000-0000-7000-8000-${String(n).padStart(12, "0")}`;

type Receivers = {
  receiver: Awaited<ReturnType<typeof openReceiver>>;
  mail?: Awaited<ReturnType<typeof openMailServer>>;
  mailTimeoutMs?: number;
};

/** The senders of the product, which call this machine. */
export const sendersTo = ({ receiver, mail, mailTimeoutMs = 2000 }: Receivers): Senders => {
  const options = { rule: { allowsLoopback: true, allowedHosts: [] }, timeout: receiver.timeout };
  return {
    in_app: async () => SENT,
    email: sendEmail(() => (mail && { url: mail.url, from: "seam@example.com", timeoutMs: mailTimeoutMs }) ?? null),
    slack: sendSlack(options),
    webhook: sendWebhook(options),
  };
};

export type Write = { n?: number; kind: NotificationKind; channelId: string; told?: Partial<Notification> };

/** An outbox with channels, and a clock of its own. */
export const outboxOf = (held: TestDb) => {
  const world = { minute: 0 };
  const now = () => new Date(START + world.minute * MINUTE_MS);
  return {
    world,
    now,
    reset: async () => {
      world.minute = 0;
      await held.db.$client`truncate outbox, notification_channels, incidents`;
    },
    channel: (settings: ChannelSettings, secret: string | null = SECRET) =>
      addChannel(held.db, { name: settings.kind, settings, secret }, now()),
    /** As the evaluator does, in a transaction. */
    write: async (...all: Write[]) => {
      const messages = all.map(({ n = 1, kind, channelId, told = {} }) => {
        const incidentId = incidentOf(n);
        const payload = notification({ incidentId, kind, path: `/queue?incident=${incidentId}`, ...told });
        const key = outboxKey({ incidentId, kind, level: 0, n: 0, channelId });
        return { key, orderKey: incidentId, incidentId, channelId, payload };
      });
      await held.db.$client.begin((sql) => addMessages(sql, messages, now()));
      return messages.map(({ key }) => key);
    },
    incident: (n: number, endedAt: Date | null = null) => held.db.$client`
      insert into incidents (id, rule_id, watched, kind, rule_name, threshold, fired_at, ended_at, order_key)
      values (${incidentOf(n)}, ${incidentOf(0)}, 'workspace', 'oldest_wait', 'Oldest wait', 15, ${now()}, ${endedAt},
        ${incidentOf(n)})
      on conflict (id) do update set ended_at = excluded.ended_at`,
    deliver: async (senders: Senders, more: Partial<Delivery> & { db?: TestDb["db"] } = {}): Promise<Delivered> => {
      const { db = held.db, ...rest } = more;
      const signal = new AbortController().signal;
      const all = await deliverDue(db, { now, signal, random: () => 0.5, senders, ...rest });
      const sum = (key: keyof Delivered) => all.reduce((total, counts) => total + counts[key], 0);
      return { sent: sum("sent"), failed: sum("failed"), dead: sum("dead"), cancelled: sum("cancelled") };
    },
    rows: () => held.db.$client<
      {
        key: string;
        attempts: number;
        sent: boolean;
        dead: boolean;
        cancelled: boolean;
        error: string | null;
        next: Date;
      }[]
    >`
      select key, attempts, sent_at is not null as sent, dead_at is not null as dead,
        cancelled_at is not null as cancelled, last_error as error, next_at as next from outbox order by id`,
  };
};

/** The same for the same words, from 0 up to 1. */
export const chance = (words: string): number => createHash("sha256").update(words).digest().readUInt32BE() / 2 ** 32;

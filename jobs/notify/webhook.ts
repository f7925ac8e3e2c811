import { plainText } from "#lib/alarms/alarm-text.ts";
import type { NotifiedIncident } from "#lib/alarms/notification.ts";
import { sign } from "#lib/webhooks/standard.ts";
import { type PostOptions, post } from "./post.ts";
import { type Outgoing, refused, type Sender } from "./sender.ts";

const incidentBody = ({ incidentId, rule, queue, value, threshold, firedAt, asOf, cause }: NotifiedIncident) => ({
  incident_id: incidentId,
  rule,
  queue: { source: queue.source, ...(queue.team === undefined ? {} : { team: queue.team }) },
  value,
  threshold,
  fired_at: firedAt,
  as_of: asOf,
  cause: cause && {
    from: cause.from,
    to: cause.to,
    weeks: cause.weeks,
    load_ratio: cause.loadRatio,
    named: cause.named,
    is_usual: cause.isUsual,
    is_of_all_queues: cause.isOfAll,
    factors: cause.factors.map(({ factor, now, usual, n, usualN, share, isClear }) => ({
      ...{ factor, now, usual, n, usual_n: usualN, share, is_clear: isClear },
    })),
  },
});

/** What a program is told, the same at each attempt. A test has a type of its own, so that it opens nothing. */
export const webhookBody = ({ key, isTest, notification, text, createdAt }: Outgoing) => ({
  type: isTest ? "alarm.test" : `alarm.${notification.kind}`,
  timestamp: createdAt.toISOString(),
  data: {
    key,
    ...incidentBody(notification),
    reason: notification.reason,
    level: notification.level,
    by: notification.by,
    note: notification.note,
    others: notification.others.map(incidentBody),
    data_complete_until: notification.staleSince,
    text: plainText(text),
    url: text.url,
  },
});

/** Posts JSON that is signed as Standard Webhooks say; `webhook-id` is the key.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export const sendWebhook =
  (options: PostOptions = {}): Sender<"webhook"> =>
  async (message, { settings, secret }) => {
    if (secret === null) return refused("What this channel is signed with is missing: make a new signing secret.");
    const body = JSON.stringify(webhookBody(message));
    const signed = sign({ id: message.key, at: message.now, body, secrets: [secret] });
    const headers = { ...signed, "idempotency-key": message.key };
    return post({ url: settings.url, body, headers, now: message.now }, options);
  };

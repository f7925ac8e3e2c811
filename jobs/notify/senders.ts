import type { ChannelSettings } from "#lib/alarms/channel.ts";
import type { ChannelKind } from "#lib/alarms/notification.ts";
import { sendEmail } from "./email.ts";
import { type Outgoing, SENT, type Sender, type Verdict } from "./sender.ts";
import { sendSlack } from "./slack.ts";
import { sendWebhook } from "./webhook.ts";

export type Senders = { [Kind in ChannelKind]: Sender<Kind> };

/** One for each kind of channel. What is told in the app is there as soon as it is marked. */
export const senders = (): Senders => ({
  in_app: async () => SENT,
  email: sendEmail(),
  slack: sendSlack(),
  webhook: sendWebhook(),
});

export const sendBy = (
  all: Senders,
  message: Outgoing,
  { settings, secret }: { settings: ChannelSettings; secret: string | null },
): Promise<Verdict> => {
  switch (settings.kind) {
    case "in_app":
      return all.in_app(message, { settings, secret });
    case "email":
      return all.email(message, { settings, secret });
    case "slack":
      return all.slack(message, { settings, secret });
    case "webhook":
      return all.webhook(message, { settings, secret });
  }
};

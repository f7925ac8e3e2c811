import { type AlarmText, plainText } from "#lib/alarms/alarm-text.ts";
import { type PostOptions, post } from "./post.ts";
import { refused, type Sender } from "./sender.ts";

/** Slack takes no more in one block. */
const LONGEST = 2900;

/** The three characters that Slack reads as its own. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").slice(0, LONGEST);

/** `text` is all that programs which only resemble Slack show. https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slackBody = (text: AlarmText) => ({
  text: escaped(plainText(text)),
  blocks: [
    { type: "section", text: { type: "mrkdwn", text: `*${escaped(text.title)}*` } },
    ...(text.lines.length > 0
      ? [{ type: "section", text: { type: "mrkdwn", text: escaped(text.lines.join("\n")) } }]
      : []),
    { type: "section", text: { type: "mrkdwn", text: `<${text.url}|Open in Seam>` } },
  ],
});

/** Sends to an incoming webhook of Slack, or of a program that takes the same. */
export const sendSlack =
  (options: PostOptions = {}): Sender<"slack"> =>
  async ({ key, text, now }, { secret }) => {
    if (secret === null) return refused("The address of this channel is missing: enter it anew.");
    const body = JSON.stringify(slackBody(text));
    return post({ url: secret, body, headers: { "idempotency-key": key }, now }, options);
  };

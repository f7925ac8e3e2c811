import { z } from "zod";
import type { ChannelKind } from "./notification.ts";

/** What is known of a channel besides its secret, which is the URL of an incoming webhook of Slack, or what a webhook is
 * signed with. */
export type ChannelSettings =
  | { kind: "in_app" }
  | { kind: "email"; to: string[] }
  | { kind: "slack" }
  | { kind: "webhook"; url: string };

export const CHANNEL_NAMES: Record<ChannelKind, string> = {
  in_app: "In the app",
  email: "E-mail",
  slack: "Slack",
  webhook: "Webhook",
};

const MOST_RECIPIENTS = 50;

const name = z.string().trim().min(1, "Give the channel a name.").max(80, "A name has at most 80 characters.");

const hasNoPassword = (text: string): boolean => {
  const { username, password } = URL.parse(text) ?? { username: "", password: "" };
  return username === "" && password === "";
};

const url = z
  .url({ protocol: /^https?$/, error: "Give a whole address that begins with https://." })
  .max(2000, "This address is too long.")
  .refine(hasNoPassword, "Leave user and password out of the address.");

const recipients = z
  .string()
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ""))])
  .pipe(
    z
      .array(z.email({ error: ({ input }) => `“${String(input).slice(0, 80)}” is no e-mail address.` }))
      .min(1, "Give at least one address.")
      .max(MOST_RECIPIENTS, `At most ${MOST_RECIPIENTS} addresses; a list address reaches more.`),
  );

/** What somebody typed for a channel; each problem is a sentence with the field it belongs to. address: null = as it was. */
export const channelForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("in_app"), name }),
  z.object({ kind: z.literal("email"), name, to: recipients }),
  z.object({ kind: z.literal("slack"), name, address: url.nullable() }),
  z.object({ kind: z.literal("webhook"), name, address: url }),
]);

import { createHmac } from "node:crypto";
import { v5 } from "uuid";
import type { Random } from "#lib/random.ts";
import { conversationJson, messageJson } from "./views.ts";
import type { World, WorldEvent } from "./world.ts";

/** How the sender may misbehave. Chatwoot itself never sends again: more copies come from what stands between. */
export type Mischief = { copies?: number; isShuffled?: boolean; isBadlySigned?: boolean };
export type Delivery = { event: string; status: number | null; headers: Record<string, string>; body: string };

export type Webhooks = {
  /** Where to send to, from now on; what happened before is not sent. */
  subscribe: (url: string) => void;
  note: (event: WorldEvent) => void;
  /** Sends all that has happened since the last time; status null = nobody answered. */
  deliver: (mischief?: Mischief) => Promise<Delivery[]>;
};

export const signatureOf = (secret: string, timestamp: string, rawBody: string): string =>
  `sha256=${createHmac("sha256", secret).update(`${timestamp}.${rawBody}`).digest("hex")}`;

export const createWebhooks = (world: World, secret: string, now: () => number, random: Random): Webhooks => {
  let url: string | null = null;
  let waiting: { event: string; body: string; id: string }[] = [];
  let sent = 0;
  const headersOf = (id: string, body: string, isBadlySigned: boolean): Record<string, string> => {
    const timestamp = String(Math.floor(now() / 1000));
    return {
      "content-type": "application/json",
      "x-chatwoot-delivery": id,
      "x-chatwoot-timestamp": timestamp,
      "x-chatwoot-signature": signatureOf(isBadlySigned ? `not ${secret}` : secret, timestamp, body),
    };
  };
  return {
    subscribe: (to) => {
      url = to;
      waiting = [];
    },
    note: (event) => {
      // Activity messages are not sent.
      if (url === null || event.message?.type === 2) return;
      sent += 1;
      waiting.push({
        event: event.name,
        body: JSON.stringify(payloadOf(world, event)),
        id: v5(`${world.seed} delivery ${sent}`, v5.URL),
      });
    },
    deliver: async ({ copies = 1, isShuffled = false, isBadlySigned = false } = {}) => {
      const to = url;
      if (to === null) return [];
      const batch = waiting.flatMap((one) => Array.from({ length: copies }, () => ({ ...one, at: random.unit() })));
      waiting = [];
      if (isShuffled) batch.sort((a, b) => a.at - b.at);
      const deliveries: Delivery[] = [];
      for (const { event, body, id } of batch) {
        const headers = headersOf(id, body, isBadlySigned);
        deliveries.push({ event, headers, body, status: await post(to, headers, body) });
      }
      return deliveries;
    },
  };
};

/** A receiver that is not there is its own loss, as with the real sender. */
const post = async (url: string, headers: Record<string, string>, body: string): Promise<number | null> => {
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
};

const MESSAGE_TYPES = ["incoming", "outgoing", "activity", "template"];

/** Messages carry ISO times and words for types here, where REST has seconds and numbers. */
const payloadOf = (world: World, { name, conversation, message, changed }: WorldEvent): Record<string, unknown> => {
  const account = { id: world.staff.accountId, name: world.staff.accountName };
  const whole = conversationJson(world, conversation);
  if (!message)
    return {
      ...whole,
      event: name,
      changed_attributes: Object.entries(changed).map(([key, value]) => ({ [key]: value })),
    };
  const inbox = world.staff.inboxes.find(({ id }) => id === conversation.inboxId);
  return {
    ...messageJson(world, conversation, message),
    message_type: MESSAGE_TYPES[message.type],
    created_at: new Date(message.createdAt).toISOString(),
    additional_attributes: {},
    inbox: { id: inbox?.id, name: inbox?.name },
    conversation: whole,
    account,
    event: name,
  };
};

import { createHmac } from "node:crypto";
import type { OwnApp } from "#app/testing/own-app.ts";
import { addConnection } from "#db/connections.ts";
import { WEBHOOK_SECRET } from "#db/secrets.ts";

export type Call = { headers: Record<string, string>; body: string };

export type Sender = {
  kind: "push" | "chatwoot";
  secret: (n: number) => string;
  /** A body about the n-th conversation. */
  body: (n: number) => string;
  /** Signs with nothing that the product has. */
  sign: (secret: string, call: { id: string; timestamp: string; body: string }) => Record<string, string>;
  /** What a call leaves, beside its delivery. */
  leaves: "conversations" | "source_hints";
};

export const conversation = (id: unknown, more: object = {}) => ({
  id,
  messages: [{ at: "2026-10-01T10:00:00Z", author: { kind: "customer" }, text: "Grüße" }],
  ...more,
});

export const ownSender: Sender = {
  kind: "push",
  secret: (n) => `whsec_${Buffer.alloc(32, n).toString("base64")}`,
  body: (n) => JSON.stringify({ type: "conversation.updated", data: conversation(`p-${n}`) }),
  sign: (secret, { id, timestamp, body }) => {
    const hmac = createHmac("sha256", Buffer.from(secret.slice(6), "base64")).update(`${id}.${timestamp}.${body}`);
    return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${hmac.digest("base64")}` };
  },
  leaves: "conversations",
};

export const chatwootSender: Sender = {
  kind: "chatwoot",
  secret: (n) => `secret ${n}`,
  body: (n) => JSON.stringify({ event: "conversation_updated", id: n, name: "Zoë" }),
  sign: (secret, { id, timestamp, body }) => ({
    "x-chatwoot-delivery": id,
    "x-chatwoot-timestamp": timestamp,
    "x-chatwoot-signature": `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`,
  }),
  leaves: "source_hints",
};

let calls = 0;
type Wishes = { secret?: number; seconds?: number; body?: string; id?: string };

/** A call about a conversation that none was about before, signed now or some seconds from now. */
export const callOf = (sender: Sender, wishes: Wishes = {}): Call => {
  calls += 1;
  const { secret = 1, seconds = 0, body = sender.body(calls), id = `call-${calls}` } = wishes;
  const timestamp = String(Math.ceil(Date.now() / 1000) + seconds);
  return { body, headers: sender.sign(sender.secret(secret), { id, timestamp, body }) };
};

/** Adds a source that the sender signs for with its first secret. */
export const addSender = ({ db }: OwnApp, { kind, secret }: Sender, key: string): Promise<string> =>
  addConnection(db, {
    key,
    kind,
    settings: {},
    secrets: { [WEBHOOK_SECRET]: secret(1) },
    backfillFrom: null,
    now: new Date(),
  });

export const send = async ({ base }: OwnApp, key: string, { headers, body }: Call) => {
  const url = `${base}/api/webhooks/${encodeURIComponent(key)}`;
  const answer = await fetch(url, { method: "POST", headers, body });
  return { status: answer.status, answer: (await answer.json()) as Record<string, unknown> };
};

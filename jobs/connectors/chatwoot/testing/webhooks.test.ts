import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startFakeChatwoot } from "./fake.ts";

const startBoth = async () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const receiver = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(200).end();
  });
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  const fake = await startFakeChatwoot({ conversations: 5 });
  onTestFinished(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await fake.close();
  });
  fake.webhooks.subscribe(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
  return { fake, received };
};

const isSigned = (secret: string, { headers, body }: { headers: IncomingHttpHeaders; body: string }): boolean => {
  const signed = `${headers["x-chatwoot-timestamp"]}.${body}`;
  const expected = `sha256=${createHmac("sha256", secret).update(signed).digest("hex")}`;
  return headers["x-chatwoot-signature"] === expected;
};

test("what happens is delivered once, in order, signed over its time and its raw body", async () => {
  const { fake, received } = await startBoth();
  const id = fake.act({ type: "new_conversation" }).conversation ?? 0;
  fake.act({ type: "handoff", conversation: id });
  const sent = await fake.webhooks.deliver();
  expect(sent.map(({ event, status }) => `${event} ${status}`)).toEqual([
    "conversation_created 200",
    "message_created 200",
    "message_created 200",
    "message_created 200",
    "conversation_status_changed 200",
    "conversation_updated 200",
    "conversation_updated 200",
  ]);
  expect(received.every((one) => isSigned(fake.webhookSecret, one))).toBe(true);
  expect(new Set(received.map(({ headers }) => headers["x-chatwoot-delivery"])).size).toBe(7);
  expect(received[0]?.headers["x-chatwoot-timestamp"]).toBe(String(Date.parse("2026-11-02T10:00:00Z") / 1000));
  const changed = JSON.parse(received[4]?.body ?? "");
  expect(changed).toMatchObject({
    id,
    status: "open",
    changed_attributes: [{ status: { previous_value: "pending", current_value: "open" } }],
  });
  expect(JSON.parse(received[1]?.body ?? "")).toMatchObject({
    message_type: "incoming",
    created_at: "2026-11-02T10:00:00.000Z",
    conversation: { id },
  });
  expect(await fake.webhooks.deliver()).toEqual([]);
});

test("five copies share their delivery id, and come out of order", async () => {
  const { fake, received } = await startBoth();
  fake.act({ type: "new_conversation" });
  fake.act({ type: "new_conversation" });
  await fake.webhooks.deliver({ copies: 5, isShuffled: true });
  expect(received).toHaveLength(20);
  const order = received.map(({ headers }) => String(headers["x-chatwoot-delivery"]));
  expect(new Set(order).size).toBe(4);
  expect(order).not.toEqual(order.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
});

test("a bad signature is bad; a webhook can come before its conversation can be read", async () => {
  const { fake, received } = await startBoth();
  const id = fake.act({ type: "new_conversation", lateSeconds: 30 }).conversation ?? 0;
  await fake.webhooks.deliver({ isBadlySigned: true });
  expect(received.some((one) => isSigned(fake.webhookSecret, one))).toBe(false);
  const headers = { api_access_token: fake.token };
  expect((await fetch(`${fake.url}/api/v1/accounts/3/conversations/${id}`, { headers })).status).toBe(404);
});

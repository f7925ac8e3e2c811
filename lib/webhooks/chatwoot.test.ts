import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hintOf, signatureOf, verify } from "./chatwoot.ts";

const SECRET = "rotate-me";
const BODY = '{"event": "conversation_status_changed", "id": 42, "name": "Zoë"}';
const AT = new Date("2026-03-10T10:00:00Z");
const TIMESTAMP = String(AT.getTime() / 1000);

const sent = (secret = SECRET, body = BODY): Record<string, string> => ({
  "X-Chatwoot-Delivery": "d-1",
  "X-Chatwoot-Timestamp": TIMESTAMP,
  "X-Chatwoot-Signature": `sha256=${createHmac("sha256", secret).update(`${TIMESTAMP}.${body}`).digest("hex")}`,
});
const check = (headers: Record<string, string>, more: { body?: string; secrets?: string[]; now?: Date } = {}) =>
  verify({ headers, body: BODY, secrets: [SECRET], now: AT, ...more });

describe("Chatwoot's signature", () => {
  test("is what another implementation makes of it", () => {
    expect(signatureOf(SECRET, TIMESTAMP, BODY)).toBe(sent()["X-Chatwoot-Signature"]);
    expect(signatureOf(SECRET, TIMESTAMP, new TextEncoder().encode(BODY))).toBe(sent()["X-Chatwoot-Signature"]);
  });

  test("a valid call is taken, with its delivery id", () => {
    expect(check(sent())).toEqual({ ok: true, deliveryId: "d-1" });
  });

  test("one byte changed, or written again, is refused", () => {
    expect(check(sent(), { body: BODY.replace("42", "43") }).ok).toBe(false);
    expect(check(sent(), { body: JSON.stringify(JSON.parse(BODY)) }).ok).toBe(false);
    expect(check({ ...sent(), "X-Chatwoot-Signature": sent()["X-Chatwoot-Signature"]?.slice(7) ?? "" }).ok).toBe(false);
  });

  test("a delivery id that is too long to be remembered is refused", () => {
    expect(check({ ...sent(), "X-Chatwoot-Delivery": "x".repeat(200) }).ok).toBe(true);
    expect(check({ ...sent(), "X-Chatwoot-Delivery": "x".repeat(201) }).ok).toBe(false);
  });

  test("the old secret is taken during a rotation and refused after it", () => {
    expect(check(sent("old"), { secrets: ["new", "old"] }).ok).toBe(true);
    expect(check(sent("old"), { secrets: ["new"] }).ok).toBe(false);
    expect(check(sent(""), { secrets: ["", "new"] }).ok).toBe(false);
  });

  test.each([
    [-299, true],
    [299, true],
    [-301, false],
    [301, false],
  ])("a call %i s from now is taken: %s", (distance, ok) => {
    expect(check(sent(), { now: new Date(AT.getTime() - distance * 1000) }).ok).toBe(ok);
  });

  test.each(Object.keys(sent()))("a call without %s is refused, and says so", (name) => {
    const { [name]: _, ...rest } = sent();
    expect(check(rest)).toEqual({ ok: false, reason: `The header ${name} is missing.` });
  });
});

describe("the conversation a call hints at", () => {
  test.each([
    ["a conversation's own event", { event: "conversation_updated", id: 42 }, "42"],
    ["a message's conversation, not the message", { event: "message_created", id: 7, conversation: { id: 42 } }, "42"],
    ["a widget opened before there is a conversation", { event: "webwidget_triggered", id: 5 }, null],
    ["a contact", { event: "contact_updated", id: 9 }, null],
    ["typing", { event: "conversation_typing_on", conversation: { id: 42 } }, null],
    ["an event not known yet that names a conversation", { event: "copilot_ran", conversation: { id: "42" } }, "42"],
    ["nothing", {}, null],
  ])("%s", (_, payload, id) => {
    expect(hintOf(JSON.stringify(payload))).toBe(id);
    expect(hintOf(new TextEncoder().encode(JSON.stringify(payload)))).toBe(id);
  });

  test("a body that is no JSON object hints at nothing", () => {
    expect([hintOf("{"), hintOf("[1]"), hintOf("")]).toEqual([null, null, null]);
  });
});

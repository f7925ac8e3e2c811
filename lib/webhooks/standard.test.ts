import { describe, expect, test } from "vitest";
import { secretOf, sign, verify } from "./standard.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OTHER = secretOf(new Uint8Array(32).fill(7));
const BODY = '{"test": 2432232314}';
const AT = new Date(1_614_265_330_000);
const ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

const seconds = (n: number): Date => new Date(AT.getTime() + n * 1000);
const sent = (secrets = [SECRET]) => sign({ id: ID, at: AT, body: BODY, secrets });
const check = (headers: Record<string, string>, more: { body?: string; secrets?: string[]; now?: Date } = {}) =>
  verify({ headers, body: BODY, secrets: [SECRET], now: AT, ...more });

describe("Standard Webhooks", () => {
  test("signs as the published example", () => {
    expect(sent()).toEqual({
      "webhook-id": ID,
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  test("takes a valid call, as text, as bytes and as Headers, whatever the case of the names", () => {
    expect(check(sent())).toEqual({ ok: true, deliveryId: ID });
    const body = new TextEncoder().encode(BODY);
    expect(verify({ headers: new Headers(sent()), body, secrets: [SECRET], now: AT }).ok).toBe(true);
    const upper = Object.fromEntries(Object.entries(sent()).map(([key, value]) => [key.toUpperCase(), value]));
    expect(check(upper).ok).toBe(true);
  });

  test.each([0, 5, BODY.length - 1])("refuses a body with byte %i changed", (at) => {
    expect(check(sent(), { body: `${BODY.slice(0, at)}~${BODY.slice(at + 1)}` }).ok).toBe(false);
  });

  test("refuses the body parsed and written again", () => {
    expect(check(sent(), { body: JSON.stringify(JSON.parse(BODY)) }).ok).toBe(false);
  });

  test("refuses another id or another timestamp than were signed", () => {
    expect(check({ ...sent(), "webhook-id": "msg_other" }).ok).toBe(false);
    expect(check({ ...sent(), "webhook-timestamp": "1614265331" }).ok).toBe(false);
  });

  test("takes the old secret during a rotation and refuses it afterwards", () => {
    expect(check(sent([SECRET]), { secrets: [OTHER, SECRET] }).ok).toBe(true);
    expect(check(sent([SECRET]), { secrets: [OTHER] }).ok).toBe(false);
    expect(check(sent([OTHER, SECRET]), { secrets: [SECRET] }).ok).toBe(true);
  });

  test.each([
    [-299, true],
    [299, true],
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
  ])("a call %i s from now is taken: %s", (distance, ok) => {
    expect(check(sent(), { now: seconds(-distance) }).ok).toBe(ok);
  });

  test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])("refuses a call without %s", (name) => {
    const verdict = check({ ...sent(), [name]: "" });
    expect(verdict).toEqual({ ok: false, reason: `The header ${name} is missing.` });
  });

  test("refuses an id that is too long to be remembered", () => {
    const of = (id: string) => check(sign({ id, at: AT, body: BODY, secrets: [SECRET] }));
    expect(of("x".repeat(200)).ok).toBe(true);
    expect(of("x".repeat(201))).toEqual({ ok: false, reason: "The header webhook-id is too long." });
  });

  test("passes over signatures of other versions, secrets that are none, and no secrets at all", () => {
    const signature = `v1a,abc v2,${sent()["webhook-signature"].slice(3)}`;
    expect(check({ ...sent(), "webhook-signature": signature }).ok).toBe(false);
    expect(check({ ...sent(), "webhook-signature": `${signature} ${sent()["webhook-signature"]}` }).ok).toBe(true);
    expect(check(sent(), { secrets: ["whsec_%%%", SECRET] }).ok).toBe(true);
    expect(check(sent(), { secrets: [] }).ok).toBe(false);
    expect(check(sent(), { secrets: ["whsec_"] }).ok).toBe(false);
    expect(check({ ...sent(), "webhook-timestamp": "soon" }).ok).toBe(false);
  });
});

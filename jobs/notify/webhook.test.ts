import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { secretOf, verify } from "#lib/webhooks/standard.ts";
import type { Verdict } from "./sender.ts";
import { sendSlack } from "./slack.ts";
import { outgoing } from "./testing/outgoing.ts";
import { type Answer, openReceiver } from "./testing/receivers.ts";
import { sendWebhook } from "./webhook.ts";

const SECRET = secretOf(new Uint8Array(32).fill(7));
const rule = { allowsLoopback: true, allowedHosts: [] };
const held: { receiver: Awaited<ReturnType<typeof openReceiver>> | null } = { receiver: null };
const there = () => {
  if (!held.receiver) throw new Error("no receiver");
  return held.receiver;
};

beforeAll(async () => {
  held.receiver = await openReceiver();
});
afterAll(() => there().close());
beforeEach(() => Object.assign(there(), { answer: () => ({}), posted: [] }));

const send = (more: { url?: string; secret?: string | null; answer?: Answer } = {}): Promise<Verdict> => {
  const { answer = {}, secret = SECRET, url = there().url } = more;
  there().answer = () => answer;
  return sendWebhook({ rule, timeout: there().timeout })(outgoing(), { settings: { kind: "webhook", url }, secret });
};

describe("a signed webhook", () => {
  test("carries the key as webhook-id and a signature that its receiver can check", async () => {
    expect(await send()).toEqual({ kind: "sent", problem: null });
    const [{ headers = {}, body = "" } = {}] = there().posted;
    const { key, now } = outgoing();
    expect(verify({ headers, body, secrets: [SECRET], now })).toEqual({ ok: true, deliveryId: key });
    expect(headers["idempotency-key"]).toBe(key);
    expect(verify({ headers, body, secrets: [secretOf(new Uint8Array(32))], now }).ok).toBe(false);
  });

  test("says in fields what happened, and in words too", async () => {
    await send();
    const told = JSON.parse(there().posted[0]?.body ?? "");
    expect(told).toMatchObject({ type: "alarm.fired", timestamp: "2026-11-19T13:05:00.000Z" });
    expect(told.data).toMatchObject({
      ...{ key: outgoing().key, incident_id: outgoing().notification.incidentId, level: 0, reason: null },
      ...{ queue: { source: "desk", team: "Billing EU" }, value: 17.4, threshold: 15, others: [] },
      text: expect.stringMatching(/^Billing EU: oldest wait 17 min/),
      url: "https://seam.example.com/queue?incident=018f0000-0000-7000-8000-00000000000a",
    });
    expect(told.data.cause.factors[0]).toMatchObject({ factor: "people", now: 3, usual: 6, share: 0.8 });
  });

  test("of a test opens no alarm", async () => {
    there().answer = () => ({});
    const settings = { kind: "webhook", url: there().url } as const;
    await sendWebhook({ rule })({ ...outgoing(), isTest: true }, { settings, secret: SECRET });
    expect(JSON.parse(there().posted[0]?.body ?? "")).toMatchObject({ type: "alarm.test" });
  });

  test("without its secret is not sent", async () => {
    expect(await send({ secret: null })).toMatchObject({ kind: "refused" });
    expect(there().posted).toEqual([]);
  });
});

describe("what comes back", () => {
  test("any 2xx counts as delivered, garbage, nothing and a page of HTML too", async () => {
    for (const answer of [{ body: "\u0000\ufffd{" }, { status: 204, body: "" }, { status: 202, body: "<html>" }])
      expect(await send({ answer })).toEqual({ kind: "sent", problem: null });
  });

  test.each([
    [408, "failed", "The receiver was too slow (408)."],
    [429, "failed", "The receiver asks for fewer messages (429)."],
    [500, "failed", "The receiver has a fault of its own (500)."],
    [503, "failed", "The receiver has a fault of its own (503)."],
    [301, "refused", "The receiver points to another address (301), which is not followed: enter that address."],
    [400, "refused", "The receiver refuses the message (400)."],
    [401, "refused", "The receiver does not let us in (401)."],
    [404, "refused", "The receiver has nothing at this address (404)."],
    [410, "refused", "This address has been given up by the receiver (410): enter another."],
  ])("%i is %s: %s", async (status, kind, sentence) => {
    const headers = { location: `${there().url}/elsewhere` };
    expect(await send({ answer: { status, headers } })).toMatchObject({ kind, sentence });
    expect(there().posted).toHaveLength(1);
  });

  test("whoever asks for a pause is not asked again before", async () => {
    const inSeconds = await send({ answer: { status: 429, headers: { "retry-after": "90" } } });
    expect(inSeconds).toMatchObject({ notBefore: new Date("2026-11-19T13:06:32Z") });
    expect(await send({ answer: { status: 503 } })).toMatchObject({ notBefore: null });
  });

  test("one that takes the message and never answers may have it: it is tried again under the same key", async () => {
    const verdict = await send({ answer: { hangs: true } });
    expect(verdict).toEqual({
      kind: "failed",
      sentence: "The receiver did not answer within 15 seconds.",
      notBefore: null,
    });
    await send();
    expect(new Set(there().posted.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(there().posted.map(({ body }) => body)).size).toBe(1);
  });

  test("nobody there is tried again, a name that leads nowhere is not", async () => {
    const gone = await openReceiver();
    await gone.close();
    expect(await send({ url: gone.url })).toEqual({
      kind: "failed",
      sentence: "The receiver could not be reached (ECONNREFUSED).",
      notBefore: null,
    });
    expect(await send({ url: "http://nowhere.invalid/" })).toEqual({
      kind: "refused",
      sentence: "There is no address named nowhere.invalid.",
    });
  });

  test("an address of the inner network is refused, as a number and as a name", async () => {
    const strict = { allowsLoopback: false, allowedHosts: [] };
    for (const url of [there().url, there().url.replace("127.0.0.1", "localhost"), "http://169.254.169.254/"]) {
      const verdict = await sendWebhook({ rule: strict })(outgoing(), {
        settings: { kind: "webhook", url },
        secret: SECRET,
      });
      expect(verdict).toMatchObject({ kind: "refused", sentence: expect.stringContaining("inner network") });
    }
    expect(there().posted).toEqual([]);
  });
});

describe("Slack", () => {
  const slack = (secret: string | null, answer: Answer = {}) => {
    there().answer = () => answer;
    return sendSlack({ rule })(outgoing({ queue: { source: "desk", team: "<!channel> & co" } }), {
      settings: { kind: "slack" },
      secret,
    });
  };

  test("is told in blocks, with all of it in the text for what only resembles Slack, and nobody is called by a name", async () => {
    expect(await slack(there().url)).toEqual({ kind: "sent", problem: null });
    const told = JSON.parse(there().posted[0]?.body ?? "");
    expect(told.text).toMatch(/^&lt;!channel&gt; &amp; co: oldest wait 17 min/);
    expect(told.text).toContain("https://seam.example.com/queue?incident=");
    expect(told.blocks.map(({ text }: { text: { text: string } }) => text.text)).toEqual([
      expect.stringMatching(/^\*&lt;!channel&gt; &amp; co: oldest wait/),
      expect.stringMatching(/^It is too few people/),
      expect.stringMatching(/^<https:\/\/seam\.example\.com\/queue\?incident=.*\|Open in Seam>$/),
    ]);
  });

  test("its address, which is a secret, is in no sentence", async () => {
    const secret = `${there().url}/T000/B000/verysecret`;
    for (const answer of [{ status: 404 }, { status: 500 }, { status: 302 }])
      expect(JSON.stringify(await slack(secret, answer))).not.toContain("verysecret");
    expect(JSON.stringify(await slack("http://nowhere.invalid/verysecret"))).not.toContain("verysecret");
    expect(JSON.stringify(await slack("no address at all/verysecret"))).not.toContain("verysecret");
    expect(await slack(null)).toMatchObject({ kind: "refused" });
  });
});

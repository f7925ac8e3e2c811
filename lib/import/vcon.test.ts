import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AUTHOR_KINDS,
  CONVERSATION_FLAGS,
  EVENT_TYPES,
  MESSAGE_KINDS,
  PROVENANCES,
  RATING_LEGS,
  TRIGGERS,
  VISIBILITIES,
} from "#lib/conversation/types.ts";
import { EXAMPLE } from "./example.ts";
import { parseRecord } from "./record.ts";
import { isVcon, recordOfVcon } from "./vcon-read.ts";
import { vconOfConversation } from "./vcon-write.ts";

const context = { now: new Date("2026-11-20T12:00:00Z"), zone: "Europe/Berlin", defaultSource: "test" };
const taken = (json: unknown) => {
  const parsed = parseRecord(json, context);
  if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
  return parsed.conversation;
};
type Json = Record<string, unknown>;

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "<b>bold</b> & &lt;p&gt;",
    "&lt;p&gt; a tag",
    "Ok\n\n> quoted",
    "On Mon, Ray wrote:\n> a",
    "> b\n\nDid that.",
    '{"to_team":"x"}',
  ),
);
const id = fc.oneof(fc.constantFrom("u-1", "bot-1", "a-1"), fc.string({ minLength: 1, maxLength: 400 }));
const at = fc.integer({ min: 0, max: 1e9 }).map((ms) => new Date(Date.UTC(2026, 10, 1) + ms).toISOString());
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });
const free = fc.dictionary(text, fc.jsonValue() as fc.Arbitrary<unknown>, { maxKeys: 3 });

const record = fc.record({
  id,
  source: id,
  revision: maybe(id),
  ...{ url: maybe(text), channel: maybe(text), language: maybe(text), subject: maybe(text), topic: maybe(text) },
  ...{ brand: maybe(text), status: maybe(text), tags: some(text), merged_into: maybe(id), extra: free },
  created_at: at,
  updated_at: maybe(at),
  deleted: fc.boolean(),
  flags: some(fc.constantFrom(...CONVERSATION_FLAGS)),
  customer: maybe(
    fc.record({
      id,
      name: maybe(text),
      plan: maybe(text),
      vip: maybe(fc.boolean()),
      created_at: maybe(at),
      attributes: free,
    }),
  ),
  participants: some(
    fc.record({
      id,
      kind: fc.constantFrom(...AUTHOR_KINDS),
      name: maybe(text),
      team: maybe(text),
      version: maybe(text),
    }),
  ),
  messages: some(
    fc.record({
      id: maybe(id),
      at,
      author: fc.record({
        kind: fc.constantFrom(...AUTHOR_KINDS),
        id: maybe(id),
        name: maybe(text),
        team: maybe(text),
      }),
      visibility: fc.constantFrom(...VISIBILITIES),
      kind: fc.constantFrom(...MESSAGE_KINDS),
      automated: fc.boolean(),
      text,
      html: maybe(text),
      ai: maybe(
        fc.record({
          confidence: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
          retrieval: some(
            fc.record({
              id,
              title: maybe(text),
              url: maybe(text),
              score: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
            }),
          ),
        }),
      ),
    }),
  ),
  handoffs: some(
    fc.record({
      ...{ id: maybe(id), at, provenance: fc.constantFrom(...PROVENANCES), from: maybe(id), reason: maybe(text) },
      ...{ trigger: fc.constantFrom(...TRIGGERS), promised_wait_s: maybe(fc.nat()), queue_position: maybe(fc.nat()) },
      ...{ to_team: maybe(text), accepted_at: maybe(at), accepted_by: maybe(id) },
      context: maybe(fc.record({ summary: maybe(text), attempted: some(id), suggested_next_steps: some(text) })),
    }),
  ),
  events: some(fc.record({ id: maybe(id), at, type: fc.constantFrom(...EVENT_TYPES), actor: maybe(id), data: free })),
  surveys: some(fc.record({ id, sent_at: at, about: fc.constantFrom(...RATING_LEGS) })),
  csat: some(
    fc.record({
      ...{ id: maybe(id), survey_id: maybe(id), score: fc.integer({ min: 1, max: 5 }), at, comment: maybe(text) },
      about: fc.record({ kind: fc.constantFrom(...AUTHOR_KINDS), id: maybe(id) }),
    }),
  ),
});

describe("vCon", () => {
  const folder = join(import.meta.dirname, "../../../shared/specs/vcon");
  const samples = existsSync(join(folder, "examples")) ? readdirSync(join(folder, "examples")).sort() : [];

  const needsSamples = test.skipIf(samples.length === 0);
  const where = "(skipped without ../shared/specs/vcon)";

  needsSamples(`every sample in circulation is taken ${where}`, () => {
    const read = samples.map((name) => {
      const json: unknown = JSON.parse(readFileSync(join(folder, "examples", name), "utf8"));
      expect(isVcon(json), name).toBe(true);
      const { messages, channel } = taken(recordOfVcon(json as Record<string, unknown>, name));
      return [name.replace(".vcon.json", ""), channel, messages.length];
    });
    expect(read).toEqual([
      ["ab_call_ext_rec", "phone", 0],
      ["ab_call_ext_rec_amended", "phone", 1],
      ["ab_call_ext_rec_redacted", "phone", 18],
      ["ab_email_acct_prob_thread", "email", 2],
      ["ab_email_prob_followup_text_thread", "email", 3],
      ["paired-agent-session", "web_chat", 5],
      ["vcon-mcp-siprec-billing-dispute", "phone", 11],
      ["vcon-mcp-teams-escalation-review", "phone", 0],
    ]);
  });

  needsSamples(`what is written validates strictly against the working group's schema ${where}`, () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(join(folder, "vcon_json_schema.json"), "utf8")) as object;
    const valid = ajv.validate(schema, JSON.parse(JSON.stringify(vconOfConversation(taken(EXAMPLE)))));
    expect(ajv.errors).toBeNull();
    expect(valid).toBe(true);
  });

  test("written and read back it is the same conversation", () => {
    const before = taken(EXAMPLE);
    const vcon = JSON.parse(JSON.stringify(vconOfConversation(before))) as Record<string, unknown>;
    expect(isVcon(vcon)).toBe(true);
    expect(taken(recordOfVcon(vcon, "x"))).toEqual(before);
  });

  const written = (json: unknown): Json => JSON.parse(JSON.stringify(vconOfConversation(taken(json)))) as Json;

  test("any conversation, written and read back, is the same but for what was wrong with its first reading", () => {
    fc.assert(
      fc.property(record, (json) => {
        const before = taken(JSON.parse(JSON.stringify(json)));
        expect(taken(recordOfVcon(written(json), "x"))).toEqual({ ...before, defects: expect.any(Array) });
      }),
      { numRuns: 300 },
    );
  });

  test("an author without id is a party of its own, never another's", () => {
    const message = { at: "2026-11-02T10:00:00Z", author: { kind: "ai" }, text: "Hi" };
    const vcon = written({
      id: "c",
      created_at: message.at,
      customer: { id: "u" },
      participants: [{ id: "u", kind: "customer" }],
      messages: [message],
    });
    expect(vcon["parties"]).toMatchObject([{ role: "customer" }, { type: "bot" }]);
    expect(vcon["dialog"]).toMatchObject([{ originator: 1, parties: [1] }]);
  });

  test("a vCon whose dialogs carry no time is taken at its own", () => {
    const vcon = {
      uuid: "u",
      created_at: "2026-11-02T10:00:00Z",
      parties: [{ name: "Kim" }],
      dialog: [{ type: "text", parties: [0], body: "Hi" }],
    };
    expect(taken(recordOfVcon(vcon, "x"))).toMatchObject({
      createdAt: new Date(vcon.created_at),
      messages: [{ text: "Hi" }],
    });
  });

  const hostile = { toString: 1, toJSON: 1, valueOf: 1 };
  test.each<[string, Json]>([
    ["a body that is not base64", { body: "%%%", encoding: "base64url" }],
    [
      "objects where texts belong",
      { start: hostile, mediatype: hostile, mimetype: hostile, body: hostile, message_id: hostile },
    ],
    [
      "parts within parts",
      {
        mediatype: "multipart/mixed; boundary=b0",
        body: Array.from(
          { length: 20_000 },
          (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
        ).join(""),
      },
    ],
    ["a body of many levels", { body: JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown }],
  ])("%s stops nothing", (_name, dialog) => {
    const analysis = [{ type: hostile, body: hostile }];
    const vcon = {
      uuid: "u",
      created_at: "2026-11-02T10:00:00Z",
      parties: [{ name: "Kim" }],
      dialog: [{ type: "text", parties: [0], ...dialog }],
      analysis,
    };
    expect(taken(recordOfVcon(vcon, "x")).externalId).toBe("u");
  });
});

import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { EXAMPLE } from "./example.ts";
import { parseRecord } from "./record.ts";
import { compareRevisions } from "./revision.ts";
import { importJsonSchema, recordSchema } from "./schema.ts";

const context = { now: new Date("2026-11-20T12:00:00Z"), zone: "Europe/Berlin", defaultSource: "test" };
const parse = (json: unknown) => parseRecord(json, context);
const taken = (json: unknown) => {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`);
  return parsed.conversation;
};

const message = (more: object = {}) => ({
  id: "m1",
  at: "2026-11-02T10:00:00Z",
  author: { kind: "customer", id: "u" },
  text: "Hi",
  ...more,
});
const minimal = (more: object = {}) => ({
  id: "c",
  created_at: "2026-11-02T10:00:00Z",
  messages: [message()],
  ...more,
});
const codes = (json: unknown) => taken(json).defects.map(({ field, code }) => `${code} ${field}`);

describe("the published example", () => {
  test("fits the schema and is taken without a defect", () => {
    expect(recordSchema.safeParse(EXAMPLE).success).toBe(true);
    expect(new Ajv2020({ strict: false }).validate(importJsonSchema(), EXAMPLE)).toBe(true);
    const conversation = taken(EXAMPLE);
    expect(conversation.defects).toEqual([]);
    expect(conversation).toMatchObject({
      source: "acme-bot",
      externalId: "c-1042",
      channel: "web_chat",
      topic: "billing",
    });
    expect(conversation.handoffs[0]).toMatchObject({
      trigger: "customer_request",
      promisedWaitSeconds: 600,
      toTeam: "billing",
    });
    expect(conversation.messages[1]?.ai).toEqual({
      confidence: 0.41,
      retrieval: [{ id: "kb-12", title: "Refunds", url: "https://help.example.com/refunds", score: 0.58 }],
    });
  });
});

describe("a record is refused only when", () => {
  test.each([
    ["it is no object", [1], ""],
    ["it has no id", { ...minimal(), id: null }, "id"],
    ["no time at all is usable", minimal({ created_at: "soon", messages: [message({ at: "later" })] }), "created_at"],
    ["no author is usable", minimal({ messages: [message({ author: { kind: "robot" } })] }), "messages"],
  ])("%s", (_name, json, field) => {
    expect(parse(json)).toMatchObject({ ok: false, field });
  });
});

describe("a bad field is left out and listed", () => {
  test.each([
    [
      "unknown event",
      minimal({ events: [{ at: "2026-11-02T10:00:00Z", type: "sneezed" }] }),
      ["unknown_value events[0].type"],
    ],
    ["unknown flag", minimal({ flags: ["vip"] }), ["unknown_value flags"]],
    ["no zone", minimal({ created_at: "2026-11-02 10:00" }), ["time_without_zone created_at"]],
    ["the future", minimal({ updated_at: "2036-11-02T10:00:00Z" }), ["time_in_future updated_at"]],
    ["before 2000", minimal({ updated_at: "1970-01-01T00:00:00Z" }), ["time_before_2000 updated_at"]],
    ["7 on 1–5", minimal({ csat: [{ score: 7, at: "2026-11-02T10:00:00Z" }] }), ["score_outside_scale csat[0].score"]],
    ["no messages", minimal({ messages: [] }), ["no_messages messages"]],
    [
      "twice the same id",
      minimal({ messages: [message(), message({ text: "Hi again" })] }),
      ["duplicate_id messages.id"],
    ],
    ["NUL", minimal({ subject: "a\u0000b" }), ["unstorable_character subject"]],
    [
      "half a surrogate pair",
      minimal({ messages: [message({ text: "a\ud83d" })] }),
      ["unstorable_character messages[0].text"],
    ],
    ["a time that is none", minimal({ updated_at: "yesterday" }), ["bad_value updated_at"]],
    ["30 February", minimal({ updated_at: "2026-02-30T10:00:00Z" }), ["bad_value updated_at"]],
    [
      "a confidence of 41",
      minimal({ messages: [message({ ai: { confidence: 41 } })] }),
      ["bad_value messages[0].ai.confidence"],
    ],
    [
      "a queue position below 0",
      minimal({ handoffs: [{ at: "2026-11-02T10:00:00Z", queue_position: -1 }] }),
      ["bad_value handoffs[0].queue_position"],
    ],
    ["a score of blanks", minimal({ csat: [{ score: " ", at: "2026-11-02T10:00:00Z" }] }), ["bad_value csat[0].score"]],
    ["an id too long for an index", minimal({ customer: { id: "x".repeat(301) } }), ["too_long customer.id"]],
    [
      "a value of too many levels",
      minimal({ mood: JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`) }),
      ["too_long extra"],
    ],
  ])("%s", (_name, json, expected) => {
    expect(codes(json)).toEqual(expected);
  });
});

test("times come with a zone, in the workspace's, in seconds and in milliseconds", () => {
  const at = (created_at: unknown) => taken(minimal({ created_at })).createdAt.toISOString();
  expect(at("2026-11-02T10:00:00+02:00")).toBe("2026-11-02T08:00:00.000Z");
  expect(at("2026-11-02 10:00:00")).toBe("2026-11-02T09:00:00.000Z");
  expect(at(1_793_613_600)).toBe("2026-11-02T10:00:00.000Z");
  expect(at(1_793_613_600_000)).toBe("2026-11-02T10:00:00.000Z");
  expect(at("1793613600")).toBe("2026-11-02T10:00:00.000Z");
});

test("a missing creation time is that of the first message", () => {
  expect(taken(minimal({ created_at: undefined })).createdAt.toISOString()).toBe("2026-11-02T10:00:00.000Z");
});

test("yes and no come as JSON, as numbers and as spreadsheets write them", () => {
  const vip = (value: unknown) => taken(minimal({ customer: { id: "u", vip: value } })).customer?.vip;
  expect([true, 1, "TRUE", "Yes"].map(vip)).toEqual([true, true, true, true]);
  expect([false, 0, "FALSE", "no", "maybe"].map(vip)).toEqual([false, false, false, false, null]);
});

test("unknown keys are kept", () => {
  expect(taken(minimal({ mood: "grim", extra: { a: 1 } })).extra).toEqual({ a: 1, mood: "grim" });
});

test("messages come out in time order, whatever order they came in", () => {
  const late = message({ id: "m2", at: "2026-11-02T10:05:00Z" });
  expect(taken(minimal({ messages: [late, message()] })).messages.map(({ id }) => id)).toEqual(["m1", "m2"]);
});

test("HTML becomes text", () => {
  const [said] = taken(minimal({ messages: [message({ text: "<p>Hello <b>you</b></p><p>Bye</p>" })] })).messages;
  expect(said?.text).toBe("Hello you\n\nBye");
  expect(taken(minimal({ messages: [message({ text: "1 < 2 and 3 > 2" })] })).messages[0]?.text).toBe(
    "1 < 2 and 3 > 2",
  );
});

test.each([
  ["Works now.\n\nOn Mon, 2 Nov 2026 at 10:00, Ray <ray@x.example> wrote:\n> Please restart", "Works now."],
  ["Danke!\n\nAm 2. November 2026 um 10:00 schrieb Ray:\n> Bitte neu starten", "Danke!"],
  ["See below\n-----Original Message-----\nFrom: Ray", "See below"],
  ["Ok\n\nFrom: Ray\nSent: Monday\nTo: Kim\n\nPlease restart", "Ok"],
  ["> Please restart\n\nDid that.", "Did that."],
])("quoted mail history is kept apart: %j", (text, own) => {
  const [said] = taken(minimal({ messages: [message({ text })] })).messages;
  expect(said?.text).toBe(own);
  expect(said?.quoted).toBeTruthy();
});

test("what was deleted at its source keeps nothing of what was said", () => {
  const conversation = taken({ ...EXAMPLE, deleted: true });
  expect(conversation.deleted).toBe(true);
  expect(JSON.stringify(conversation)).not.toMatch(/Kim|charged|Double/);
});

test("revisions: numbers by size, times by instant, equal ones by content", () => {
  const sign = (a: string, b: string, [x, y] = ["1", "1"]) =>
    Math.sign(compareRevisions({ revision: a, sha256: x }, { revision: b, sha256: y }));
  expect(sign("9", "10")).toBe(-1);
  expect(sign("2026-11-02T10:00:00+02:00", "2026-11-02T09:00:00Z")).toBe(-1);
  expect(sign("7", "7", ["a", "b"])).toBe(-1);
  // In Kathmandu, where the tests run, 10:00 without zone would come before 05:00 in UTC.
  expect(sign("2026-11-02T05:00:00Z", "2026-11-02T10:00:00")).toBe(-1);
  expect(sign("2026-11-02T10:00:00~9", "2026-11-02T10:00:00~10")).toBe(-1);
  expect(sign("7", "7")).toBe(0);
});

test("a visibility that is not known is a note, never a word to the customer", () => {
  const messages = [
    { at: "2026-11-02T10:00:00Z", author: { kind: "human" }, text: "Look at this", visibility: "private" },
    { at: "2026-11-02T10:00:01Z", author: { kind: "human" }, text: "Hello" },
  ];
  const parsed = parseRecord(
    { id: "v", messages },
    { now: new Date("2026-11-20T00:00:00Z"), zone: "UTC", defaultSource: "test" },
  );
  expect(parsed.ok && parsed.conversation.messages.map(({ visibility }) => visibility)).toEqual(["internal", "public"]);
  expect(parsed.ok && parsed.conversation.defects.map(({ code }) => code)).toContain("unknown_value");
});

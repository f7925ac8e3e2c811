import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { chatwoot } from "./connector.ts";
import { Plain, SETTINGS } from "./testing/plain.ts";

describe("a new connection", () => {
  test("who and what is there", async () => {
    expect(await chatwoot.discover(new Plain().session())).toEqual({
      account: "Acme",
      teams: [{ id: "2", name: "Billing" }],
      agents: [{ id: "7", name: "Ray" }],
      inboxes: [{ id: "3", name: "Site", channel: "web_chat" }],
    });
  });

  test.each<[string, (plain: Plain) => void, string, RegExp]>([
    ["no answer", (plain) => Object.assign(plain, { statuses: { profile: 0 } }), "unavailable", /^No answer from/],
    ["no Chatwoot", (plain) => Object.assign(plain, { statuses: { profile: 404 } }), "bad_input", /no Chatwoot at/],
    [
      "another's JSON",
      (plain) => Object.assign(plain, { answer: () => ({ hello: 1 }) }),
      "bad_input",
      /no Chatwoot at/,
    ],
    ["a page of HTML", (plain) => Object.assign(plain, { answer: () => null }), "bad_input", /no Chatwoot at/],
    ["the token refused", (plain) => Object.assign(plain, { statuses: { profile: 401 } }), "unauthorised", /refused/],
    ["an agent's token", (plain) => Object.assign(plain, { role: "agent" }), "forbidden", /administrator/],
    ["no permission", (plain) => Object.assign(plain, { statuses: { agents: 403 } }), "forbidden", /may not see/],
    ["the account gone", (plain) => Object.assign(plain, { statuses: { teams: 404 } }), "not_found", /no account 1/],
    ["an error", (plain) => Object.assign(plain, { statuses: { inboxes: 502 } }), "unavailable", /answered 502/],
    ["too many requests", (plain) => Object.assign(plain, { statuses: { agents: 429 } }), "too_many", /fewer/],
  ])("%s is said in one sentence", async (_, spoil, code, sentence) => {
    const plain = new Plain();
    spoil(plain);
    const error = await chatwoot.discover(plain.session()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
  });

  test("another account than the token's is said", async () => {
    const plain = new Plain();
    const session = { ...plain.session(), settings: { ...SETTINGS, accountId: "8" } };
    await expect(chatwoot.discover(session)).rejects.toMatchObject({ code: "not_found" });
  });
});

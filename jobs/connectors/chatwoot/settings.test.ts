import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { chatwoot } from "./connector.ts";
import { SETTINGS } from "./testing/plain.ts";

describe("a new connection", () => {
  test("settings are read as people type them", () => {
    expect(SETTINGS).toEqual({
      address: "https://chat.example.com",
      accountId: "1",
      token: "t",
      webhookSecret: null,
      botUserIds: [],
    });
    const typed = { address: " http://10.0.0.5:3000/help/ ", accountId: "12", token: " t ", botUserIds: "3, 5," };
    expect(chatwoot.settings(typed)).toMatchObject({
      address: "http://10.0.0.5:3000/help",
      accountId: "12",
      token: "t",
      botUserIds: ["3", "5"],
    });
    expect(chatwoot.access(chatwoot.settings(typed))).toEqual({
      base: "http://10.0.0.5:3000/help/api/v1",
      headers: { api_access_token: "t" },
      perSecond: 20,
    });
  });

  test.each([
    [{ accountId: "1", token: "t" }, /address/],
    [{ address: "ftp://x", accountId: "1", token: "t" }, /not a web address/],
    [{ address: "a.example", accountId: "acme", token: "t" }, /number/],
    [{ address: "a.example", accountId: "1", token: "" }, /token/],
    [{ address: "a.example", accountId: "1", token: "t", botUserIds: "Ray" }, /numbers/],
  ])("settings that cannot be used are refused: %o", (given, sentence) => {
    expect(() => chatwoot.settings(given)).toThrow(AppError);
    expect(() => chatwoot.settings(given)).toThrow(sentence);
  });
});

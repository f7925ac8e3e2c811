import { expect, test } from "vitest";
import { METRIC_KEYS } from "#lib/metrics/catalogue.ts";
import { chatwootSource } from "./chatwoot.ts";
import { isElsewhere } from "./descriptor.ts";

const { fields, gives, webhook } = chatwootSource;

test("every metric has a grade, and its reason is one sentence", () => {
  expect(Object.keys(gives).sort()).toEqual([...METRIC_KEYS].sort());
  for (const { why } of Object.values(gives)) expect(why).toMatch(/^[A-Z][^.!?]+\.$/);
});

test("secrets are typed unseen, and every field says in one sentence where to find it", () => {
  for (const { isSecret, type, hint } of fields) {
    expect(type === "password").toBe(isSecret);
    expect(hint).toMatch(/\.$/);
  }
  expect(fields.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual(["token", "webhookSecret"]);
  expect(webhook?.setUp).toMatch(/^[A-Z][^.!?]+\.$/);
});

test("another address or account is elsewhere, another bot is not", () => {
  const before = { address: "https://a.example", accountId: "1", botUserIds: "" };
  expect(isElsewhere(chatwootSource, before, { ...before, botUserIds: "7" })).toBe(false);
  expect(isElsewhere(chatwootSource, before, { ...before, address: "https://b.example" })).toBe(true);
  expect(isElsewhere(chatwootSource, before, { ...before, accountId: "2" })).toBe(true);
});

import { expect, test } from "vitest";
import { METRIC_KEYS } from "#lib/metrics/catalogue.ts";
import { chatwootSource } from "./chatwoot.ts";

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

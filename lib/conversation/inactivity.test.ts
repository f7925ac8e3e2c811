import { expect, test } from "vitest";
import { ai, at, conversation, customer, noHistory, utcHours } from "#lib/testing/build.ts";
import { assess } from "./assess.ts";
import type { InactivityHours } from "./channels.ts";

const endsIn = (channel: string, inactivityHours?: InactivityHours) => {
  const input = conversation([customer("10:00"), ai("10:01")], { channel });
  const context = { now: at("10:02"), calendarOf: utcHours, ...(inactivityHours && { inactivityHours }) };
  const { reassessAt } = assess(input, noHistory, context);
  return reassessAt && Math.floor((reassessAt.getTime() - at("10:01").getTime()) / 3_600_000);
};

test.each([
  ["web_chat", undefined, 24],
  ["whatsapp", undefined, 24],
  ["email", undefined, 72],
  ["web_chat", { sync: 2 }, 2],
  ["whatsapp", { sync: 2 }, 24],
  ["whatsapp", { messaging: 48 }, 48],
  ["email", { email: 120 }, 120],
  ["a channel nobody knows", { messaging: 8 }, 8],
] as const)("on %s with %o an episode ends after %i silent hours", (channel, agreed, hours) => {
  expect(endsIn(channel, agreed)).toBe(hours);
});

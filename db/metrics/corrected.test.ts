import { expect, test } from "vitest";
import { type FindingKey, reviewFinding } from "#db/reviews.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { addUser } from "#db/users.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { ai, at, closed, conversation, customer, handoff, human } from "#lib/testing/build.ts";
import { correctedOf } from "./corrected.ts";
import { measure } from "./measure.ts";

const held = testDb();
const now = at("+30d 12:00");
const week = parseFilters({ from: "2026-03-09", to: "2026-03-15" }, { now, zone: "UTC" });

const SAYS_AGAIN = "As I already told the bot, it is broken";
const told = (i: number) =>
  conversation(
    [
      customer("10:00", "My lamp is dark"),
      ai("10:01", "Please restart it"),
      human("10:05", "Good morning"),
      customer("10:06", i < 20 ? SAYS_AGAIN : "Good morning"),
    ],
    {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      handoffs: [handoff("10:03")],
      events: [closed("12:00")],
    },
  );

const keysOf = () => held.db.$client<FindingKey[]>`
  select conversation_id as "conversationId", message_id as "messageId", scanner, label, rule, start from findings
  where rule like 'R1.%' order by conversation_id`;

test("a rate stands corrected once ten of its findings were judged, counted from what the rules found by themselves", async () => {
  const items = Array.from({ length: 100 }, (_, i) => told(i)).map((one) => ({
    conversation: one,
    payload: one.externalId,
    eventId: "1",
  }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
  const mara = { email: "mara@example.org", name: "Mara", role: "manager", passwordHash: "x" } as const;
  const reviewerId = await addUser(held.db, { ...mara, now });
  const keys = await keysOf();
  expect(keys).toHaveLength(20);
  const judge = async (some: FindingKey[], verdict: "confirmed" | "dismissed") => {
    for (const key of some) await reviewFinding(held.db, key, { verdict, reviewerId, now });
    await assessPending(held.db, { now });
  };
  await judge(keys.slice(0, 4), "dismissed");
  await judge(keys.slice(4, 9), "confirmed");
  expect((await correctedOf(held.db, week)).size).toBe(0);
  await judge(keys.slice(9, 10), "confirmed");
  expect(await measure(held.db, "explicitRepetition", week)).toMatchObject({ part: 16, n: 100 });
  const corrected = (await correctedOf(held.db, week)).get("explicitRepetition");
  // 20 of 100 found, 6 of 10 right, nearly all found of what is so.
  expect(corrected?.judged).toBe(10);
  expect(corrected?.value).toBeGreaterThan(0.118);
  expect(corrected?.value).toBeLessThan(0.124);
  expect(corrected?.low).toBeLessThan(0.08);
  expect(corrected?.high).toBeGreaterThan(0.18);
  expect((await correctedOf(held.db, week)).has("coldIntroduction")).toBe(false);
});

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { countBy } from "#db/metrics/count-by.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { ai, at, closed, conversation, customer, handoff, human, rating } from "#lib/testing/build.ts";

const held = testDb();
const now = at("+30d 12:00");
const LONG = "大".repeat(3000);

const told = (
  i: number,
  { reply, promised, topic }: { reply: string | null; promised: number | null; topic: string },
) =>
  conversation(
    [
      customer("10:00", "My refund has not come"),
      ai("10:01", "It takes five days"),
      ...(reply === null ? [] : [human(reply, "Which order?"), customer("10:50", "As I already told the bot, 12")]),
    ],
    {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      topic,
      handoffs: [handoff("10:03", { promisedWaitSeconds: promised, toTeam: topic })],
      events: [closed("12:00")],
      ratings: [rating("12:05", 4)],
    },
  );

beforeAll(async () => {
  const all = [
    told(1, { reply: "10:05", promised: 300, topic: "refund" }),
    told(2, { reply: "10:08", promised: 60, topic: LONG }),
    told(3, { reply: "10:40", promised: null, topic: LONG }),
    told(4, { reply: null, promised: 60, topic: "login" }),
    conversation([customer("10:00"), human("10:05"), customer("10:06")], {
      id: "018f0000-0000-5000-8000-000000000005",
      externalId: "c-5",
      source: "desk",
      events: [closed("12:00")],
      ratings: [rating("12:05", 2)],
    }),
  ];
  const items = all.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
});

const stored = () => held.db.$client`
  select e.conversation_id, e.topic, e.team, e.first_initiator, e.first_family, e.first_wait_band, e.first_promise,
    h.wait_band, h.promise, h.is_repeated, r.first_wait_band as rated_band, r.first_promise as rated_promise,
    r.first_initiator as rated_initiator, r.first_family as rated_family, r.is_repeated as rated_repeated
  from episodes e left join handoffs h using (conversation_id, episode) left join ratings r using (conversation_id, episode)
  order by 1`;

test("the migration makes of rows that were there what assessing makes of them", async () => {
  const assessed = await stored();
  expect(assessed.map((row) => [row["first_wait_band"], row["first_promise"], row["rated_repeated"]])).toEqual([
    ["under_5", "kept", true],
    ["5_to_15", "broken", true],
    ["over_15", null, true],
    [null, "broken", null],
    [null, null, null],
  ]);
  const sql = held.db.$client;
  const columns = "first_initiator = null, first_family = null, first_wait_band = null, first_promise = null";
  await sql.unsafe(`update episodes set ${columns}`);
  await sql.unsafe(`update ratings set ${columns}, is_repeated = null`);
  await sql.unsafe("update handoffs set wait_band = null, promise = null, is_repeated = null");
  const folder = join(import.meta.dirname, "migrations");
  const name = (await readdir(folder)).find((one) => one.endsWith("_told_apart.sql")) ?? "";
  const statements = (await readFile(join(folder, name), "utf8")).split("--> statement-breakpoint");
  const updates = statements.filter((one) => /^\s*(--.*\n)?UPDATE/.test(one));
  expect(updates).toHaveLength(3);
  for (const one of updates) await sql.unsafe(one);
  expect(await stored()).toEqual(assessed);
});

test("a value too long for an index keeps its beginning, and its rows are counted under it", async () => {
  const filters = parseFilters({ from: "2026-03-01", to: "2026-03-31" }, { now, zone: "UTC" });
  const cells = await countBy(held.db, "escalationRate", filters, ["topic", "team"]);
  const long = `${LONG.slice(0, 159)}…`;
  expect(cells.find(({ values }) => values.topic === long)).toMatchObject({ values: { team: long }, part: 2, n: 2 });
});

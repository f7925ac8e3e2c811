import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { ai, at, closed, conversation, customer, handoff, human, rating } from "#lib/testing/build.ts";

const held = testDb();
const now = at("+30d 12:00");
const LONG = "大".repeat(160);

const CUSTOMER = { id: "u-1", name: "Ünal Öz", plan: null, vip: null, createdAt: null, attributes: {} };

beforeAll(async () => {
  const told = [
    customer("10:00", "My refund has not come"),
    ai("10:01", "It takes five days"),
    human("10:40", "Hello, how can I help you?"),
    customer("10:50", "As I already told the bot, my refund has not come"),
  ];
  const all = [
    conversation(told, {
      customer: CUSTOMER,
      subject: "Refund of ORDER 12",
      handoffs: [handoff("10:03", { promisedWaitSeconds: 60, reason: "Wants A Person" })],
      events: [closed("12:00")],
      ratings: [rating("12:05", 2)],
    }),
    conversation(told, {
      topic: LONG,
      channel: LONG,
      language: "en",
      customer: { ...CUSTOMER, id: "u-2", name: LONG, plan: LONG },
      subject: `${LONG} and more`,
      handoffs: [handoff("10:03", { toTeam: LONG, reason: "At its very end a needle" })],
    }),
    conversation([customer("10:00"), human("10:05"), customer("10:06")], { events: [closed("12:00")] }),
    conversation([customer("10:00"), ai("10:05", "Five days")], { ratings: [rating("12:05", 5)] }),
  ].map((one, i) => ({ ...one, id: `018f0000-0000-5000-8000-00000000000${i}`, externalId: `C-${i}`, source: "desk" }));
  const items = all.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
});

const LISTED = "customer, ai_seconds, wrong_count, rating_share, searched, resolution";
const FIRST = "first_trigger, first_outcome, first_wait_business_seconds";
const TABLES = {
  episodes: `${LISTED}, ${FIRST}`,
  handoffs: `${LISTED}, is_cut, searched_whole`,
  ratings: `${LISTED}, ${FIRST}`,
};

const stored = () =>
  Promise.all(
    Object.entries(TABLES).map(([table, columns]) =>
      held.db.$client.unsafe(`select conversation_id, episode, ${columns} from ${table} order by 1, 2`),
    ),
  );

test("the migration lists rows that were there by what assessing them says", async () => {
  const sql = held.db.$client;
  const assessed = await stored();
  const [episodes = [], handoffs = []] = assessed;
  expect(handoffs[0]).toMatchObject({ customer: "Ünal Öz", ai_seconds: 180, rating_share: 0.4, is_cut: false });
  expect(handoffs[0]?.["searched"]).toBe("c-0 refund of order 12 ünal öz u-1 wants a person");
  expect(handoffs[0]?.["wrong_count"]).toBeGreaterThanOrEqual(3);
  expect(handoffs[1]).toMatchObject({ is_cut: true });
  expect(episodes.map((row) => row["first_outcome"])).toEqual(["answered", "answered", null, null]);

  const nothing = "customer = '', ai_seconds = null, wrong_count = 0, rating_share = null, searched = ''";
  const noFirst = "first_trigger = null, first_outcome = null, first_wait_business_seconds = null";
  await sql.unsafe(`update episodes set ${nothing}, ${noFirst}`);
  await sql.unsafe(`update ratings set ${nothing}, ${noFirst}, resolution = null`);
  await sql.unsafe(`update handoffs set ${nothing}, resolution = null, is_cut = false, searched_whole = null`);
  const folder = join(import.meta.dirname, "migrations");
  const name = (await readdir(folder)).find((one) => one.endsWith("_listed.sql")) ?? "";
  const statements = (await readFile(join(folder, name), "utf8")).split("--> statement-breakpoint");
  const updates = statements.filter((one) => /^\s*(--.*\n)?UPDATE/.test(one));
  expect(updates).toHaveLength(3);
  for (const update of updates) await sql.unsafe(update);
  // Where the text is cut may differ by a few letters: the database counts those of four bytes as the longest.
  const [, again = []] = await stored();
  expect(again[1]?.["searched_whole"]).toBe(handoffs[1]?.["searched_whole"]);
  const alike = (rows: Record<string, unknown>[][]) =>
    rows.map((table) => table.map((row) => (row["is_cut"] ? { ...row, searched: "", customer: "" } : row)));
  expect(alike(await stored())).toEqual(alike(assessed));
});

test("every row of an index that is made anew fits into it, however long its texts are", async () => {
  const sql = held.db.$client;
  const [index] = await sql<{ made: string }[]>`select pg_get_indexdef('handoffs_listed'::regclass) as made`;
  await sql`drop index handoffs_listed`;
  await sql.unsafe(index?.made ?? "");
});

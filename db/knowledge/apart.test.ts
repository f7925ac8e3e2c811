import { beforeAll, beforeEach, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { type Filters, NONE, parseFilters } from "#lib/filters.ts";
import { rangeBefore } from "#lib/time/range.ts";
import { countedApart, floodsIn } from "./apart.ts";

const held = testDb();
const ZONE = "Asia/Kathmandu";
const filters = parseFilters({ week: "2026-W46" }, { now: new Date("2026-11-20T12:00:00Z"), zone: ZONE });
const ranges = [rangeBefore(filters.range, ZONE), filters.range];

type Told = {
  n?: number;
  at: string;
  everySeconds?: number;
  text?: string;
  topic?: string | null;
  channel?: string;
  segment?: string;
  isOutage?: boolean;
  candidateId?: number | null;
};

let made = 0;

/** So many conversations as they stand once they are assessed and a night has come by. */
const tell = async (told: Told): Promise<void> => {
  const { n = 1, at, everySeconds = 1, text = "all is down", topic = null, channel = "web_chat" } = told;
  const { segment = "handoff", isOutage = false, candidateId = null } = told;
  made += 1;
  const sql = held.db.$client;
  await sql`
    with said as (
      select md5(${`${made} `} || i)::uuid as id, ${at}::timestamptz + i * ${everySeconds}::int * interval '1 second' as at
      from generate_series(0, ${n - 1}::int) i),
    told as (
      insert into episodes (conversation_id, episode, source_id, channel, segment, topic, started_at, ended_by, rule, tags,
        executed_handoffs, customer_spoke_after_human, has_explicit_repetition, resolution)
      select id, 0, md5('desk')::uuid, ${channel}, ${segment}, ${topic}, at, 'open', 2, '{}', 1, false, false, 'pending'
      from said)
    insert into topic_texts (conversation_id, text, at, is_escalated, is_outage, candidate_id)
    select id, ${text}, at, ${segment === "handoff"}, ${isOutage}, ${candidateId} from said`;
};

const candidate = async (state: string): Promise<number> => {
  const [row] = await held.db.$client<{ id: number }[]>`
    insert into topic_candidates (state, words, typical, size, first_seen_at, last_seen_at)
    values (${state}, ${["audiobook"]}, '{}', 1, '2026-11-16T03:00:00Z', '2026-11-16T03:00:00Z') returning id`;
  return row?.id ?? 0;
};

beforeAll(async () => {
  await held.db
    .$client`insert into sources (id, key, kind, created_at) values (md5('desk')::uuid, 'desk', 'push', now())`;
});

beforeEach(async () => {
  await held.db.$client`truncate episodes, topic_texts, topic_candidates`;
});

const only = (given: Filters["only"]): Filters => ({ ...filters, only: given });

test("50,000 copies within an hour are apart from their topic, and nothing else of it is", async () => {
  await tell({ n: 50_000, at: "2026-11-10T04:15:00Z", everySeconds: 0, topic: "payment", isOutage: true });
  await tell({ n: 12, at: "2026-11-10T04:15:00Z", topic: "payment", text: "my card was declined" });
  const { floods, groups } = await countedApart(held.db, filters, ranges);
  expect(groups).toEqual([]);
  expect([...floods]).toEqual([
    [
      "payment",
      [
        { part: 0, whole: 0 },
        { part: 50_000, whole: 50_000 },
      ],
    ],
  ]);
  expect(await floodsIn(held.db, filters, filters.range)).toMatchObject([{ n: 50_000, text: "all is down" }]);
});

test("a group holds what is counted nowhere, of open ones alone; a flood is in none", async () => {
  const [open, dismissed, gone] = [await candidate("open"), await candidate("dismissed"), await candidate("gone")];
  // The last minute of the week before and the first of this one, by the clock of Kathmandu.
  await tell({ at: "2026-11-08T18:14:59Z", candidateId: open });
  await tell({ n: 2, at: "2026-11-08T18:15:00Z", candidateId: open });
  await tell({ at: "2026-11-10T10:00:00Z", candidateId: open, topic: "payment" });
  await tell({ at: "2026-11-10T10:00:00Z", candidateId: open, isOutage: true });
  for (const id of [dismissed, gone]) await tell({ n: 4, at: "2026-11-10T10:00:00Z", candidateId: id });
  const { floods, groups } = await countedApart(held.db, filters, ranges);
  expect(groups).toEqual([
    {
      ...{ id: open, words: ["audiobook"], seenAt: new Date("2026-11-16T03:00:00Z") },
      series: [
        { part: 1, whole: 1 },
        { part: 2, whole: 2 },
      ],
    },
  ]);
  expect(floods.get(NONE)?.[1]).toEqual({ part: 1, whole: 1 });
});

test("filters narrow what is apart too, but for the topic that is looked at", async () => {
  await tell({ n: 30, at: "2026-11-10T10:00:00Z", topic: "payment", isOutage: true });
  await tell({ n: 40, at: "2026-11-10T10:00:00Z", topic: "payment", channel: "email", isOutage: true });
  const flooded = async (given: Filters["only"]) =>
    (await countedApart(held.db, only(given), ranges)).floods.get("payment")?.[1]?.part;
  expect([await flooded({}), await flooded({ channel: ["email"] }), await flooded({ topic: ["x"] })]).toEqual([
    70, 40, 70,
  ]);
  expect((await floodsIn(held.db, only({ channel: ["email"] }), filters.range)).map(({ n }) => n)).toEqual([40]);
});

test("floods of a period are told one by one: an hour without is between them", async () => {
  await tell({ n: 30, at: "2026-11-10T10:00:00Z", everySeconds: 60, isOutage: true });
  await tell({ n: 5, at: "2026-11-10T11:29:00Z", everySeconds: 60, text: "all is down again", isOutage: true });
  await tell({ n: 31, at: "2026-11-10T12:33:01Z", everySeconds: 60, isOutage: true });
  await tell({ n: 99, at: "2026-11-01T10:00:00Z", isOutage: true });
  const floods = await floodsIn(held.db, filters, filters.range);
  expect(floods).toEqual([
    { n: 35, text: "all is down", from: new Date("2026-11-10T10:00:00Z"), to: new Date("2026-11-10T11:33:00Z") },
    { n: 31, text: "all is down", from: new Date("2026-11-10T12:33:01Z"), to: new Date("2026-11-10T13:03:01Z") },
  ]);
});

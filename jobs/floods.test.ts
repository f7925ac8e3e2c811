import { beforeAll, expect, test } from "vitest";
import { countedApart, floodsIn } from "#db/knowledge/apart.ts";
import { escalatedByTopic } from "#db/knowledge/counts.ts";
import { testDb } from "#db/testing/db.ts";
import { parseFilters } from "#lib/filters.ts";
import { risenWithGroups } from "#lib/knowledge/apart.ts";
import { windowsOf } from "#lib/knowledge/windows.ts";
import { floodSentence } from "#lib/sentences/floods.ts";
import { refreshTopics } from "./topics.ts";

const held = testDb();
const NOW = new Date("2026-11-16T03:00:00Z");
const filters = parseFilters({ week: "2026-W46" }, { now: NOW, zone: "UTC" });
const COPIES = 50_000;

type Handed = { prefix: string; topic: string; n: number; from: string; hours: number; text: string };

/** So many that are handed over, evenly over some hours, as they stand once they are assessed; `#` = their number. */
const hand = async ({ prefix, topic, n, from, hours, text }: Handed): Promise<void> => {
  await held.db.$client`
    with said as (
      select md5(${prefix} || i)::uuid as id, replace(${text}, '#', 'x' || i) as text,
        ${from}::timestamptz + (i * ${hours}::float8 / ${n}::int) * interval '1 hour' as at
      from generate_series(0, ${n - 1}::int) i),
    told as (
      insert into episodes (conversation_id, episode, source_id, channel, segment, topic, started_at, ended_by, rule, tags,
        executed_handoffs, customer_spoke_after_human, has_explicit_repetition, resolution)
      select id, 0, md5('desk')::uuid, 'web_chat', 'handoff', ${topic}, at, 'open', 2, '{}', 1, false, false, 'pending'
      from said)
    insert into topic_texts (conversation_id, text, at, is_escalated) select id, text, at, true from said`;
};

beforeAll(async () => {
  await held.db
    .$client`insert into sources (id, key, kind, created_at) values (md5('desk')::uuid, 'desk', 'push', now())`;
  for (const [week, from] of ["10-12", "10-19", "10-26", "11-02", "11-09"].entries()) {
    const monday = { from: `2026-${from}T00:00:00Z`, hours: 167 };
    await hand({
      ...monday,
      prefix: `p${week} `,
      topic: "payment",
      n: 100,
      text: "my card # was declined at the # till",
    });
    const logins = week === 4 ? 190 : 100;
    await hand({
      ...monday,
      prefix: `l${week} `,
      topic: "login",
      n: logins,
      text: "i # forgot the # password of my #",
    });
  }
  const hour = { from: "2026-11-10T10:00:00Z", hours: 1, text: "payments are down, nothing works" };
  await hand({ ...hour, prefix: "flood ", topic: "payment", n: COPIES });
});

test("50,000 copies within an hour are one event after the night, and what really rises is still seen", async () => {
  const windows = windowsOf(filters);
  const rising = async () => {
    const [escalated, apart] = [
      await escalatedByTopic(held.db, filters, windows.ranges),
      await countedApart(held.db, filters, windows.ranges),
    ];
    return risenWithGroups(escalated, apart, windows).topics.map(({ topic, now, sureness }) => ({
      topic,
      now,
      sureness,
    }));
  };
  expect(await rising()).toEqual([
    { topic: "payment", now: COPIES + 100, sureness: "sure" },
    { topic: "login", now: 190, sureness: "chance" },
  ]);
  expect(await refreshTopics(held.db, { now: NOW })).toMatchObject({ outages: COPIES });
  expect(await rising()).toEqual([
    { topic: "login", now: 190, sureness: "sure" },
    { topic: "payment", now: 100, sureness: "chance" },
  ]);
  expect(floodSentence(await floodsIn(held.db, filters, filters.range), "UTC")).toBe(
    "Counted apart, as one event and no topic’s rise: 50,000 handoffs of Tue 10 Nov 10:00 to 10:59, that say nearly the same, “payments are down, nothing works”.",
  );
}, 120_000);

import { beforeEach, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { testDb } from "#db/testing/db.ts";
import { tellHanded } from "#db/testing/handed.ts";
import { createWorkspace } from "#db/workspace.ts";
import { at } from "#lib/testing/build.ts";
import { alarmSources, isAllAssessed } from "./readings.ts";

const held = testDb();
const now = at("10:30");

beforeEach(async () => {
  await held.db
    .$client`truncate conversations, messages, raw_payloads, assessments, episodes, handoffs, findings, ratings,
    sources, calendars, workspaces`;
  await createWorkspace(held.db, { name: "Desk", zone: "UTC", mode: "own", now });
  await tellHanded(held.db, at("10:05"), { i: 1, handedAt: "10:00" }, { i: 2, source: "shop", handedAt: "10:00" });
});

/** So many conversations of the desk that came in at a time and are not assessed. */
const pend = (many: number, time: string) => held.db.$client`
  with more as (
    insert into conversations (conversation_id, source_id, external_id, revision, revision_key, content_sha256, channel, tags,
      created_at, participants, declared_handoffs, events, surveys, ratings, flags, extra, received_at)
    select gen_random_uuid(), (select id from sources where key = 'desk'), 'p' || ${time} || i, '1', '1', '', 'email', '{}',
      ${now}, '[]', '[]', '[]', '[]', '[]', '{}', '{}', ${at(time)} from generate_series(1, ${many}::int) i
    returning conversation_id)
  insert into assessments (conversation_id, content_sha256) select conversation_id, '' from more`;

const watermarks = async () =>
  Object.fromEntries((await alarmSources(held.db, now)).map(({ key, watermark }) => [key, watermark]));

test("data goes as far as to what came in first and is not assessed, of each source by itself", async () => {
  expect(await isAllAssessed(held.db)).toBe(true);
  expect(await watermarks()).toEqual({ desk: now, shop: now });
  await pend(3, "10:20");
  await pend(1, "10:10");
  expect(await watermarks()).toEqual({ desk: at("10:10"), shop: now });
  expect(await isAllAssessed(held.db)).toBe(false);
});

test("a long backlog is not read to its end at each look", async () => {
  await pend(1, "10:10");
  await pend(3000, "10:20");
  await held.db.$client`analyze`;
  await held.db.$client.begin(async (sql) => {
    const fetched = async () => {
      const [row] = await sql<{ n: number }[]>`
        select coalesce(idx_tup_fetch, 0)::int + seq_tup_read::int as n from pg_stat_xact_user_tables
        where relname = 'conversations'`;
      return row?.n ?? 0;
    };
    const before = await fetched();
    const sources = await alarmSources({ ...held.db, $client: sql } as unknown as Db, now);
    expect(sources.find(({ key }) => key === "desk")?.watermark).toEqual(at("10:10"));
    expect((await fetched()) - before).toBeLessThanOrEqual(1000);
  });
});

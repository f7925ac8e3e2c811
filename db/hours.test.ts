import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { assessPending } from "#jobs/assess.ts";
import { EXAMPLE } from "#lib/import/example.ts";
import { sourceId } from "#lib/import/ids.ts";
import { parseRecord } from "#lib/import/record.ts";
import { type Calendar, defaultCalendar, WORKSPACE_HOURS, weekly } from "#lib/time/calendar.ts";
import { withHours } from "#lib/time/change-calendar.ts";
import { NO_SORTING, sortAssessed } from "#lib/topics/sorting.ts";
import { loadPending, pendingCount, pendingIds, saveAssessments } from "./assessments.ts";
import {
  assignQueue,
  calendarByKey,
  calendars,
  createCalendar,
  type NamedCalendar,
  queueHours,
  queues,
  recountSize,
  removeCalendar,
  saveCalendar,
} from "./hours.ts";
import { savePage } from "./save-page.ts";
import { testDb } from "./testing/db.ts";
import { createWorkspace, startWithOwnData, workspace } from "./workspace.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");
const desk = sourceId("desk");
const DAY = { opens: "09:00", closes: "17:00" };

/** A conversation handed to a team at 10:03 on a date of November 2026 and answered at 10:08:30. */
const send = async (id: string, day: number, team: string | null) => {
  const text = JSON.stringify({ ...EXAMPLE, source: "desk", id, csat: [], surveys: [] });
  const moved = JSON.parse(text.replaceAll("2026-11-02", `2026-11-${String(day).padStart(2, "0")}`));
  for (const handoff of moved.handoffs) handoff.to_team = team ?? undefined;
  if (team === null) for (const one of moved.participants) delete one.team;
  const parsed = parseRecord(moved, { now, zone: "UTC", defaultSource: "desk" });
  if (!parsed.ok) throw new Error(parsed.reason);
  const item = { conversation: parsed.conversation, payload: JSON.stringify(moved), eventId: id };
  await savePage(held.db, { source: { key: "desk", kind: "import" }, items: [item], now });
};

const waits = async () => {
  const rows = await held.db.$client<{ team: string | null; day: number; calendar: string; seconds: number }[]>`
    select team, extract(day from at)::int as day, calendar, wait_business_seconds as seconds
    from handoffs order by team nulls last, at`;
  return rows.map(({ team, day, calendar, seconds }) => [team, day, calendar, seconds]);
};
const current = async (key = WORKSPACE_HOURS): Promise<NamedCalendar> => {
  const calendar = await calendarByKey(held.db, key);
  if (!calendar) throw new Error(`no hours ${key}`);
  return calendar;
};
const fromNoon = (versions: Calendar["versions"], from: string) =>
  withHours(versions, { from, zone: "UTC", windows: weekly([1, 2, 3, 4, 5], { opens: "12:00", closes: "17:00" }) });

beforeAll(async () => {
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now });
  await send("a", 9, "billing");
  await send("b", 10, "billing");
  await send("c", 10, null);
  await assessPending(held.db, { now });
});

test("every queue keeps the workspace's hours until it has its own, and each wait says by which it was counted", async () => {
  expect(await queues(held.db)).toEqual([
    { sourceId: desk, source: "desk", team: "billing", handoffs: 2, calendarKey: null },
    { sourceId: desk, source: "desk", team: null, handoffs: 1, calendarKey: null },
  ]);
  expect(await waits()).toEqual([
    ["billing", 9, "workspace 1", 320],
    ["billing", 10, "workspace 1", 320],
    [null, 10, "workspace 1", 320],
  ]);
});

test("a queue with other hours has its waits counted again, and only those", async () => {
  const { versions } = defaultCalendar("UTC");
  const key = await createCalendar(held.db, { name: "Billing, late", versions: fromNoon(versions, "2026-01-01"), now });
  expect(key).toBe("billing-late");
  expect(await createCalendar(held.db, { name: "Billing late", versions, now })).toBe("billing-late-2");
  const queue = { sourceId: desk, team: null };
  expect(await recountSize(held.db, { ...queue, since: null })).toBe(1);
  await assignQueue(held.db, { ...queue, calendarKey: key });
  expect(await assessPending(held.db, { now })).toEqual({ assessed: 1, failed: 0 });
  expect(await waits()).toEqual([
    ["billing", 9, "workspace 1", 320],
    ["billing", 10, "workspace 1", 320],
    [null, 10, "billing-late 1", 0],
  ]);
});

test("hours that change on a date count again what was waiting then or later", async () => {
  const before = await current();
  const since = new Date("2026-11-10T00:00:00Z");
  expect(await recountSize(held.db, { key: before.key, since })).toBe(1);
  expect(await recountSize(held.db, { key: before.key, since: null })).toBe(2);
  await saveCalendar(held.db, { ...before, versions: fromNoon(before.versions, "2026-11-10"), since, now });
  expect(await assessPending(held.db, { now })).toEqual({ assessed: 1, failed: 0 });
  expect((await waits()).slice(0, 2)).toEqual([
    ["billing", 9, "workspace 1", 320],
    ["billing", 10, "workspace 2", 0],
  ]);
});

test("a new name counts nothing again, and who saves over another's change is told", async () => {
  const before = await current();
  await saveCalendar(held.db, { ...before, name: "Office", since: undefined, now });
  expect((await calendars(held.db)).map(({ name, revision }) => [name, revision])).toEqual([
    ["Office", 3],
    ["Billing late", 1],
    ["Billing, late", 1],
  ]);
  expect(await assessPending(held.db, { now })).toEqual({ assessed: 0, failed: 0 });
  await expect(saveCalendar(held.db, { ...before, since: undefined, now })).rejects.toThrow(/Somebody else/);
});

test("what was assessed by hours that have changed meanwhile is not stored, and stays pending", async () => {
  await send("d", 11, "billing");
  const versions = { assessedWith: "test", now };
  const pending = await loadPending(held.db, await pendingIds(held.db, { ...versions, limit: 10 }));
  const known = await queueHours(held.db);
  expect(await queueHours(held.db, known)).toBe(known);
  const before = await current();
  await saveCalendar(held.db, { ...before, versions: fromNoon(before.versions, "2027-01-01"), since: now, now });
  const nothing = { episodes: [], handoffs: [], ratings: [], findings: [], defects: [], reassessAt: null };
  const finished = pending.map((one) => ({
    ...{ ...one, assessment: nothing },
    sorted: sortAssessed(one, nothing, NO_SORTING),
  }));
  const revisions = { hoursRevision: known.revision, topicsRevision: 0 };
  expect(await saveAssessments(held.db, finished, { ...versions, ...revisions })).toBe(0);
  expect((await queueHours(held.db, known)).revision).toBe(known.revision + 1);
  await assessPending(held.db, { now });
  expect(await waits()).toContainEqual(["billing", 11, "workspace 4", 0]);
});

test("hours that are taken away leave their queues with the workspace's", async () => {
  const before = await current("billing-late");
  await removeCalendar(held.db, before, now);
  await assessPending(held.db, { now });
  expect((await waits()).at(-1)).toEqual([null, 10, "workspace 4", 0]);
  expect(await calendarByKey(held.db, "billing-late")).toBeNull();
  const queue = { sourceId: desk, team: null, calendarKey: "billing-late" };
  await expect(assignQueue(held.db, queue)).rejects.toThrow(/not there any more/);
  expect((await queues(held.db)).map(({ calendarKey }) => calendarKey)).toEqual([null, null]);
  await expect(removeCalendar(held.db, await current(), now)).rejects.toThrow(/cannot be removed/);
  expect(await pendingCount(held.db, { assessedWith: "other", now })).toBeGreaterThan(0);
});

test("who leaves the demo leaves its hours", async () => {
  const sql = held.db.$client;
  await sql`update workspaces set mode = 'demo'`;
  const { revision } = await queueHours(held.db);
  await startWithOwnData(held.db, { name: "Own", zone: "Asia/Kathmandu", now });
  const { key, versions } = defaultCalendar("Asia/Kathmandu");
  expect(await calendars(held.db)).toEqual([{ key, name: "Workspace hours", revision: 1, versions }]);
  expect((await workspace(held.db))?.hoursRevision).toBe(revision + 1);
});

test("the calendar of an older Seam becomes the workspace's, with its holidays", async () => {
  const sql = held.db.$client;
  const old = {
    zone: "Europe/Berlin",
    windows: weekly([1, 2], DAY),
    holidays: ["2026-12-25", "2026-12-26"],
    version: "7",
  };
  await sql`delete from calendars`;
  await sql`alter table workspaces add column calendar jsonb`;
  await sql`update workspaces set calendar = ${sql.json(old as never)}`;
  const folder = new URL("./migrations/", import.meta.url);
  const file = readdirSync(folder).find((name) => name.endsWith("_hours.sql")) ?? "";
  const migration = readFileSync(new URL(file, folder), "utf8");
  const statement = /INSERT INTO "calendars"[^;]+;/.exec(migration)?.[0] ?? "";
  await sql.unsafe(statement);
  const closed = (date: string) => ({ date, name: "Closed", hours: [] });
  const exceptions = ["2026-12-25", "2026-12-26"].map(closed);
  expect(await calendars(held.db)).toEqual([
    {
      key: WORKSPACE_HOURS,
      name: "Workspace hours",
      revision: 7,
      versions: [{ from: null, zone: "Europe/Berlin", windows: old.windows, exceptions }],
    },
  ]);
});

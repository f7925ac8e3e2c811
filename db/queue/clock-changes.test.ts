import { beforeEach, describe, expect, test } from "vitest";
import { queueHours } from "#db/hours.ts";
import { listCount, listRecords } from "#db/metrics/list.ts";
import { testDb } from "#db/testing/db.ts";
import { tellHanded } from "#db/testing/handed.ts";
import { createWorkspace } from "#db/workspace.ts";
import { SLOT_MS, slotsOf, slotText } from "#lib/alarms/slots.ts";
import { parseFilters } from "#lib/filters.ts";
import { time } from "#lib/format.ts";
import { parseNarrow } from "#lib/narrowing.ts";
import { type Calendar, defaultCalendar, weekly } from "#lib/time/calendar.ts";
import { intervalsOfAll } from "./intervals.ts";

const held = testDb();
const ZONE = "Europe/Berlin";
const windows = weekly([1, 2, 3, 4, 5, 6, 7], { opens: "00:00", closes: "24:00" });
const allDay: Calendar = { ...defaultCalendar(ZONE), versions: [{ from: null, zone: ZONE, windows, exceptions: [] }] };
const iso = (ms: number) => new Date(ms).toISOString();

beforeEach(async () => {
  await held.db
    .$client`truncate conversations, messages, raw_payloads, assessments, episodes, handoffs, findings, ratings,
    sources, calendars, workspaces`;
});

describe.each([
  ["2026-10-25", 100],
  ["2026-03-29", 92],
])("the day strip of Berlin on %s", (date, n) => {
  test(`has ${n} intervals, and each cell opens exactly its handoffs`, async () => {
    const slots = slotsOf(date, ZONE);
    const last = new Date((slots.at(-1)?.getTime() ?? 0) + SLOT_MS + 3_600_000);
    await createWorkspace(held.db, { name: "Desk", zone: ZONE, mode: "own", calendar: allDay, now: last });
    // One in each interval, at its first instant or its last second, and one just before and one just after the day.
    const handed = slots.map((slot, i) => ({ i, at: slot.getTime() + (i % 2 ? 0 : SLOT_MS - 1000) }));
    const [first = 0] = slots.map((slot) => slot.getTime());
    const beside = [first - 1000, first + n * SLOT_MS].map((at, i) => ({ i: 900 + i, at }));
    await tellHanded(
      held.db,
      last,
      ...[...handed, ...beside].map(({ i, at }) => ({ i, handedAt: iso(at), answeredAt: iso(at + 60_000) })),
    );
    const day = parseFilters({ from: date, to: date }, { now: last, zone: ZONE });
    const all = await intervalsOfAll(held.db, day, { now: last, until: last, hours: await queueHours(held.db) });
    expect(all).toHaveLength(n);
    expect(all.map(({ offered, serviceLevel }) => [offered, serviceLevel.part, serviceLevel.n])).toEqual(
      slots.map(() => [1, 1, 1]),
    );
    for (const [i, { slot }] of all.entries()) {
      const query = { only: "whole", narrow: parseNarrow({ slot: slotText(slot) }) } as const;
      expect(await listCount(held.db, "handoffs", day, query)).toBe(1);
      const [row] = await listRecords(held.db, "handoffs", day, {
        ...query,
        sort: "at",
        isDescending: true,
        limit: 2,
        offset: 0,
      });
      expect(row?.externalId).toBe(`c-${handed[i]?.i}`);
    }
    expect(await listCount(held.db, "handoffs", day, { only: "whole" })).toBe(n);
  });
});

test("the hour that happens twice stands there twice, and the one that does not exist not at all", () => {
  const starts = (date: string) => slotsOf(date, ZONE).map((slot) => time(slot, ZONE));
  const count = (date: string, start: string) => starts(date).filter((one) => one === start).length;
  expect([count("2026-10-25", "02:15"), count("2026-10-25", "03:15")]).toEqual([2, 1]);
  expect([count("2026-03-29", "02:15"), count("2026-03-29", "03:15")]).toEqual([0, 1]);
});

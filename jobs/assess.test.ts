import { expect, test } from "vitest";
import { pendingCount } from "#db/assessments.ts";
import { calendarByKey, saveCalendar } from "#db/hours.ts";
import { savePage } from "#db/save-page.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { EXAMPLE } from "#lib/import/example.ts";
import { parseRecord } from "#lib/import/record.ts";
import { WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { withException } from "#lib/time/change-calendar.ts";
import { assessPending } from "./assess.ts";

const held = testDb();
const soon = new Date("2026-11-02T12:00:00Z");
const later = new Date("2026-11-20T12:00:00Z");

const send = async (change: object, id = "c-1042") => {
  const record = { ...EXAMPLE, id, ...change };
  const parsed = parseRecord(record, { now: later, zone: "UTC", defaultSource: "test" });
  if (!parsed.ok) throw new Error(parsed.reason);
  const items = [{ conversation: parsed.conversation, payload: JSON.stringify(record), eventId: id }];
  return savePage(held.db, { source: { key: parsed.conversation.source, kind: "import" }, items, now: soon });
};

test("a stored conversation is assessed once, and again when time, calendar or content give a reason", async () => {
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: soon });
  await send({});
  expect(await assessPending(held.db, { now: soon })).toEqual({ assessed: 1, failed: 0 });
  const first = await contentsOf(held.db);
  expect(first["episodes"]).toMatchObject([
    { segment: "handoff", resolution: "pending", tier: "enterprise", topic: "billing" },
  ]);
  expect(first["handoffs"]).toMatchObject([{ outcome: "answered", wait_seconds: 320, team: "billing" }]);
  expect(first["ratings"]).toMatchObject([{ counts: true, satisfied: true, segment: "handoff" }]);

  expect(await assessPending(held.db, { now: soon })).toEqual({ assessed: 0, failed: 0 });

  expect(await assessPending(held.db, { now: later })).toEqual({ assessed: 1, failed: 0 });
  expect((await contentsOf(held.db))["episodes"]).toMatchObject([{ resolution: "resolved" }]);

  await send({ revision: "2026-11-03T10:40:00Z", topic: "refunds" });
  expect(await assessPending(held.db, { now: later })).toEqual({ assessed: 1, failed: 0 });
  expect((await contentsOf(held.db))["episodes"]).toMatchObject([{ topic: "refunds" }]);

  const calendar = await calendarByKey(held.db, WORKSPACE_HOURS);
  if (!calendar) throw new Error("no hours");
  const versions = withException(calendar.versions, { date: "2026-11-02", name: "Closed", hours: [] });
  await saveCalendar(held.db, { ...calendar, versions, since: new Date("2026-11-02T00:00:00Z"), now: later });
  const current = { assessedWith: ASSESSED_WITH, now: later };
  expect(await pendingCount(held.db, current)).toBe(1);
  await assessPending(held.db, { now: later });
  expect((await contentsOf(held.db))["handoffs"]).toMatchObject([
    { in_hours: false, wait_business_seconds: 0, calendar: "workspace 2" },
  ]);
  expect(await pendingCount(held.db, current)).toBe(0);
});

test("a contact that arrives later about the same changes the verdict on the earlier one", async () => {
  await send(
    {
      id: "c-2000",
      revision: 1,
      created_at: "2026-11-04T09:00:00Z",
      messages: [{ at: "2026-11-04T09:00:00Z", author: { kind: "customer", id: "u-9" }, text: "Again" }],
      handoffs: [],
      events: [],
      csat: [],
      topic: "refunds",
    },
    "c-2000",
  );
  await assessPending(held.db, { now: later });
  const { episodes } = await contentsOf(held.db);
  expect(episodes).toContainEqual(expect.objectContaining({ resolution: "reopened", segment: "handoff" }));
});

test("merged conversations count once, with the survivor", async () => {
  await send({ id: "child", merged_into: "c-1042", csat: [], revision: 1 }, "child");
  await assessPending(held.db, { now: later });
  const { episodes } = await contentsOf(held.db);
  expect(episodes?.filter((row) => (row as { excluded: string | null }).excluded === "merged")).toHaveLength(1);
});

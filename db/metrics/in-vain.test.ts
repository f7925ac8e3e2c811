import { expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { ai, at, closed, conversation, customer } from "#lib/testing/build.ts";
import { listRecords } from "./list.ts";

const held = testDb();
const now = at("+30d 12:00");
const week = parseFilters({ from: "2026-03-09", to: "2026-03-15" }, { now, zone: "UTC" });

test("in the list of failed handoffs the wait of one that never came runs from the sentence that announced it", async () => {
  const told = (i: number, answer: string, events = [closed("12:00")]) =>
    conversation([customer("10:00", "My lamp is dark"), ai("10:01", "Restart it"), ai("10:05", answer)], {
      id: `018f0000-0000-5000-8000-00000000000${i}`,
      externalId: `c-${i}`,
      source: "desk",
      events,
    });
  const all = [
    told(1, "I'm transferring you to an agent now."),
    told(2, "Is it better now?"),
    told(3, "Transferring you to an agent now.", []),
  ];
  const items = all.map((one) => ({ conversation: one, payload: one.externalId, eventId: "1" }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
  const query = { only: "part", limit: 10, offset: 0 } as const;
  const failed = await listRecords(held.db, "failedHandoffs", week, query);
  expect(failed.map(({ externalId, outcome, inVainSeconds }) => [externalId, outcome, inVainSeconds]).sort()).toEqual([
    ["c-1", null, 115 * 60],
    // All fell silent, and nobody ended it.
    ["c-3", null, null],
  ]);
  const every = await listRecords(held.db, "failedHandoffs", week, { ...query, only: "whole" });
  expect(every.find(({ externalId }) => externalId === "c-2")).toMatchObject({ inVainSeconds: null });
});

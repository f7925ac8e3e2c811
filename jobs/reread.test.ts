import { expect, test } from "vitest";
import { rereadingOf } from "#db/rereading.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { at, conversation, customer } from "#lib/testing/build.ts";
import { assessPending } from "./assess.ts";

const held = testDb();
const now = at("+30d 12:00");
const ALL = 100;

/** A clock that goes on by so much with each look. */
const ticking = (start: string, stepMs: number) => {
  let time = at(start).getTime() - stepMs;
  return () => {
    time += stepMs;
    return new Date(time);
  };
};

test("reading history again tells how far it is and how fast, goes on after a stop without counting the pause, and ends", async () => {
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now });
  const items = Array.from({ length: ALL }, (_, i) => ({
    conversation: conversation([customer("10:00", "Hello")], {
      id: `018f0000-0000-5000-8000-${String(i).padStart(12, "0")}`,
      externalId: `c-${i}`,
      source: "desk",
      customer: null,
    }),
    payload: `${i}`,
    eventId: "1",
  }));
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  await assessPending(held.db, { now });
  expect(await rereadingOf(held.db, ASSESSED_WITH)).toBeNull();

  await held.db.$client`update assessments set assessed_with = 'older rules'`;
  expect(await rereadingOf(held.db, ASSESSED_WITH)).toMatchObject({ done: 0, total: ALL, left: ALL, perMinute: null });

  await assessPending(held.db, { now, limit: 40, clock: ticking("+30d 12:00", 6000) });
  const first = await rereadingOf(held.db, ASSESSED_WITH);
  expect(first).toMatchObject({ done: 40, total: ALL, left: 60 });
  // 40 within the 12 s between the note before them and the one after.
  expect(first?.perMinute).toBeCloseTo(200, 5);
  expect(first?.secondsLeft).toBeCloseTo(18, 5);

  // An hour later another process goes on.
  await assessPending(held.db, { now, limit: 40, clock: ticking("+30d 13:00", 6000) });
  const second = await rereadingOf(held.db, ASSESSED_WITH);
  expect(second).toMatchObject({ done: 80, left: 20 });
  expect(second?.perMinute).toBeCloseTo(200, 5);

  await assessPending(held.db, { now, clock: ticking("+30d 13:01", 6000) });
  expect(await rereadingOf(held.db, ASSESSED_WITH)).toBeNull();
  const runs = await held.db.$client`select finished_at from job_runs where job = 'reread'`;
  expect(runs).toMatchObject([{ finished_at: at("+30d 13:01:12") }]);
});

import { beforeEach, expect, test } from "vitest";
import { pendingCount } from "#db/assessments.ts";
import { saveInactivityHours } from "#db/inactivity.ts";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { sourceId } from "#lib/import/ids.ts";
import { ai, at, conversation, customer } from "#lib/testing/build.ts";
import { assessPending } from "./assess.ts";

const held = testDb();
const now = at("15:00");
const versions = { assessedWith: ASSESSED_WITH, now };

const ids = {
  chat: "018f0000-0000-5000-8000-000000000001",
  elsewhere: "018f0000-0000-5000-8000-000000000002",
};

beforeEach(async () => {
  for (const [key, id] of Object.entries(ids)) {
    const one = conversation([customer("10:00"), ai("10:01")], { id, source: key, channel: "web_chat" });
    await savePage(held.db, {
      source: { key, kind: "push" },
      items: [{ conversation: one, payload: key, eventId: "1" }],
      now,
    });
  }
  await assessPending(held.db, { now });
});

const endings = async () => {
  const rows = await held.db.$client`select key, ended_by from episodes join sources on id = source_id order by key`;
  return rows.map((row) => [row["key"], row["ended_by"]]);
};

test("other hours count the conversations of their source again, and of no other", async () => {
  const both = [
    ["chat", "open"],
    ["elsewhere", "open"],
  ];
  expect(await endings()).toEqual(both);

  expect(await saveInactivityHours(held.db, sourceId("chat"), { sync: 4 })).toBe(1);
  expect(await pendingCount(held.db, versions)).toBe(1);
  await assessPending(held.db, { now });
  expect(await endings()).toEqual([
    ["chat", "inactive"],
    ["elsewhere", "open"],
  ]);

  expect(await saveInactivityHours(held.db, sourceId("chat"), { sync: 4 })).toBe(0);
  expect(await pendingCount(held.db, versions)).toBe(0);

  expect(await saveInactivityHours(held.db, sourceId("chat"), {})).toBe(1);
  await assessPending(held.db, { now });
  expect(await endings()).toEqual(both);
});

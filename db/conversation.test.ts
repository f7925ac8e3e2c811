import { expect, test } from "vitest";
import { savePage } from "#db/save-page.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { at, conversation, customer } from "#lib/testing/build.ts";
import { hasConversations } from "./conversation.ts";

const held = testDb();
const now = at("12:00");

test("nothing has come in until something has, and what its source deleted is not there", async () => {
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now });
  expect(await hasConversations(held.db)).toBe(false);
  const told = conversation([customer("10:00")], { externalId: "c-1", source: "desk" });
  const items = [{ conversation: told, payload: "c-1", eventId: "1" }];
  await savePage(held.db, { source: { key: "desk", kind: "push" }, items, now });
  expect(await hasConversations(held.db)).toBe(true);
  await held.db.$client`update conversations set deleted = true`;
  expect(await hasConversations(held.db)).toBe(false);
});

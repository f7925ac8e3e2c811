import { beforeEach, expect, test } from "vitest";
import { disconnectSource, removeSource } from "#db/connections.ts";
import { eraseConversations } from "#db/erase.ts";
import { testDb } from "#db/testing/db.ts";
import { sortInto } from "./examples.ts";
import { saveProposals } from "./proposals.ts";
import { mapTag } from "./tags.ts";
import { by, NOW, topicDesk } from "./testing/topic-desk.ts";

const held = testDb();
const { store, assessed, sourceId, add, forgetAll } = topicDesk(held);

/** What stays of a conversation that is erased, to say that it was there. */
const LEFT = ["assessments", "conversations", "raw_payloads"];

/** The tables that hold rows of a conversation: all that there are, those of tomorrow too. */
const tablesWith = async (id: string): Promise<string[]> => {
  const tables = await held.db.$client<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'conversation_id' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await held.db.$client`select from ${held.db.$client(name)} where conversation_id = ${id} limit 1`;
    if (rows.length > 0) found.push(name);
  }
  return found;
};

const stored = async (): Promise<string> => {
  const id = await store("one", { topic: "refund" });
  await assessed();
  const topicId = await add("Refunds");
  await sortInto(held.db, [id], topicId, by);
  await mapTag(held.db, { sourceId: await sourceId(), tag: "refund", topicId }, NOW);
  await saveProposals(held.db, [{ words: ["x"], typical: [id], members: [id] }], NOW);
  await assessed();
  expect(await tablesWith(id)).toEqual(expect.arrayContaining(["topic_examples", "topic_texts", "episodes"]));
  return id;
};

beforeEach(forgetAll);

test("of a conversation that is erased no word stays in any table, nor who sorted it where", async () => {
  const id = await stored();
  const source = { key: "desk", id: await sourceId() };
  await held.db.$client.begin((sql) => eraseConversations(sql, source, ["one"], NOW));
  expect(await tablesWith(id)).toEqual(LEFT);
  await sortInto(held.db, [id], 1, by);
  await assessed();
  // That it was there is counted, without a word or a topic.
  expect(await tablesWith(id)).toEqual([...LEFT, "episodes"].sort());
  expect(await held.db.$client`select topic, excluded from episodes`).toMatchObject([
    { topic: null, excluded: "deleted" },
  ]);
});

test("with a source its conversations go from every table, and so do the words that were mapped", async () => {
  const id = await stored();
  const source = await sourceId();
  await held.db.$client`update sources set state = 'removing' where id = ${source}`;
  await removeSource(held.db, source);
  expect(await tablesWith(id)).toEqual([]);
  expect(await held.db.$client`select from topic_tags`).toHaveLength(0);
});

test("a source that is only disconnected keeps its words", async () => {
  const id = await stored();
  await disconnectSource(held.db, await sourceId());
  expect(await tablesWith(id)).toContain("topic_examples");
  expect(await held.db.$client`select from topic_tags`).toHaveLength(1);
});

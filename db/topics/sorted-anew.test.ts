import { beforeEach, describe, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { confirmCandidate, dismissCandidate, openCandidates, reopenCandidate, sortCandidate } from "./candidates.ts";
import { sortInto, splitTopic, textsUnder, unsort } from "./examples.ts";
import { retireModels, saveModel, trainingSet } from "./models.ts";
import { saveOutages, saveProposals, unsortedTexts } from "./proposals.ts";
import { newestModel } from "./sorting.ts";
import { mapTag } from "./tags.ts";
import { changeTopics, undoTopics } from "./taxonomy.ts";
import { by, NOW, topicDesk } from "./testing/topic-desk.ts";

const held = testDb();
const { store, assessed, topics, sourceId, version, add, forgetAll } = topicDesk(held);
const SINCE = new Date("2026-11-01T00:00:00Z");

/** A classifier that is sure of topic 1 where it reads "refund" and of topic 2 where it reads "cash". */
const learn = () =>
  saveModel(held.db, {
    classifier: {
      ...{ version: 2, seed: 1, topics: ["1", "2"], terms: ["wrefund", "wcash"], termWeights: [1, 1] },
      weights: [50, -50, -50, 50, 0, 0],
      threshold: { least: 0.9, right: { part: 20, whole: 20 }, share: 1 },
    },
    ...{ taxonomyVersion: 1, trainedOn: "x", now: NOW },
  });
const seen = async () => ({ ...by, seen: await version() });
const residual = async (): Promise<string[]> =>
  (await unsortedTexts(held.db, SINCE)).map(({ conversationId }) => conversationId);

const proposed = async (): Promise<number> => (await openCandidates(held.db, NOW))[0]?.id ?? 0;

const examplesOf = (...ids: number[]) => textsUnder(held.db, { name: "", ids }, { only: "examples", most: 9 });

beforeEach(forgetAll);

describe("a topic that is split", () => {
  const two = async () => {
    const ids = [await store("one"), await store("two"), await store("three")];
    const id = await add("Refunds");
    await sortInto(held.db, ids, id, by);
    await assessed();
    return { id, ids };
  };

  test("gives its parts what is said to be about them and keeps the rest; taken back, it has all of it", async () => {
    const { id, ids } = await two();
    const parts = [
      { name: "Late refunds", conversationIds: ids.slice(0, 1) },
      { name: "Partial refunds", conversationIds: ids.slice(1, 2) },
    ];
    const { taxonomy } = await splitTopic(held.db, id, parts, await seen());
    expect(await assessed()).toEqual({ assessed: 2, failed: 0 });
    expect(await topics()).toEqual({ one: "Late refunds", two: "Partial refunds", three: "Refunds" });
    const under = await textsUnder(held.db, { name: "Refunds", ids: [id] }, { only: "all", most: 9 });
    expect(under.map((one) => one.conversationId)).toEqual(ids.slice(2));
    await undoTopics(held.db, taxonomy.version, await seen());
    expect(await assessed()).toEqual({ assessed: 2, failed: 0 });
    expect(await topics()).toEqual({ one: "Refunds", two: "Refunds", three: "Refunds" });
    expect(await examplesOf(id)).toHaveLength(3);
  });

  test("loses nothing where a part has no name, a taken one, or a conversation of another", async () => {
    const { id, ids } = await two();
    const split = (...parts: { name: string; conversationIds: string[] }[]) => splitTopic(held.db, id, parts, by0);
    const by0 = await seen();
    await expect(split({ name: " ", conversationIds: ids })).rejects.toThrow("A topic needs a name.");
    await expect(split({ name: "refunds", conversationIds: ids })).rejects.toThrow(/There is a topic/);
    await expect(
      split({ name: "a", conversationIds: ids }, { name: "b", conversationIds: ids.slice(0, 1) }),
    ).rejects.toThrow("A conversation can be sorted into one part only.");
    expect(await examplesOf(id)).toHaveLength(3);
    expect(await version()).toBe(by0.seen);
  });
});

describe("what the classifier sorted", () => {
  test("follows a merge and its undoing, a withdrawal and its undoing, and nothing else is read again", async () => {
    const texts = { one: "refund", two: "cash", three: "hello there" };
    for (const [id, text] of Object.entries(texts)) await store(id, { text });
    const [refunds, cash] = [await add("Refunds"), await add("Cash")];
    await learn();
    await assessed();
    expect(await topics()).toEqual({ one: "Refunds", two: "Cash", three: null });
    const merged = await changeTopics(held.db, { is: "merge", id: cash, into: refunds }, await seen());
    expect(await assessed()).toEqual({ assessed: 1, failed: 0 });
    expect(await topics()).toMatchObject({ one: "Refunds", two: "Refunds" });
    await undoTopics(held.db, merged.taxonomy.version, await seen());
    expect(await assessed()).toEqual({ assessed: 1, failed: 0 });
    expect(await topics()).toMatchObject({ one: "Refunds", two: "Cash" });
    const gone = await changeTopics(held.db, { is: "withdraw", ids: [cash] }, await seen());
    await assessed();
    expect(await topics()).toMatchObject({ one: "Refunds", two: null });
    await undoTopics(held.db, gone.taxonomy.version, await seen());
    expect(await assessed()).toEqual({ assessed: 1, failed: 0 });
    expect(await topics()).toMatchObject({ two: "Cash" });
  });

  test("is sorted nowhere once nobody says what should be learnt", async () => {
    await store("one", { text: "refund" });
    await add("Refunds");
    await learn();
    await assessed();
    await retireModels(held.db);
    expect(await newestModel(held.db)).toBeNull();
    await assessed();
    expect(await topics()).toEqual({ one: null });
    expect(await residual()).toHaveLength(1);
  });

  test("is learnt by the very same one until there is another", async () => {
    expect(await newestModel(held.db)).toBeNull();
    await learn();
    const first = await newestModel(held.db);
    expect(await newestModel(held.db, first)).toBe(first);
    await learn();
    expect(await newestModel(held.db, first)).not.toBe(first);
  });
});

test("what was sorted into a topic that is gone is proposed again and learnt by as unsorted", async () => {
  const one = await store("one");
  const id = await add("Refunds");
  await sortInto(held.db, [one], id, by);
  await assessed();
  expect(await residual()).toEqual([]);
  const { taxonomy } = await changeTopics(held.db, { is: "withdraw", ids: [id] }, await seen());
  await assessed();
  expect(await residual()).toEqual([one]);
  expect(await trainingSet(held.db, { from: SINCE, most: 9 })).toMatchObject({
    ...{ examples: [], unsorted: { texts: ["my parcel is late"], isCounted: [false] } },
  });
  await undoTopics(held.db, taxonomy.version, await seen());
  await assessed();
  expect(await topics()).toEqual({ one: "Refunds" });
});

describe("a candidate", () => {
  const members = async () => {
    const ids = [await store("one"), await store("two"), await store("three")];
    await assessed();
    return ids;
  };
  const group = (ids: string[]) => [{ words: ["parcel"], typical: ids.slice(0, 2), members: ids }];
  test("leaves alone what a person has sorted elsewhere meanwhile, also when it is taken back", async () => {
    const ids = await members();
    await saveProposals(held.db, group(ids), NOW);
    const [login, delivery] = [await add("Login"), await add("Delivery")];
    await sortInto(held.db, ids.slice(0, 1), login, { ...by, now: new Date("2026-11-20T11:00:00Z") });
    const id = await proposed();
    await sortCandidate(held.db, id, { ...by, topicId: delivery });
    await assessed();
    expect(await topics()).toEqual({ one: "Login", two: "Delivery", three: "Delivery" });
    await reopenCandidate(held.db, id, by);
    await assessed();
    expect(await topics()).toEqual({ one: "Login", two: null, three: null });
  });

  test("sorted into a topic that was merged can be taken back", async () => {
    const ids = await members();
    await saveProposals(held.db, group(ids), NOW);
    const [old, into] = [await add("Old"), await add("Delivery")];
    await changeTopics(held.db, { is: "merge", id: old, into }, await seen());
    const id = await proposed();
    await sortCandidate(held.db, id, { ...by, topicId: old });
    expect(await examplesOf(into)).toHaveLength(3);
    await reopenCandidate(held.db, id, by);
    expect(await examplesOf(into)).toEqual([]);
  });

  test("that was decided on while groups were made is not proposed anew", async () => {
    const ids = await members();
    await saveProposals(held.db, group(ids), NOW);
    await confirmCandidate(held.db, await proposed(), { ...(await seen()), name: "Late parcels" });
    expect(await saveProposals(held.db, group(ids), NOW)).toBe(0);
    expect(await openCandidates(held.db, NOW)).toEqual([]);
  });
});

describe("while an assessment is stored", () => {
  /** Whether it waits for the transaction that stores one, rather than take rows that this one needs. */
  const waits = async (work: () => Promise<unknown>): Promise<boolean> => {
    let isDone = false;
    let going: Promise<unknown> | undefined;
    const isBlocked = await held.db.$client.begin(async (sql) => {
      await sql`select from workspaces for share`;
      going = work().then(() => {
        isDone = true;
      });
      for (;;) {
        const [row] = await sql<{ is: boolean }[]>`
          select exists (select from pg_locks where not granted and pid in (
            select pid from pg_stat_activity where datname = current_database())) as is`;
        if (isDone || row?.is) return !isDone;
      }
    });
    await going;
    return isBlocked;
  };

  test.each<[string, (id: string, topicId: number) => Promise<unknown>]>([
    ["a person sorts", (id, topicId) => sortInto(held.db, [id], topicId, by)],
    ["what a person sorted is taken back", (id) => unsort(held.db, [id])],
    ["a word is mapped", async (_, topicId) => mapTag(held.db, { sourceId: await sourceId(), tag: "x", topicId }, NOW)],
    ["topics are changed", (_, id) => changeTopics(held.db, { is: "name", id, name: "b" }, { ...by, seen: 9 })],
    ["groups are proposed", (id) => saveProposals(held.db, [{ words: [], typical: [id], members: [id] }], NOW)],
    ["floods are marked", (id) => saveOutages(held.db, SINCE, [id])],
    ["a candidate is dismissed", async () => dismissCandidate(held.db, await proposed(), by)],
  ])("%s once that is over", async (_, work) => {
    await createWorkspace(held.db, { name: "x", zone: "UTC", mode: "own", now: NOW });
    const [id, topicId] = [await store("one"), await add("a")];
    await assessed();
    await saveProposals(held.db, [{ words: ["x"], typical: [id], members: [id] }], NOW);
    expect(await waits(() => work(id, topicId))).toBe(true);
  });
});

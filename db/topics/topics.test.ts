import { beforeEach, describe, expect, test } from "vitest";
import { annotationsIn } from "#db/annotations.ts";
import { testDb } from "#db/testing/db.ts";
import { rangeOfDates } from "#lib/time/range.ts";
import { confirmCandidate, dismissCandidate, openCandidates, reopenCandidate, sortCandidate } from "./candidates.ts";
import { examplesAmong, sortInto, textsUnder, unsort } from "./examples.ts";
import { saveProposals, unsortedTexts } from "./proposals.ts";
import { mapTag, sourceTags } from "./tags.ts";
import { changeTopics, loadTaxonomy, namesNow, topicChanges, undoTopics } from "./taxonomy.ts";
import { by, NOW, topicDesk } from "./testing/topic-desk.ts";

const held = testDb();
const { store, assessed, topics, sourceId, version, add, forgetAll } = topicDesk(held);

beforeEach(forgetAll);

describe("the taxonomy", () => {
  test("a topic renamed counts its conversations under the new name, no other is read again, and old names find it", async () => {
    const [one] = [await store("one", { topic: "refund" }), await store("two", { topic: "login" })];
    await assessed();
    const id = await add("Refunds");
    await sortInto(held.db, [one], id, by);
    expect(await assessed()).toEqual({ assessed: 1, failed: 0 });
    expect(await topics()).toEqual({ one: "Refunds", two: "login" });
    await changeTopics(held.db, { is: "name", id, name: "Money back" }, { ...by, seen: await version() });
    expect(await assessed()).toEqual({ assessed: 1, failed: 0 });
    expect(await topics()).toEqual({ one: "Money back", two: "login" });
    expect(await namesNow(held.db, ["Refunds", "login", "refunds"])).toEqual(["Money back", "login"]);
  });

  test("merged topics are counted as one, and apart again when that is taken back", async () => {
    const ids = [await store("one"), await store("two")];
    const [refunds, money] = [await add("Refunds"), await add("Money back")];
    await sortInto(held.db, [ids[0] ?? ""], refunds, by);
    await sortInto(held.db, [ids[1] ?? ""], money, by);
    await assessed();
    const { taxonomy } = await changeTopics(
      held.db,
      { is: "merge", id: money, into: refunds },
      { ...by, seen: await version() },
    );
    await assessed();
    expect(await topics()).toEqual({ one: "Refunds", two: "Refunds" });
    expect(await namesNow(held.db, ["money back"])).toEqual(["Refunds"]);
    await undoTopics(held.db, taxonomy.version, { ...by, seen: taxonomy.version });
    await assessed();
    expect(await topics()).toEqual({ one: "Refunds", two: "Money back" });
    await expect(undoTopics(held.db, taxonomy.version, { ...by, seen: await version() })).rejects.toThrow(
      "This change was taken back already.",
    );
  });

  test("two people who edit the same topic: the later one is asked to look again, and nothing is lost", async () => {
    const id = await add("Refunds");
    const seen = await version();
    await changeTopics(held.db, { is: "name", id, name: "Money back" }, { ...by, seen });
    await expect(changeTopics(held.db, { is: "name", id, name: "Returns" }, { ...by, seen })).rejects.toThrow(
      /Somebody else has changed “Money back” meanwhile/,
    );
    await expect(changeTopics(held.db, { is: "merge", id, into: id }, { ...by, seen: 9 })).rejects.toThrow(
      "“Money back” cannot be merged into itself.",
    );
    expect((await loadTaxonomy(held.db.$client)).topics).toMatchObject([{ id, name: "Money back", mergedInto: null }]);
  });

  test("charts mark each change but the first, and the history tells who did what", async () => {
    await add("Refunds");
    await add("Login");
    const range = rangeOfDates("2026-11-16", "2026-11-22", "UTC");
    if (!range) throw new Error("no range");
    await held.db.$client`update annotations set at = at - interval '1 day' where version = '1'`;
    expect((await annotationsIn(held.db, range)).map(({ text }) => text)).toContain("New topic “Login”");
    expect(await topicChanges(held.db, 5)).toMatchObject([
      { version: 2, text: "New topic “Login”", by: null, isUndone: false },
      { version: 1, text: "New topic “Refunds”", by: null, isUndone: false },
    ]);
  });
});

test("a source's word that is mapped is counted under its topic, and as itself again", async () => {
  await store("one", { topic: "refund" });
  await store("two", { tags: ["x", "refund"] });
  await store("three", { topic: "login" });
  await assessed();
  const [source, id] = [await sourceId(), await add("Refunds")];
  await mapTag(held.db, { sourceId: source, tag: "refund", topicId: id }, NOW);
  expect(await assessed()).toEqual({ assessed: 2, failed: 0 });
  expect(await topics()).toEqual({ one: "Refunds", three: "login", two: "Refunds" });
  expect(await sourceTags(held.db, new Date("2026-11-01T00:00:00Z"))).toMatchObject([
    { tag: "refund", conversations: 2, topicId: id, source: "desk" },
    { tag: "login", conversations: 1, topicId: null },
    { tag: "x", conversations: 1, topicId: null },
  ]);
  expect(await mapTag(held.db, { sourceId: source, tag: "refund", topicId: null }, NOW)).toBe(id);
  await assessed();
  expect(await topics()).toEqual({ one: "refund", three: "login", two: "x" });
  await expect(mapTag(held.db, { sourceId: source, tag: "refund", topicId: 99 }, NOW)).rejects.toThrow(
    "This topic is gone",
  );
});

test("what a person said of a conversation goes before its source's word, and can be taken back", async () => {
  const one = await store("one", { topic: "refund" });
  const id = await add("Login");
  await sortInto(held.db, [one], id, by);
  await assessed();
  expect(await topics()).toEqual({ one: "Login" });
  expect(await examplesAmong(held.db, [one])).toEqual([{ conversationId: one, topicId: id }]);
  await unsort(held.db, [one]);
  expect(await examplesAmong(held.db, [one])).toEqual([{ conversationId: one, topicId: null }]);
  await assessed();
  expect(await topics()).toEqual({ one: "refund" });
});

test("under a topic stands what people sorted into it at once, and what is counted by its name but for what they took away", async () => {
  const [one, two, three] = [await store("one"), await store("two", { topic: "Login" }), await store("three")];
  const login = await add("Login");
  const card = await add("Card");
  await assessed();
  const under = (only: "all" | "examples") =>
    textsUnder(held.db, { name: "Login", ids: [login] }, { only, most: 9 }).then((all) =>
      all.map(({ conversationId, isExample }) => [conversationId, isExample]),
    );
  expect(await under("all")).toEqual([[two, false]]);
  await sortInto(held.db, [one, three], login, by);
  await sortInto(held.db, [two], card, by);
  expect((await under("all")).toSorted()).toEqual(
    [
      [one, true],
      [three, true],
    ].toSorted(),
  );
  await unsort(held.db, [two]);
  expect((await under("examples")).map(([id]) => id)).not.toContain(two);
  expect((await under("all")).length).toBe(3);
});

test("changes are told in the names of their time", async () => {
  const id = await add("Login");
  await changeTopics(held.db, { is: "name", id, name: "Sign-in" }, { ...by, seen: await version() });
  await changeTopics(held.db, { is: "name", id, name: "Passwords" }, { ...by, seen: await version() });
  expect((await topicChanges(held.db, 9)).map(({ text }) => text)).toEqual([
    "Topic “Sign-in” renamed “Passwords”",
    "Topic “Login” renamed “Sign-in”",
    "New topic “Login”",
  ]);
});

describe("the inbox", () => {
  const propose = async () => {
    const ids = [await store("one"), await store("two"), await store("three", { topic: "known" })];
    await assessed();
    const left = await unsortedTexts(held.db, new Date("2026-11-01T00:00:00Z"));
    expect(left.map(({ conversationId }) => conversationId).sort()).toEqual(ids.slice(0, 2).sort());
    const members = left.map(({ conversationId }) => conversationId);
    await saveProposals(held.db, [{ words: ["parcel"], typical: members.slice(0, 1), members }], NOW);
    const [candidate] = await openCandidates(held.db, NOW);
    if (!candidate) throw new Error("none");
    expect(candidate).toMatchObject({
      words: ["parcel"],
      size: 2,
      newestWeek: 0,
      typical: [{ text: "my parcel is late" }],
    });
    return { candidate, members };
  };

  test("nothing unconfirmed is counted; a name makes it a topic, and that can be taken back", async () => {
    const { candidate, members } = await propose();
    expect(await topics()).toMatchObject({ one: null, two: null });
    const id = await confirmCandidate(held.db, candidate.id, { ...by, seen: await version(), name: "Late parcels" });
    await assessed();
    expect(await topics()).toEqual({ one: "Late parcels", two: "Late parcels", three: "known" });
    expect((await examplesAmong(held.db, members)).map(({ topicId }) => topicId)).toEqual([id, id]);
    await expect(dismissCandidate(held.db, candidate.id, by)).rejects.toThrow("Somebody has decided");
    await reopenCandidate(held.db, candidate.id, by);
    await assessed();
    expect(await topics()).toMatchObject({ one: null, two: null });
    expect((await openCandidates(held.db, NOW)).map((one) => one.size)).toEqual([members.length]);
    // Its name is free again.
    await confirmCandidate(held.db, candidate.id, { ...by, seen: await version(), name: "Late parcels" });
  });

  test("a name that is taken decides nothing", async () => {
    const { candidate } = await propose();
    await add("Late parcels");
    await expect(
      confirmCandidate(held.db, candidate.id, { ...by, seen: await version(), name: "late parcels" }),
    ).rejects.toThrow(/There is a topic “late parcels” already/);
    expect(await openCandidates(held.db, NOW)).toHaveLength(1);
  });

  test("its conversations are sorted into a topic that is there", async () => {
    const { candidate } = await propose();
    const topicId = await add("Delivery");
    await sortCandidate(held.db, candidate.id, { ...by, topicId });
    await assessed();
    expect(await topics()).toMatchObject({ one: "Delivery", two: "Delivery" });
  });

  test("a dismissed one that is less than half of a group hides nothing of it", async () => {
    const { candidate, members } = await propose();
    await dismissCandidate(held.db, candidate.id, by);
    const more = [await store("four"), await store("five"), await store("six")];
    await assessed();
    const whole = { words: ["parcel"], typical: members, members: [...members, ...more] };
    expect(await saveProposals(held.db, [whole], NOW)).toBe(1);
    expect((await openCandidates(held.db, NOW)).map(({ size }) => size)).toEqual([5]);
  });

  test("one that was dismissed is not proposed again; one that is no group any more is gone", async () => {
    const { candidate, members } = await propose();
    await dismissCandidate(held.db, candidate.id, by);
    const again = { words: ["parcel"], typical: members, members };
    expect(await saveProposals(held.db, [again], NOW)).toBe(0);
    await reopenCandidate(held.db, candidate.id, by);
    expect(await saveProposals(held.db, [again], NOW)).toBe(1);
    expect((await openCandidates(held.db, NOW)).map(({ id }) => id)).toEqual([candidate.id]);
    expect(await saveProposals(held.db, [], NOW)).toBe(0);
    await expect(reopenCandidate(held.db, candidate.id, by)).rejects.toThrow("no longer proposed");
  });
});

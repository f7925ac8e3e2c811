import { beforeEach, describe, expect, test } from "vitest";
import { annotationsIn } from "#db/annotations.ts";
import { testDb } from "#db/testing/db.ts";
import { addUser, removeUser } from "#db/users.ts";
import { rangeOfDates } from "#lib/time/range.ts";
import type { GapChange } from "#lib/topics/board/gap.ts";
import { articlesToLink, boardGaps, changeGap, gapEntries, noteGap, takeBackGap } from "./gaps.ts";

const held = testDb();
const NOW = new Date("2026-11-20T12:00:00Z");
const TODAY = "2026-11-20";
const ARTICLE = "018f0000-0000-7000-8000-00000000000a";
const people = { ines: "", mara: "" };

beforeEach(async () => {
  const sql = held.db.$client;
  await sql`truncate taxonomies, topics, gaps, gap_entries, articles, users, annotations`;
  for (const name of ["ines", "mara"] as const) {
    const email = `${name}@example.com`;
    people[name] = await addUser(held.db, { email, name, role: "knowledge", passwordHash: "x", now: NOW });
  }
  await sql`insert into taxonomies (version, next_id) values (3, 5)`;
  await sql`insert into topics (id, name, is_knowledge, merged_into, is_withdrawn, version) values
    (1, 'Refunds', true, null, false, 1), (2, 'E-reader', true, null, false, 1), (3, 'Money back', true, 1, false, 2),
    (4, 'Gone', true, null, true, 3)`;
  await sql`insert into articles (id, collection_id, external_id, title, body, sha256, changed_at) values
    (${ARTICLE}, ${ARTICLE}, 'a', 'How refunds work', 'Five days.', 'x', ${NOW})`;
});

const by = (who: keyof typeof people, minutes = 0) => ({
  userId: people[who],
  now: new Date(NOW.getTime() + minutes * 60_000),
  today: TODAY,
});
const change = (seen: number, one: GapChange, who: keyof typeof people = "ines", topicId = 1) =>
  changeGap(held.db, { topicId, seen, change: one }, by(who, seen));

const PUBLISH = { is: "publish", publishedOn: "2026-11-02", articleId: ARTICLE } as const;

test("from a topic to a closed gap: each step is on the board and in the journal, and the newest note beside it", async () => {
  await change(0, { is: "open" });
  await change(1, { is: "own", ownerId: people.mara });
  await noteGap(held.db, 1, "Draft at 60 %", by("mara", 1.5));
  await change(2, { is: "due", dueOn: "2026-12-01" }, "mara");
  await change(3, PUBLISH, "mara");
  expect(await boardGaps(held.db)).toMatchObject([
    {
      ...{ topicId: 1, topic: "Refunds", status: "published", owner: "mara", dueOn: "2026-12-01", revision: 4 },
      ...{ article: "How refunds work", publishedOn: "2026-11-02", note: "Draft at 60 %" },
      ...{ statusSince: new Date("2026-11-20T12:03:00Z"), createdAt: NOW },
    },
  ]);
  await change(4, { is: "close", reason: "It worked." });
  expect((await gapEntries(held.db, 1)).map(({ by: who, kind, text }) => [who, kind, text])).toEqual([
    ["ines", "change", "Closed: It worked."],
    ["mara", "change", "“How refunds work” was published on Mon 2 Nov 2026."],
    ["mara", "change", "Due on Tue 1 Dec 2026."],
    ["mara", "note", "Draft at 60 %"],
    ["ines", "change", "mara took it."],
    ["ines", "change", "Put it on the board."],
  ]);
  expect((await boardGaps(held.db))[0]).toMatchObject({ status: "closed", closedReason: "It worked." });
});

test("what a change returns takes it back, the first one too", async () => {
  const opened = await change(0, { is: "open" });
  const owned = await change(1, { is: "own", ownerId: people.ines });
  const undone = await takeBackGap(held.db, owned, by("ines", 5));
  expect(await boardGaps(held.db)).toMatchObject([{ status: "new", ownerId: null, revision: 3 }]);
  const again = await takeBackGap(held.db, undone, by("ines", 6));
  expect(await boardGaps(held.db)).toMatchObject([{ status: "owned", ownerId: people.ines, revision: 4 }]);
  expect([opened, again]).toEqual([
    { topicId: 1, seen: 1 },
    { topicId: 1, seen: 4 },
  ]);
  const other = await change(0, { is: "open" }, "ines", 2);
  expect(await takeBackGap(held.db, other, by("ines", 7))).toEqual({ topicId: 2, seen: 0 });
  expect((await boardGaps(held.db)).map(({ topicId }) => topicId)).toEqual([1]);
  expect(await gapEntries(held.db, 1)).toHaveLength(4);
});

describe("taking back", () => {
  test("whoever asks says nothing of what was there: what is sent besides is not looked at", async () => {
    await change(0, { is: "open" });
    await change(1, { is: "own", ownerId: people.mara }, "mara");
    const forged = { topicId: 1, seen: 2, change: { is: "put", gap: { status: "closed", closedReason: "Forged." } } };
    await takeBackGap(held.db, forged, by("ines", 5));
    expect(await boardGaps(held.db)).toMatchObject([{ status: "new", ownerId: null, closedReason: null }]);
  });

  test("a change that another has followed stays, and so does what nobody has changed", async () => {
    const opened = await change(0, { is: "open" });
    await change(1, { is: "own", ownerId: people.mara }, "mara");
    await expect(takeBackGap(held.db, opened, by("ines", 5))).rejects.toThrow("mara has changed this topic meanwhile");
    await expect(takeBackGap(held.db, { topicId: 2, seen: 0 }, by("ines"))).rejects.toThrow(
      "nothing here to take back",
    );
    expect(await boardGaps(held.db)).toMatchObject([{ topicId: 1, status: "owned", owner: "mara" }]);
  });

  test("a note in between is no change, and what was said before changes were kept is left alone", async () => {
    await change(0, { is: "open" });
    const owned = await change(1, { is: "own", ownerId: people.mara });
    await noteGap(held.db, 1, "Asked Billing", by("mara", 3));
    await takeBackGap(held.db, owned, by("ines", 4));
    expect(await boardGaps(held.db)).toMatchObject([{ status: "new", note: "Asked Billing" }]);
    await held.db.$client`update gap_entries set before = null`;
    await expect(takeBackGap(held.db, { topicId: 1, seen: 3 }, by("ines", 5))).rejects.toThrow(
      "nothing here to take back",
    );
  });
});

describe("two at once", () => {
  test("whoever saw another state is told what was done and by whom, and changes nothing", async () => {
    await change(0, { is: "open" });
    await change(1, { is: "own", ownerId: people.mara }, "mara");
    await expect(change(1, { is: "close", reason: "Old." })).rejects.toThrow(
      "mara has changed this topic meanwhile: “mara took it.” Look at it again first.",
    );
    expect((await boardGaps(held.db))[0]?.status).toBe("owned");
  });

  test("of two who put it on the board one does", async () => {
    const both = await Promise.allSettled([change(0, { is: "open" }), change(0, { is: "open" }, "mara")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await boardGaps(held.db)).toMatchObject([{ revision: 1 }]);
  });
});

test("what is not there is refused in a sentence", async () => {
  const nobody = "018f0000-0000-7000-8000-0000000000ff";
  await expect(change(0, { is: "open" }, "ines", 4)).rejects.toThrow("There is no such topic any more.");
  await expect(change(0, { is: "open" }, "ines", 99)).rejects.toThrow("There is no such topic any more.");
  await expect(noteGap(held.db, 1, "x", by("ines"))).rejects.toThrow("This topic is not on the board.");
  await change(0, { is: "open" });
  await expect(change(1, { is: "own", ownerId: nobody })).rejects.toThrow("There is nobody of this name any more.");
  await expect(change(1, { ...PUBLISH, articleId: nobody })).rejects.toThrow("There is no such article any more.");
  expect(await articlesToLink(held.db)).toEqual([{ id: ARTICLE, title: "How refunds work" }]);
});

test("a merged topic's gap goes by the name it is counted under, and one whose owner left stays", async () => {
  await change(0, { is: "open" }, "ines", 3);
  await change(1, { is: "own", ownerId: people.mara }, "ines", 3);
  await removeUser(held.db, people.mara, NOW);
  expect(await boardGaps(held.db)).toMatchObject([{ topicId: 3, topic: "Refunds", owner: "mara", status: "owned" }]);
});

test("a published article stands on the charts as long as it is published", async () => {
  const range = rangeOfDates("2026-10-26", "2026-11-08", "UTC");
  if (!range) throw new Error("no range");
  await change(0, { is: "open" });
  await change(1, { is: "own", ownerId: people.ines });
  const published = await change(2, PUBLISH);
  expect(await annotationsIn(held.db, range)).toEqual([
    { id: "article 1", kind: "article", date: "2026-11-02", at: null, text: "Article on Refunds", author: "ines" },
  ]);
  await takeBackGap(held.db, published, by("ines", 9));
  expect((await boardGaps(held.db))[0]?.status).toBe("owned");
  expect(await annotationsIn(held.db, range)).toEqual([]);
});

import { beforeEach, describe, expect, test } from "vitest";
import { openRefusedOfFiles } from "#db/import-runs.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { retryRefused } from "#jobs/import/retry.ts";
import { takeIn } from "./take-in.ts";

const held = testDb();
const now = new Date("2026-11-20T12:00:00Z");

beforeEach(async () => {
  await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, sources,
    refused_records, workspaces`;
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now });
});

const send = async (records: unknown, source = "bot") => {
  const body = (async function* () {
    yield new TextEncoder().encode(typeof records === "string" ? records : JSON.stringify(records));
  })();
  const { results } = await takeIn(held.db, body, { mode: "own", zone: "UTC", source, sender: "test" });
  return results.map(({ verdict }) => verdict);
};
const said = (text: string, more: object = {}) => ({
  id: "c-1",
  messages: [{ at: "2026-10-01T10:00:00Z", author: { kind: "customer" }, text }],
  ...more,
});
const stored = async () =>
  (await held.db.$client<{ text: string }[]>`select text from messages order by 1`).map(({ text }) => text);

/** Enough of them that in one of two any other order would show. */
const WORDS = "one two three four five six seven eight".split(" ");

describe("what says nothing of its revision", () => {
  test("follows what was sent before it; the same again changes nothing", async () => {
    for (const word of WORDS) {
      await send(said(word));
      expect(await stored()).toEqual([word]);
      const before = await contentsOf(held.db);
      expect(await send(said(word))).toEqual(["unchanged"]);
      expect(await send(JSON.stringify(said(word), null, 1))).toEqual(["unchanged"]);
      expect(await contentsOf(held.db)).toEqual(before);
    }
  });

  test("goes by its place in one body too", async () => {
    for (const word of WORDS) {
      const others = WORDS.filter((one) => one !== word).map((one) => said(one));
      await send([...others, said(word)]);
      expect(await stored()).toEqual([word]);
    }
  });

  test("follows one that says it, and is followed by one", async () => {
    await send(said("first", { updated_at: "2026-11-01T10:00:00Z" }));
    await send(said("second"));
    expect(await stored()).toEqual(["second"]);
    await send(said("third", { updated_at: "2026-10-01T10:00:00Z" }));
    expect(await stored()).toEqual(["third"]);
    await send(said("fourth"));
    await send(said("fifth", { revision: 7 }));
    expect(await stored()).toEqual(["fifth"]);
    expect(await send(said("older", { revision: 6 }))).toEqual(["unchanged"]);
    expect(await stored()).toEqual(["fifth"]);
  });

  test("does not bring back what was deleted", async () => {
    await send(said("one"));
    await send(said("", { deleted: true }));
    expect(await send(said("two"))).toEqual(["unchanged"]);
    expect(await stored()).toEqual([]);
  });
});

describe("a vCon", () => {
  const vcon = (text: string, more: object = {}) => ({
    ...{ vcon: "0.0.2", created_at: "2026-10-01T10:00:00Z", parties: [{ name: "Ann" }], ...more },
    dialog: [{ type: "text", start: "2026-10-01T10:00:00Z", parties: 0, body: text }],
  });

  test("without its uuid is refused and kept, so that several do not become one", async () => {
    expect(await send([vcon("a"), vcon("b"), vcon("c", { uuid: "u-1" })])).toEqual(["refused", "refused", "created"]);
    expect(await stored()).toEqual(["c"]);
    const reason = "a vCon that is sent needs its uuid: nothing else names it";
    expect(await openRefusedOfFiles(held.db)).toMatchObject([{ reason }, { reason }]);
    expect(
      await retryRefused({ db: held.db, context: { now, zone: "UTC", defaultSource: "x" }, isDryRun: false }),
    ).toEqual({
      taken: 0,
      refused: 2,
    });
  });
});

test("a refused record that is tried again goes to the source it was sent for", async () => {
  expect(await send([said("a", { id: "a", messages: [] }), said("b", { id: "b", messages: [] })], "mine")).toEqual([
    "refused",
    "refused",
  ]);
  await held.db
    .$client`update refused_records set payload = replace(payload, '"messages":[]', '"messages":[],"created_at":1760000000')`;
  const context = { now, zone: "UTC", defaultSource: "import" };
  expect(await retryRefused({ db: held.db, context, isDryRun: false })).toEqual({ taken: 2, refused: 0 });
  const rows = await held.db.$client`select s.key, s.kind from conversations c join sources s on s.id = c.source_id`;
  expect(rows).toMatchObject([
    { key: "mine", kind: "push" },
    { key: "mine", kind: "push" },
  ]);
});

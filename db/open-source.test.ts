import { beforeEach, describe, expect, test } from "vitest";
import { linesOf } from "#lib/import/lines.ts";
import { jsonRecords } from "#lib/import/records.ts";
import { addConnection, disconnectSource, removeSource } from "./connections.ts";
import { saveDelivery, saveHint } from "./hints.ts";
import { importRecords } from "./import-records.ts";
import { type Refusal, saveRefused } from "./import-runs.ts";
import { moveSource, sourceById } from "./sources.ts";
import { contentsOf } from "./testing/contents.ts";
import { testDb } from "./testing/db.ts";
import { createWorkspace } from "./workspace.ts";

const held = testDb();
const now = new Date("2026-03-20T12:00:00Z");
const TABLES = `conversations, assessments, messages, raw_payloads, data_defects, sources, source_hints, source_readings,
  secrets, webhook_deliveries, refused_records, workspaces`;

beforeEach(async () => {
  await held.db.$client.unsafe(`truncate ${TABLES}`);
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now });
});

const add = (key: string, kind: string) =>
  addConnection(held.db, { key, kind, settings: {}, secrets: { s: "x" }, backfillFrom: null, now });
const remove = (id: string) => moveSource(held.db, id, ["active", "checking"], "removing");

const record = (id: string, source = "bot") => ({
  ...{ id, source, revision: 1, created_at: "2026-03-10T10:00:00Z" },
  messages: [{ at: "2026-03-10T10:00:00Z", author: { kind: "customer" }, text: "My secret" }],
});

type Step = () => Promise<unknown>;

/** Pushes records; a step among them is taken when all that came before it is stored. */
const push = async (...parts: (object | Step)[]) => {
  const refusals: Refusal[] = [];
  const verdicts: string[] = [];
  const input = (async function* () {
    for (const [i, part] of parts.entries()) {
      if (typeof part !== "function")
        yield { line: i + 1, payload: JSON.stringify(part), json: part, hadInvalidUtf8: false };
      else {
        // A batch is full at 8 MB, and the next one is read while it is being stored.
        yield { line: i + 1, payload: "x".repeat(9 << 20), reason: "too large" };
        while (refusals.length === 0) await new Promise((done) => setTimeout(done, 5));
        await part();
      }
    }
  })();
  await importRecords(held.db, input, {
    ...{ kind: "push", context: { now, zone: "UTC", defaultSource: "bot" }, isDryRun: false, byArrival: true },
    onBatch: async (_, some, taken) => {
      verdicts.push(...taken.map(({ id, verdict }) => `${id} ${verdict}`));
      refusals.push(...some);
    },
  });
  return { verdicts, refusals: refusals.filter(({ reason }) => reason !== "too large") };
};

const everything = async (): Promise<unknown[]> => {
  const more = "sources source_hints source_readings secrets webhook_deliveries refused_records".split(" ");
  const rows = await Promise.all(more.map((table) => held.db.$client`select * from ${held.db.$client(table)}`));
  return [...Object.values(await contentsOf(held.db)).flat(), ...rows.flat()];
};

describe("a source that is being removed", () => {
  test("takes no record: each is told why, and nothing of it is kept", async () => {
    const id = await add("bot", "push");
    await remove(id);
    const { verdicts, refusals } = await push(record("a"), record("b", "other"));
    expect(verdicts).toEqual(["b created"]);
    expect(refusals).toMatchObject([
      { line: 1, field: "source", reason: "bot is being removed; send it again once it is gone" },
    ]);
    await saveRefused(held.db, { id: null, fileName: "x" }, refusals, now);
    expect(await held.db.$client`select from refused_records`).toHaveLength(0);
  });

  test("takes none either when that begins in the middle of a body, and in the end nothing is left of it", async () => {
    const id = await add("bot", "push");
    const { verdicts, refusals } = await push(record("a"), () => remove(id), record("b"));
    expect(verdicts).toEqual(["a created"]);
    expect(refusals).toMatchObject([{ line: 3, field: "source" }]);
    await removeSource(held.db, id);
    expect(await everything()).toEqual([]);
  });

  test("waits for the page that is just being stored, and takes it along", async () => {
    const id = await add("bot", "push");
    const sql = held.db.$client;
    const blocked = await sql.reserve();
    // Whoever stores messages has to wait: the page stands in the middle of its transaction.
    await blocked`begin`;
    await blocked`lock table messages in share mode`;
    const pushed = push(record("a"));
    await untilWaiting(1);
    const removed = remove(id).then(() => removeSource(held.db, id));
    await untilWaiting(2);
    await blocked`commit`;
    blocked.release();
    expect((await pushed).verdicts).toEqual(["a created"]);
    await removed;
    expect(await everything()).toEqual([]);
  });

  test("takes no hint and no delivery", async () => {
    const sourceId = await add("desk", "chatwoot");
    await remove(sourceId);
    expect(await saveHint(held.db, { sourceId, externalId: "1", deliveryId: "d1", now })).toBe(false);
    expect(await saveDelivery(held.db, { sourceId, deliveryId: "d2", now })).toBe(false);
    await removeSource(held.db, sourceId);
    expect(await saveHint(held.db, { sourceId, externalId: "1", deliveryId: null, now })).toBe(false);
    expect(await everything()).toEqual([]);
  });

  test("is not brought back by disconnecting it", async () => {
    const id = await add("desk", "chatwoot");
    await remove(id);
    await disconnectSource(held.db, id);
    expect(await sourceById(held.db, id)).toMatchObject({ state: "removing" });
  });

  test("is removed once: what comes under its name afterwards belongs to a new one", async () => {
    const id = await add("bot", "push");
    await push(record("a"));
    await remove(id);
    await Promise.all([removeSource(held.db, id), removeSource(held.db, id)]);
    expect(await everything()).toEqual([]);
    expect((await push(record("b"))).verdicts).toEqual(["b created"]);
    await removeSource(held.db, id);
    expect(await sourceById(held.db, id)).toMatchObject({ key: "bot", kind: "push", state: "active" });
    expect((await contentsOf(held.db))["conversations"]).toHaveLength(1);
  });

  const untilWaiting = async (n: number): Promise<void> => {
    for (let i = 0; i < 400; i++) {
      const rows = await held.db.$client`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      if (rows.length >= n) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error("nobody waits");
  };
});

test("a source that is connected in the middle of a body takes no more of it", async () => {
  const { verdicts, refusals } = await push(record("a"), () => add("desk", "chatwoot"), record("b", "desk"));
  expect(verdicts).toEqual(["a created"]);
  expect(refusals).toMatchObject([{ field: "source", reason: "desk is read by itself; name another source" }]);
});

test("a refused record stays with the source it was meant for, and is told from the same of another", async () => {
  const lines = ['{"id":"x","messages":[]}', '{"id":1,"source":"till","messages":[]}', "{ broken"].join("\n");
  const body = async function* () {
    yield Buffer.from(lines);
  };
  for (const defaultSource of ["bot", "shop", "bot"]) {
    await importRecords(held.db, jsonRecords(linesOf(body()), null), {
      ...{ kind: "push", context: { now, zone: "UTC", defaultSource }, isDryRun: false },
      onBatch: (_, refusals) => saveRefused(held.db, { id: null, fileName: "pushed by test" }, refusals, now),
    });
  }
  const rows = await held.db.$client`select source_key, line::int from refused_records order by 1, 2`;
  expect(rows.map((row) => `${row["source_key"]} ${row["line"]}`)).toEqual([
    "bot 1",
    "bot 3",
    "shop 1",
    "shop 3",
    "till 2",
  ]);
  const id = await add("bot", "push");
  await remove(id);
  await removeSource(held.db, id);
  expect(await held.db.$client`select from refused_records`).toHaveLength(3);
});

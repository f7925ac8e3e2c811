import { beforeEach, describe, expect, test } from "vitest";
import { addConnection } from "#db/connections.ts";
import { contentsOf } from "#db/testing/contents.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { EXAMPLE } from "#lib/import/example.ts";
import { takeIn } from "./take-in.ts";

const held = testDb();
const setting = { mode: "own", zone: "UTC", source: "push", sender: "test" };

beforeEach(async () => {
  await held.db.$client`truncate conversations, assessments, messages, raw_payloads, data_defects, sources,
    refused_records, workspaces, secrets, source_readings`;
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
});

const record = (id: string | null, more: object = {}) => ({ ...EXAMPLE, source: undefined, id, ...more });

async function* inPieces(text: string, size = 7000): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const send = (text: string) => takeIn(held.db, inPieces(text), setting);

describe("a body that is pushed", () => {
  test.each([
    ["one record", JSON.stringify(record("a")), 1],
    ["one over many lines", JSON.stringify(record("a"), null, 2), 1],
    ["a list", JSON.stringify([record("a"), record("b")]), 2],
    ["JSON lines", [record("a"), record("b"), record("c")].map((one) => JSON.stringify(one)).join("\n"), 3],
  ])("%s is taken, and sent again changes nothing", async (_, body, n) => {
    expect(await send(body)).toMatchObject({ received: n, created: n, refused: 0 });
    const before = await contentsOf(held.db);
    expect(await send(body)).toMatchObject({ received: n, created: 0, unchanged: n });
    expect(await contentsOf(held.db)).toEqual(before);
  });

  test("the answer says of each record what became of it", async () => {
    await send(JSON.stringify(record("known")));
    const lines = [
      JSON.stringify(record("new")),
      "{ broken",
      JSON.stringify(record(null)),
      JSON.stringify(record("known", { revision: "2026-11-09T00:00:00Z" })),
      JSON.stringify(record("new")),
    ];
    const { results } = await send(lines.join("\n"));
    expect(results).toEqual([
      { line: 1, source: "push", id: "new", verdict: "created" },
      { line: 2, verdict: "refused", field: "", reason: "not JSON: broken or cut off" },
      { line: 3, verdict: "refused", field: "id", reason: "missing or unusable" },
      { line: 4, source: "push", id: "known", verdict: "updated" },
      { line: 5, source: "push", id: "new", verdict: "unchanged" },
    ]);
    expect(await held.db.$client`select from refused_records`).toHaveLength(2);
  });

  test("nothing is brought under the name of a source that is read by itself", async () => {
    const connection = {
      key: "desk",
      kind: "chatwoot",
      settings: {},
      secrets: {},
      backfillFrom: null,
      now: new Date(),
    };
    await addConnection(held.db, connection);
    const { results } = await send(JSON.stringify(record("a", { source: "desk" })));
    expect(results).toMatchObject([{ verdict: "refused", field: "source" }]);
  });

  test("an empty body, and a workspace that shows the demo, are refused in a sentence", async () => {
    await expect(takeIn(held.db, null, setting)).rejects.toMatchObject({ code: "bad_input" });
    await expect(send("")).rejects.toMatchObject({ code: "bad_input" });
    const demo = takeIn(held.db, inPieces(JSON.stringify(record("a"))), { ...setting, mode: "demo" });
    await expect(demo).rejects.toMatchObject({ code: "conflict" });
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { copyOut, copyRows } from "./copy.ts";
import { testDb } from "./testing/db.ts";

const held = testDb();
const rows = (n: number) => `copy (select repeat('x', 999) from generate_series(1, ${n})) to stdout`;

const ask = async (sql: Parameters<typeof copyOut>[0]) => {
  const answer = await Promise.race([sql.unsafe("select 1 as one"), sleep(3000, [{ one: "no answer" }])]);
  return answer[0]?.["one"] as unknown;
};

test("a connection answers on after rows of any size were copied out of it by a slow reader", async () => {
  const { db } = held;
  const sql = await db.$client.reserve();
  for (const n of [0, 1, 60, 130, 160, 200, 250, 320]) {
    let length = 0;
    for await (const chunk of copyOut(sql, rows(n))) {
      length += chunk.length;
      await sleep(20);
    }
    expect(length).toBe(n * 1000);
    expect(await ask(sql)).toBe(1);
  }
  sql.release();
});

test("a reader that stops early leaves the connection usable", async () => {
  const { db } = held;
  const sql = await db.$client.reserve();
  for await (const _ of copyOut(sql, rows(20_000))) break;
  expect(await ask(sql)).toBe(1);
  sql.release();
});

test("a row that the server refuses ends the copy with the server's own words, and the connection answers on", async () => {
  const { db } = held;
  const copied = db.$client.begin((sql) =>
    copyRows(sql, "sources", ["id", "key", "kind", "created_at"], [["no uuid", "a", "import", new Date(0)]]),
  );
  await expect(Promise.race([copied, sleep(3000, "no answer")])).rejects.toThrow("invalid input syntax for type uuid");
  const sql = await db.$client.reserve();
  expect(await ask(sql)).toBe(1);
  sql.release();
});

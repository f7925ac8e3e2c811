import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { importCommand, record, summary } from "#jobs/testing/import-command.ts";

const { held, dir, run, file, ids } = importCommand();

describe("a file that cannot be read ends in one sentence, and the others go in", () => {
  test.each<[string, () => string, string]>([
    ["empty", () => file("empty.jsonl", ""), "nothing in it."],
    ["missing", () => "gone.jsonl", "does not exist."],
    ["a directory", () => basename(mkdirSync(join(dir, "folder"), { recursive: true }) ?? "folder"), "is a directory"],
    ["another format", () => file("notes.txt", "Dear diary"), "is neither JSON nor one of the four CSV files."],
  ])("%s", async (_name, make, sentence) => {
    const { code, err, out } = await run([make(), file("fine.jsonl", record("a"))]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
    expect(out).toEqual(summary("new 1"));
  });

  test("a packed file that is cut off gives what came before, a packed file of nothing has nothing in it", async () => {
    const lines = Array.from({ length: 400 }, (_, i) =>
      record(`c${i}`, { note: randomBytes(200).toString("hex") }),
    ).join("\n");
    const packed = gzipSync(lines);
    file("cut.gz", packed.subarray(0, packed.length / 2));
    file("none.gz", gzipSync(""));
    const csv = gzipSync("conversation_id,created_at\nx,2026-11-02T10:00:00Z\n");
    file("cut.csv.gz", csv.subarray(0, csv.length - 4));
    const { code, out, err } = await run(["cut.gz", "none.gz", "cut.csv.gz", file("fine.jsonl", record("fine"))]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      expect.stringContaining("cut.gz is damaged or cut off"),
      expect.stringContaining("none.gz: nothing in it."),
      expect.stringContaining("cut.csv.gz is damaged or cut off"),
    ]);
    expect(out.trim().split("\n")).toHaveLength(3);
    const stored = await ids();
    expect(stored.length).toBeGreaterThan(100);
    expect(stored).toEqual(expect.arrayContaining(["c0", "fine", "x"]));
    expect(await held.db.$client`select error from import_runs where file_name = 'cut.gz'`).toMatchObject([
      { error: expect.stringContaining("cut off") },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)("without permission (skipped as root, who may read everything)", async () => {
    chmodSync(join(dir, file("secret.jsonl", record("a"))), 0o000);
    expect((await run(["secret.jsonl"])).err).toContain("may not be read by this user.");
  });

  test("a workspace that shows the demo takes nothing in until it is told to leave the demo", async () => {
    await held.db.$client`update workspaces set mode = 'demo'`;
    const name = file("own.jsonl", record("a"));
    expect(await run([name])).toMatchObject({
      code: 1,
      err: expect.stringContaining("This workspace shows the demo."),
    });
    expect((await run(["--start-with-my-data", name])).out).toEqual(summary("new 1"));
  });
});

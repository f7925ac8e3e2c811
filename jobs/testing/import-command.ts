import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { EXAMPLE } from "#lib/import/example.ts";

const command = join(import.meta.dirname, "../commands/import.ts");

const TABLES =
  "conversations, assessments, messages, raw_payloads, data_defects, sources, import_runs, refused_records, workspaces";

type Ran = { code: number | null; out: string; err: string };

/** The import command as people run it, in a directory and on a database of this test file's own, which is emptied before
 * each test. Call it at the top of the file. */
export const importCommand = () => {
  const held = testDb();
  const dir = mkdtempSync(join(tmpdir(), "seam-import-"));
  const empty = async (): Promise<void> => {
    await held.db.$client.unsafe(`truncate ${TABLES}`);
    await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date() });
  };
  beforeEach(empty);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const start = (args: string[], input?: Buffer | string) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: dir,
      env: { ...process.env, DATABASE_URL: held.url },
    });
    const ran: Ran = { code: null, out: "", err: "" };
    child.stdout.on("data", (chunk) => (ran.out += chunk));
    child.stderr.on("data", (chunk) => (ran.err += chunk));
    child.stdin.end(input ?? "");
    const done = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ ...ran, code })));
    return { child, done };
  };
  const run = (args: string[], input?: Buffer | string) => start(args, input).done;

  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(dir, name), content);
    return name;
  };
  const ids = async () =>
    (await held.db.$client<{ external_id: string }[]>`select external_id from conversations order by 1`).map(
      (row) => row.external_id,
    );
  return { held, dir, empty, start, run, file, ids };
};

export const record = (id: string, more: object = {}) => JSON.stringify({ ...EXAMPLE, id, ...more });
export const summary = (counts: string) => expect.stringContaining(counts);

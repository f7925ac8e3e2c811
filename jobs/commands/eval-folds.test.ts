import { execFile, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const COMMAND = join(import.meta.dirname, "eval-folds.ts");

const folderOf = (files: Record<string, object[]>): string => {
  const dir = mkdtempSync(join(tmpdir(), "seam-eval-folds-"));
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(dir, name), lines.map((line) => JSON.stringify(line)).join("\n"));
  return dir;
};

const evaluate = (dir: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, dir], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const textOf = (task: string, text: string, labels: object, i: number) => ({
  ...{ id: `${task}-${i}`, kind: i % 2 === 0 ? "chat" : "mail", role: "customer", text, labels },
  source: { repo: "own", dialogue: Math.floor(i / 2) },
});

const MOODS: [string, 0 | 1][] = [
  ["this is the worst service i have ever had", 1],
  ["where can i see my invoices?", 0],
  ["three weeks and still nothing, what a joke", 1],
  ["thank you, that was quick", 0],
  ["you never answer, i am fed up with this", 1],
  ["i would like to change my address please", 0],
];

const FOLDER = folderOf({
  "t1_own.jsonl": [
    textOf("t1", "as i said, the order number is 5512", { binary: 1 }, 0),
    textOf("t1", "my order number is 5512", { binary: 0 }, 1),
  ],
  "t4_own.jsonl": Array.from({ length: 24 }, (_, i) => {
    const [text, frustration] = MOODS[i % MOODS.length] ?? MOODS[0] ?? ["", 0];
    return textOf("t4", `${text} (${i})`, { frustration }, i);
  }),
});

const rowOf = (out: string, name: string): string[] =>
  out
    .split("\n")
    .find((line) => line.trim().startsWith(name))
    ?.trim()
    .slice(name.length)
    .trim()
    .split(/\s+/) ?? [];

test("what is learnt is held out by dialogue and by register, what is not has its interval", async () => {
  const { code, out, err } = await evaluate(FOLDER);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(rowOf(out, "repetition R1").slice(0, 5)).toEqual(["2", "1", "1.00", "1.00", "1.00"]);
  for (const name of ["in sample", "10 folds by dialogue", "each register left out"])
    expect(rowOf(out, name).slice(0, 2)).toEqual(["24", "12"]);
  for (const name of ["without chat", "without mail"]) expect(rowOf(out, name)[0]).toBe("12");
  // Pooled F1, its interval, the mean over folds and their deviation.
  for (const cell of rowOf(out, "10 folds by dialogue").slice(4)) expect(cell).toMatch(/^[01]\.\d\d(–[01]\.\d\d)?$/);
  expect(rowOf(out, "10 folds by dialogue")).toHaveLength(8);
}, 60_000);

test("without labelled texts it says so and is content", async () => {
  const { code, out, err } = await evaluate("/nowhere");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.trim()).toBe("There are no labelled texts in /nowhere: nothing is measured.");
});

test("a line that is no labelled text is named", async () => {
  const { code, err } = await evaluate(folderOf({ "t1_own.jsonl": [{ text: "no id" }] }));
  expect(code).toBe(1);
  expect(err).toContain("t1_own.jsonl, line 1");
});

test("who reads only the first lines ends it without a complaint", async () => {
  const child = spawn(process.execPath, [COMMAND, FOLDER]);
  let err = "";
  child.stderr.on("data", (data) => {
    err += data;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, err }).toEqual({ code: 0, err: "" });
}, 60_000);

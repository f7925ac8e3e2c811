import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const DIR = mkdtempSync(join(tmpdir(), "seam-eval-topics-"));
const COMMAND = join(import.meta.dirname, "eval-topics.ts");

const file = (name: string, text: string): string => {
  writeFileSync(join(DIR, name), text);
  return join(DIR, name);
};

const evaluate = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const THINGS = { card: ["card", "plastic", "contactless"], refund: ["refund", "money back", "repayment"] };
const rows = Object.entries(THINGS).flatMap(([label, things]) =>
  things.flatMap((thing) =>
    ["where is", "i lost", "send me", "what of", "when comes"].map((ask) => `"${ask} my ${thing}",${label}`),
  ),
);

test("two small files give every table", async () => {
  const path = file("good.csv", `text,label\n${rows.join("\n")}\n"",card\n`);
  const { code, out, err } = await evaluate(path, path);
  expect(err).toBe("");
  expect(code).toBe(0);
  for (const name of ["NMI", "ARI", "purity", "seed ARI", "accuracy", "surest 70 %", "coverage AUC", "peak memory"])
    expect(out).toContain(name);
});

test("beside the text a single other column is the label, whatever it is called", async () => {
  const path = file("other.csv", `text,category\n${rows.join("\n")}\n`);
  expect((await evaluate(path, path)).code).toBe(0);
});

test.each([
  ["columns.csv", "message,topic,more\na,b,c\n", "needs a first line that names the columns text and label"],
  ["empty.csv", "", "needs a first line that names the columns text and label"],
  ["broken.csv", 'text,label\n"a,b\n', "is not a CSV file"],
  ["ragged.csv", "text,label\na,b,c\n", "is not a CSV file"],
  ["unlabelled.csv", "text,label\na,\n", "record 1: the label is empty"],
  ["single.csv", "text,label\na,x\nb,x\n", "holds fewer than two labels"],
])("%s ends in a sentence", async (name, text, sentence) => {
  const { code, out, err } = await evaluate(file(name, text), file(name, text));
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(sentence);
});

test("a missing file and a seed that is no number end in a sentence", async () => {
  const path = file("seed.csv", `text,label\n${rows.join("\n")}\n`);
  expect((await evaluate("/nowhere.csv", path)).err).toContain("/nowhere.csv cannot be read");
  expect((await evaluate(path, path, "--seed", "x")).err).toContain("The seed must be a whole number");
});

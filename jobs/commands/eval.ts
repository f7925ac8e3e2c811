import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { run } from "#jobs/commands/run.ts";
import { AppError } from "#lib/errors.ts";
import { type Accuracy, accuracyOf } from "#lib/scanners/accuracy.ts";
import { type Labelled, labelledSchema, labelsFound, QUESTIONS } from "#lib/scanners/labelled.ts";

const program = new Command("npm run eval --")
  .description("Measures the scanners on a folder of labelled texts: precision, recall and F1 with 95 % intervals.")
  .argument("<dir>", "folder with files t1_….jsonl to t6_….jsonl")
  .option("--errors", "also print every text that was judged wrongly");

await run(program, async () => {
  const [dir = "."] = program.args;
  const files = (await namesIn(dir)).filter((name) => name.endsWith(".jsonl") && QUESTIONS[name.slice(0, 2)]);
  if (files.length === 0)
    throw new AppError("bad_input", `There are no labelled texts (t1_….jsonl and so on) in ${dir}.`);
  print(["scanner", "register", "n", "so", "precision", "recall", "F1", "95 %"]);
  for (const name of files.sort()) report(name, await textsIn(join(dir, name)));
});

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch {
    throw new AppError("bad_input", `${dir} cannot be read as a folder.`);
  }
}

async function textsIn(path: string): Promise<Labelled[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = labelledSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new AppError("bad_input", `${path}, line ${i + 1}: ${parsed.error.issues[0]?.message}`);
    return [parsed.data];
  });
}

function report(name: string, texts: Labelled[]): void {
  const read = texts.map((text) => ({ text, labels: labelsFound(text) }));
  for (const { name: scanner, isSo, found } of QUESTIONS[name.slice(0, 2)] ?? []) {
    const judged = read.flatMap(({ text, labels }) => {
      const so = isSo(text.labels);
      const cluster = `${text.source.repo} ${text.source.dialogue ?? text.id}`;
      return so === null ? [] : [{ text, cluster, isSo: so, isFound: found.some((label) => labels.has(label)) }];
    });
    print(rowOf(scanner, "all", accuracyOf(judged, scanner)));
    for (const [kind, some] of [...Map.groupBy(judged, ({ text }) => text.kind)].sort()) {
      print(rowOf("", kind, accuracyOf(some, scanner)));
    }
    if (program.opts<{ errors?: boolean }>().errors) {
      for (const { text, isSo: so } of judged.filter(({ isSo: one, isFound }) => one !== isFound)) {
        process.stdout.write(`    ${so ? "missed" : "wrong "} ${text.id}: ${text.text.replace(/\s+/g, " ")}\n`);
      }
    }
  }
}

function rowOf(
  scanner: string,
  register: string,
  { n, positives, precision, recall, f1, interval }: Accuracy,
): string[] {
  const share = (value: number | null | undefined) => (value == null ? "–" : value.toFixed(2));
  const range = interval ? `${share(interval.low)}–${share(interval.high)}` : "–";
  return [scanner, register, `${n}`, `${positives}`, share(precision), share(recall), share(f1), range];
}

function print(cells: string[]): void {
  const widths = [20, 18, 5, 5, 9, 6, 5, 9];
  process.stdout.write(
    `${cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join(" ")
      .trimEnd()}\n`,
  );
}

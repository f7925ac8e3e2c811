import { join } from "node:path";
import { Command } from "commander";
import { run } from "#jobs/commands/run.ts";
import { labelledFilesIn, labelledIn } from "#jobs/evaluation/labelled-files.ts";
import { accuracyCells, leaveWithReader, printRow } from "#jobs/evaluation/table.ts";
import { AppError } from "#lib/errors.ts";
import { accuracyOf } from "#lib/scanners/accuracy.ts";
import { answersIn, type Labelled } from "#lib/scanners/labelled.ts";

const WIDTHS = [20, 18, 5, 5, 9, 6, 5, 9];

const program = new Command("npm run eval --")
  .description("Measures the scanners on a folder of labelled texts: precision, recall and F1 with 95 % intervals.")
  .argument("<dir>", "folder with files t1_….jsonl to t6_….jsonl")
  .option("--errors", "also print every text that was judged wrongly");

leaveWithReader();

await run(program, async () => {
  const [dir = "."] = program.args;
  const files = await labelledFilesIn(dir);
  if (files === null) throw new AppError("bad_input", `${dir} cannot be read as a folder.`);
  if (files.length === 0)
    throw new AppError("bad_input", `There are no labelled texts (t1_….jsonl and so on) in ${dir}.`);
  printRow(["scanner", "register", "n", "so", "precision", "recall", "F1", "95 %"], WIDTHS);
  for (const name of files) report(name, await labelledIn(join(dir, name)));
});

function report(name: string, texts: Labelled[]): void {
  for (const { question, answers } of answersIn(name.slice(0, 2), texts)) {
    printRow([question, "all", ...accuracyCells(accuracyOf(answers, question))], WIDTHS);
    for (const [kind, some] of [...Map.groupBy(answers, ({ text }) => text.kind)].sort()) {
      printRow(["", kind, ...accuracyCells(accuracyOf(some, question))], WIDTHS);
    }
    if (program.opts<{ errors?: boolean }>().errors) {
      for (const { text, isSo } of answers.filter((answer) => answer.isSo !== answer.isFound)) {
        process.stdout.write(`    ${isSo ? "missed" : "wrong "} ${text.id}: ${text.text.replace(/\s+/g, " ")}\n`);
      }
    }
  }
}

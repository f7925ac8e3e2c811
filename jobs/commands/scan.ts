import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { run } from "#jobs/commands/run.ts";
import { leaveWithReader } from "#jobs/evaluation/table.ts";
import { lineSchema, readLine } from "#lib/scanners/line.ts";

const program = new Command("npm run -s scan --").description(
  'Reads turns, one JSON line each, {"id","role","text","before":[{"role","text"}]}, and writes what is found in each.',
);

leaveWithReader();

await run(program, async () => {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  await pipeline(lines, answers, process.stdout);
});

async function* answers(lines: AsyncIterable<string>) {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== "") yield `${JSON.stringify(answerOf(line, number))}\n`;
  }
}

/** What is found in a line; one that cannot be read gets an answer too, so that the others keep theirs. */
function answerOf(line: string, number: number) {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) return { id: null, line: number, error: sentenceOf(parsed.error.issues), findings: [] };
  return { id: parsed.data.id, findings: readLine(parsed.data) };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function sentenceOf([issue]: { path: PropertyKey[]; message: string }[]): string {
  const field = issue?.path.join(".");
  return field ? `${field}: ${issue?.message}` : "This is no JSON object with id, role and text.";
}

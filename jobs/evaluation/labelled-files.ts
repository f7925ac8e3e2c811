import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { type Labelled, labelledSchema, QUESTIONS } from "#lib/scanners/labelled.ts";

/** The names of a folder's files of labelled texts (t1_….jsonl to t6_….jsonl), in order; null = there is no such folder. */
export async function labelledFilesIn(dir: string): Promise<string[] | null> {
  try {
    return (await readdir(dir)).filter((name) => name.endsWith(".jsonl") && QUESTIONS[name.slice(0, 2)]).sort();
  } catch {
    return null;
  }
}

/** The labelled texts of a file. Throws a sentence that names the line which is none. */
export async function labelledIn(path: string): Promise<Labelled[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    const parsed = labelledSchema.safeParse(jsonOf(line));
    if (!parsed.success) throw new AppError("bad_input", `${path}, line ${i + 1}: ${parsed.error.issues[0]?.message}`);
    return [parsed.data];
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Records of one of our own golden sets, as they are written. */
export async function ownRecords(set: string): Promise<unknown[]> {
  const path = join(import.meta.dirname, `../../lib/scanners/golden/${set}.jsonl`);
  return (await readFile(path, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));
}

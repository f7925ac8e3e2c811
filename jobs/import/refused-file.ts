import { appendFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Refusal } from "#db/import-runs.ts";

/** Files of one run, so that two inputs of one name do not write over each other. */
const taken = new Set<string>();

/** The file of what was refused, made with its first line. It is a copy of the table of refused records: where it cannot
 * be written one sentence says so, and the import goes on. */
export const refusedFileFor = (name: string) => {
  const path = freePath(basename(name).replaceAll(" ", "-").slice(0, 80));
  let state: "none" | "open" | "unwritable" = "none";
  return {
    path,
    write: (refusals: Refusal[]): void => {
      if (refusals.length === 0 || state === "unwritable") return;
      const lines = refusals.map((refusal) => `${JSON.stringify(refusal)}\n`).join("");
      try {
        if (state === "none") writeFileSync(path, lines, { mode: 0o600 });
        else appendFileSync(path, lines);
        state = "open";
      } catch (error) {
        state = "unwritable";
        const why = error instanceof Error ? error.message : String(error);
        process.stderr.write(`${path} cannot be written (${why}); the refused records are listed under Sources.\n`);
      }
    },
  };
};

const freePath = (name: string): string => {
  let path = `${name}.refused.jsonl`;
  for (let n = 2; taken.has(path); n += 1) path = `${name}.${n}.refused.jsonl`;
  taken.add(path);
  return path;
};

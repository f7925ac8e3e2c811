import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Accuracy, accuracyOf } from "../accuracy.ts";
import { ownTexts } from "../evaluation/own.ts";
import { answersIn, type Labelled, labelledSchema } from "../labelled.ts";

const linesOf = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

/** Our own labelled sentences of one scanner. */
export const golden = (name: string): Labelled[] =>
  ownTexts(name, linesOf(join(import.meta.dirname, `../golden/${name}.jsonl`)));

const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/dev");

/** Real labelled texts of one task; null where the corpus is not there. */
export const corpus = (task: string): Labelled[] | null => {
  if (!existsSync(CORPUS)) return null;
  const name = readdirSync(CORPUS).find((file) => file.startsWith(`${task}_`));
  return name ? linesOf(join(CORPUS, name)).map((line) => labelledSchema.parse(line)) : null;
};

/** How well each question of a task is answered. */
export const scoresOf = (task: string, texts: Labelled[]): Record<string, Accuracy> =>
  Object.fromEntries(answersIn(task, texts).map(({ question, answers }) => [question, accuracyOf(answers, question)]));

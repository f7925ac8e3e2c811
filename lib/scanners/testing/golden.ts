import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Accuracy, accuracyOf } from "../accuracy.ts";
import { type Labelled, labelledSchema, labelsFound, QUESTIONS } from "../labelled.ts";

const linesOf = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

/** Which corpus file's questions a golden set of ours answers. */
const TASKS: Record<string, string> = {
  "context-repetition": "t1",
  introduction: "t2",
  "human-ask": "t3",
  sentiment: "t4",
  expectation: "t5",
  "repeated-solution": "t6",
};

const ROLES: Record<string, string> = { t2: "human", t5: "ai", t6: "human" };

/** Our own labelled sentences of one scanner; those with a single label are lifted into the corpus' shape. */
export const golden = (name: string): Labelled[] => {
  const task = TASKS[name] ?? "";
  return linesOf(join(import.meta.dirname, `../golden/${name}.jsonl`)).map((line, i) => {
    const { text, labels, binary } = line as { text: unknown; labels?: object; binary?: number };
    return labelledSchema.parse({
      ...{ id: `${task}-${i}`, kind: "own", role: ROLES[task] ?? "customer" },
      source: { repo: "own", dialogue: i },
      text: typeof text === "string" ? text : JSON.stringify(text),
      labels: labels ?? { binary, same_solution: binary },
    });
  });
};

const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/dev");

/** Real labelled texts of one task; null where the corpus is not there. */
export const corpus = (task: string): Labelled[] | null => {
  if (!existsSync(CORPUS)) return null;
  const name = readdirSync(CORPUS).find((file) => file.startsWith(`${task}_`));
  return name ? linesOf(join(CORPUS, name)).map((line) => labelledSchema.parse(line)) : null;
};

/** How well each question of a task is answered. */
export const scoresOf = (task: string, texts: Labelled[]): Record<string, Accuracy> => {
  const read = texts.map((text) => ({ text, labels: labelsFound(text) }));
  return Object.fromEntries(
    (QUESTIONS[task] ?? []).map(({ name, isSo, found }) => {
      const judged = read.flatMap(({ text, labels }) => {
        const so = isSo(text.labels);
        return so === null ? [] : [{ cluster: text.id, isSo: so, isFound: found.some((one) => labels.has(one)) }];
      });
      return [name, accuracyOf(judged, name)];
    }),
  );
};

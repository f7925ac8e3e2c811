import { type Labelled, labelledSchema } from "../labelled.ts";

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

/** Sentences of one of our golden sets in the corpus' shape, each a dialogue of its own; one with a single label is lifted
 * into it. */
export const ownTexts = (set: string, lines: readonly unknown[]): Labelled[] => {
  const task = TASKS[set] ?? "";
  return lines.map((line, i) => {
    const { text, labels, binary } = line as { text: unknown; labels?: object; binary?: number };
    return labelledSchema.parse({
      ...{ id: `${task}-${i}`, kind: "own", role: ROLES[task] ?? "customer" },
      source: { repo: "own", dialogue: i },
      text: typeof text === "string" ? text : JSON.stringify(text),
      labels: labels ?? { binary, same_solution: binary },
    });
  });
};

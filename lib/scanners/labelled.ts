import { z } from "zod";
import type { Judged } from "./accuracy.ts";
import { readLine } from "./line.ts";

/** A labelled text as corpora hold it. */
export const labelledSchema = z.object({
  id: z.string(),
  kind: z.string(),
  role: z.string(),
  text: z.string(),
  source: z.object({ repo: z.string(), dialogue: z.union([z.string(), z.number()]).nullish() }),
  labels: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** Texts of one dialogue are no independent witnesses. */
export const clusterOf = ({ id, source: { repo, dialogue } }: Labelled): string => `${repo} ${dialogue ?? id}`;

/** A text, what is so and what was found. */
export type Answer = Judged & { text: Labelled };

/** One thing that is asked of every text of a file: null = deliberately not judged. */
type Question = {
  name: string;
  isSo: (labels: Labelled["labels"]) => boolean | null;
  /** Labels of findings by which it is found. */
  found: string[];
};

const binary = (key: string) => (labels: Labelled["labels"]) => (labels[key] == null ? null : labels[key] === 1);
const three = (value: string) => (labels: Labelled["labels"]) => (labels.three == null ? null : labels.three === value);
const own = (label: string): Question => ({ name: label, isSo: binary(label), found: [label] });

/** What each file of a labelled corpus is asked, by how its name begins. */
export const QUESTIONS: Record<string, Question[]> = {
  t1: [{ name: "repetition R1", isSo: binary("binary"), found: ["rep_complaint", "rep_reference", "rep_provided"] }],
  t2: [
    { name: "cold introduction", isSo: three("cold"), found: ["cold_open"] },
    { name: "warm introduction", isSo: three("warm"), found: ["warm_prior", "warm_issue"] },
  ],
  t3: [{ name: "asks for a person", isSo: binary("binary"), found: ["ask_human", "ask_supervisor"] }],
  t4: ["frustration", "anger", "urgency", "helplessness", "threat_to_leave"].map(own),
  t5: ["ack_transfer", "wait_estimate", "vague_wait", "no_repeat"].map(own),
  t6: [{ name: "repeated solution", isSo: binary("same_solution"), found: ["same_solution"] }],
};

/** How the scanners answer each question of a file whose name begins with `task`; a text that is not judged is left out. */
export const answersIn = (task: string, texts: readonly Labelled[]): { question: string; answers: Answer[] }[] => {
  const read = texts.map((text) => ({ text, labels: labelsFound(text) }));
  return (QUESTIONS[task] ?? []).map(({ name, isSo, found }) => ({
    question: name,
    answers: read.flatMap(({ text, labels }) => {
      const so = isSo(text.labels);
      const isFound = found.some((label) => labels.has(label));
      return so === null ? [] : [{ text, cluster: clusterOf(text), isSo: so, isFound }];
    }),
  }));
};

/** The labels that the scanners find in a labelled text. One that is a triple of agent, customer and agent is read as the
 * last of three turns. */
export const labelsFound = ({ id, role, text }: Labelled): Set<string> => {
  const triple = tripleOf(text);
  const findings = triple
    ? readLine({
        id,
        role: "human",
        text: triple[2],
        before: [
          { role: "ai", text: triple[0] },
          { role: "customer", text: triple[1] },
        ],
      })
    : readLine({ id, role, text });
  return new Set(findings.map(({ label }) => label));
};

const triples = z.tuple([z.string(), z.string(), z.string()]);

const tripleOf = (text: string): [string, string, string] | null => {
  if (!text.startsWith("[")) return null;
  try {
    return triples.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

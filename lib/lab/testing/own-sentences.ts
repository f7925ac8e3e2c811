import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isCourtesy } from "#lib/conversation/courtesy.ts";
import type { Measured } from "#lib/lab/measured.ts";
import { announcesHandoff } from "#lib/scanners/broken-handoff.ts";
import { partsToldIn } from "#lib/scanners/context/in-words.ts";
import { CONTEXT_PARTS } from "#lib/scanners/context/parts.ts";
import { contextRepetition } from "#lib/scanners/context-repetition.ts";
import { labelsFound, QUESTIONS } from "#lib/scanners/labelled.ts";
import { readerFor } from "#lib/scanners/lexicon/packs.ts";
import type { Turn } from "#lib/scanners/scanner.ts";
import { golden } from "#lib/scanners/testing/golden.ts";
import { scanned } from "#lib/scanners/testing/scanned.ts";
import { readTurns } from "#lib/scanners/turns.ts";
import { ai, conversation, customer, handoff, human, note } from "#lib/testing/build.ts";

type Judged = { isSo: boolean; isFound: boolean };
type Set = { key: string; scanner: string; name: string; judged: Judged[] };

const linesOf = <T>(set: string): T[] =>
  readFileSync(join(import.meta.dirname, `../../scanners/golden/${set}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

const countsOf = ({ judged, ...set }: Set): Measured => ({
  ...set,
  n: judged.length,
  so: judged.filter(({ isSo }) => isSo).length,
  found: judged.filter(({ isFound }) => isFound).length,
  right: judged.filter(({ isSo, isFound }) => isSo && isFound).length,
});

const ASKED: [set: string, task: string, scanner: string, keys: Record<string, [key: string, name: string]>][] = [
  ["context-repetition", "t1", "context_repetition", { "repetition R1": ["explicit", "R1, says that it was said"] }],
  [
    "introduction",
    "t2",
    "introduction",
    { "cold introduction": ["cold", "Cold"], "warm introduction": ["warm", "Warm"] },
  ],
  [
    "expectation",
    "t5",
    "expectation",
    {
      ack_transfer: ["ack_transfer", "The transfer is announced"],
      wait_estimate: ["wait_estimate", "The wait is given"],
      vague_wait: ["vague_wait", "The wait is announced without a length"],
      no_repeat: ["no_repeat", "“No need to repeat”"],
    },
  ],
  ["repeated-solution", "t6", "repeated_solution", { "repeated solution": ["same_solution", "Same solution"] }],
  ["human-ask", "t3", "human_ask", { "asks for a person": ["ask", "Asks for a person"] }],
  ["sentiment", "t4", "sentiment", {}],
];

const inSentences = (): Set[] =>
  ASKED.flatMap(([set, task, scanner, keys]) => {
    const read = golden(set).map((text) => ({ text, labels: labelsFound(text) }));
    return (QUESTIONS[task] ?? []).map(({ name, isSo, found }) => {
      const [key, words] = keys[name] ?? [name, wordsOf(name)];
      const judged = read.flatMap(({ text, labels }) => {
        const so = isSo(text.labels);
        return so === null ? [] : [{ isSo: so, isFound: found.some((label) => labels.has(label)) }];
      });
      return { key, scanner, name: words, judged };
    });
  });

const wordsOf = (name: string): string => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const SAID = { customer, ai, human, note };
type Said = [keyof typeof SAID, string][];

const inTalks = (): Set[] => {
  const said = (lines: Said, minute: number) =>
    lines.map(([role, text], i) => SAID[role](`10:${String(minute + i).padStart(2, "0")}`, text));
  const talks = linesOf<{ before: Said; after: Said; rules: string[] }>("context-repetition-talks").map((talk) => ({
    rules: talk.rules,
    found: scanned(
      contextRepetition,
      conversation([...said(talk.before, 0), ...said(talk.after, 20)], {
        handoffs: [handoff("10:15")],
        customer: null,
        language: "en",
      }),
    ).filter(({ confidence }) => confidence >= contextRepetition.acceptedFrom),
  }));
  const type = (beginning: string, key: string, name: string): Set => ({
    ...{ key, name, scanner: contextRepetition.key },
    judged: talks.map(({ rules, found }) => ({
      isSo: rules.some((rule) => rule.startsWith(beginning)),
      isFound: found.some(({ rule }) => rule.startsWith(beginning)),
    })),
  });
  return [type("R2.", "resent", "R2, gives it again"), type("R3.", "asked_again", "R3, is asked for it again")];
};

const turnOf = (role: Turn["role"], text: string): Turn[] => {
  const reader = readerFor("en");
  const said = { id: "1", kind: "message", automated: false, isPublic: true, at: null, ai: null, role, text } as const;
  return reader ? readTurns([said], reader) : [];
};

const inNotes = (): Set[] => {
  const read = linesOf<{ text: string; labels: string[] }>("context-passed").map(({ text, labels }) => ({
    labels,
    found: turnOf("human", text)
      .flatMap(({ reading }) => partsToldIn(reading))
      .map(({ part }) => part),
  }));
  return CONTEXT_PARTS.map((part) => ({
    ...{ key: part, scanner: "context_passed", name: wordsOf(part).replace("Ai", "AI") },
    judged: read.map(({ labels, found }) => ({ isSo: labels.includes(part), isFound: found.includes(part) })),
  }));
};

type Binary = { text: string; binary: 0 | 1 };
const judgedBy = (set: string, isFound: (text: string) => boolean): Judged[] =>
  linesOf<Binary>(set).map(({ text, binary }) => ({ isSo: binary === 1, isFound: isFound(text) }));

/** A reason is found where its own code is; a sentence without a reason is right without any. */
const inReasons = (): Set => ({
  ...{ key: "reasons", scanner: "escalation_trigger", name: "Reasons in the customer’s words" },
  judged: linesOf<{ text: string; label: string }>("escalation-trigger").map(({ text, label }) => {
    const codes = turnOf("customer", text)
      .flatMap(({ reading }) => reading.hits("escalation_trigger"))
      .flatMap(({ phrase }) => (phrase.rule.startsWith("said.") ? phrase.label : []));
    const isSo = label !== "none";
    return { isSo, isFound: isSo ? codes.includes(label) : codes.length > 0 };
  }),
});

/** How our own labelled sentences are read by the phrases of now. */
export const measureOwn = (): Measured[] =>
  [
    ...inSentences(),
    ...inTalks(),
    inReasons(),
    {
      ...{ key: "announced", scanner: "broken_handoff", name: "A handoff is announced" },
      judged: judgedBy("broken-handoff", (text) => turnOf("ai", text).some(announcesHandoff)),
    },
    {
      ...{ key: "courtesy", scanner: "broken_handoff", name: "Thanks and good-byes" },
      judged: judgedBy("courtesy", isCourtesy),
    },
    ...inNotes(),
  ].map(countsOf);

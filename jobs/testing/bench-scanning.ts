import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nlp from "compromise/two";
import type { Handoff } from "#lib/conversation/assessed.ts";
import { EN } from "#lib/scanners/lexicon/en.ts";
import { grammarsAsked } from "#lib/scanners/reading/grammar.ts";
import { type Reader, readerOf } from "#lib/scanners/reading/reading.ts";
import { scanEpisode } from "#lib/scanners/registry.ts";
import type { Talk } from "#lib/scanners/scanner.ts";
import { readTurns, type Said } from "#lib/scanners/turns.ts";
import { conversation, noHistory } from "#lib/testing/build.ts";

const AIMS = { phrases: 100_000, all: 10_000 };
const SECONDS = 3;
const TURNS = 8;
const CORPUS = join(import.meta.dirname, "../../../shared/corpus/dev");
const GOLDEN = join(import.meta.dirname, "../../lib/scanners/golden");

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Who reads a turn of each side. */
const READS = {
  customer: [
    "context_repetition",
    "human_ask",
    "sentiment",
    "escalation_trigger",
    "repeated_solution",
    "queue_experience",
  ],
  human: ["introduction", "expectation", "repeated_solution", "context_repetition", "queue_experience"],
};

type Text = { text: string; reads: string[] };

/** Texts of real people where they are there, else our own. */
const texts = (): Text[] => {
  const folder = existsSync(CORPUS) ? CORPUS : GOLDEN;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .flatMap((line) => {
      const { text, role } = JSON.parse(line) as { text: unknown; role?: string };
      const isTheirs = role === "agent" || role === "bot_template" || role === "human";
      return typeof text === "string" ? [{ text, reads: isTheirs ? READS.human : READS.customer }] : [];
    });
};

/** Calls per second of processor time, once warm. */
const speed = (some: Text[], each: (text: Text) => void): number => {
  for (const text of some) each(text);
  const started = process.cpuUsage();
  const until = performance.now() + SECONDS * 1000;
  let calls = 0;
  while (performance.now() < until) {
    for (const text of some) each(text);
    calls += some.length;
  }
  return calls / (process.cpuUsage(started).user / 1e6);
};

const all = texts();
const letters = all.reduce((sum, { text }) => sum + text.length, 0) / all.length;
const short = all.filter(({ text }) => text.length >= 20 && text.length <= 200);
const average = short.reduce((sum, { text }) => sum + text.length, 0) / short.length;
const patterns = Object.values(EN.phrases)
  .flat()
  .reduce((sum, { any }) => sum + any.length, 0);
say(
  `${short.length} real turns of ${average.toFixed(0)} characters (of ${letters.toFixed(0)} with the longest), ${patterns} patterns`,
);

const read = readerOf(EN);
// The arbiter is measured by itself.
const unarbitrated = Object.entries(EN.phrases).map(([scanner, some]) => [
  scanner,
  some.map(({ only: _, ...one }) => one),
]);
const readFast = readerOf({ ...EN, phrases: Object.fromEntries(unarbitrated) });
const readBy =
  (reader: Reader) =>
  ({ text, reads }: Text): void => {
    const { hits } = reader(text);
    for (const scanner of reads) hits(scanner);
  };
const phrases = speed(short, readBy(readFast));
say(
  `prefilter and patterns: ${phrases.toFixed(0)} messages a second, ${(phrases / AIMS.phrases).toFixed(2)} of the aim`,
);

const before = grammarsAsked();
for (const text of short) readBy(read)(text);
const asked = (grammarsAsked() - before) / short.length;
const parsed = speed(short.slice(0, 200), ({ text }) => void nlp(text).match("#Negative").found);
say(
  `compromise over everything: ${parsed.toFixed(0)} messages a second; the patterns are ${(phrases / parsed).toFixed(0)} × faster`,
);
say(
  `the arbiter was asked in ${(100 * asked).toFixed(1)} % of messages, ${((100 * asked * phrases) / parsed).toFixed(0)} % of the time`,
);

const roles = ["customer", "ai", "customer", "ai", "human", "customer", "human", "customer"] as const;
const base = conversation([]);
let next = 0;
const talkOf = (first: string): Talk => {
  next += 1;
  const said = Array.from({ length: TURNS }, (_, i): Said => {
    const text = i === 0 ? first : (short[(next * 31 + 7 * i) % short.length]?.text ?? first);
    return {
      id: `${i}`,
      kind: "message",
      automated: false,
      isPublic: true,
      ai: null,
      at: new Date(i * 60_000),
      role: roles[i] ?? "customer",
      text,
    };
  });
  const handoff = {
    ...{ id: "h", at: new Date(200_000), isTakeover: false, outcome: "answered", firstReplyMessageId: "4" },
    ...{ firstReplyAt: new Date(240_000), waitEndedAt: new Date(240_000), declared: null },
  } as unknown as Handoff & { declared: null };
  const turns = readTurns(said, read);
  return { turns, index: 0, handoffs: [handoff], events: [], endedAt: null, conversation: base, history: noHistory };
};
const whole = speed(short.slice(0, 300), ({ text }) => void scanEpisode(talkOf(text))) * TURNS;
say(
  `all scanners on whole conversations: ${whole.toFixed(0)} messages a second, ${(whole / AIMS.all).toFixed(2)} of the aim`,
);

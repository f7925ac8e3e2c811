import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import nlp from "compromise/two";
import { loadText, say } from "#jobs/testing/bench/clock.ts";
import { costliest } from "#jobs/testing/bench/costliest.ts";
import { assess } from "#lib/conversation/assess.ts";
import { EN } from "#lib/scanners/lexicon/en.ts";
import type { Pack } from "#lib/scanners/phrase.ts";
import { grammarOf, knownOf } from "#lib/scanners/reading/grammar.ts";
import { type Reading, readerOf } from "#lib/scanners/reading/reading.ts";
import { scanEpisode } from "#lib/scanners/registry.ts";
import type { Talk } from "#lib/scanners/scanner.ts";
import { turnsOf } from "#lib/scanners/turns.ts";
import { ai, at, conversation, customer, handoff, human, noHistory, utcHours } from "#lib/testing/build.ts";

const AIMS = { reading: 100_000, allIn: 10_000 };
/** Turns are about as long as people type them. */
const LENGTH = { least: 15, most: 190 };
const SECONDS = Number(process.env["BENCH_SCANNING_SECONDS"] ?? 3);
const TIMES = [1, 2, 4];

const root = join(import.meta.dirname, "../..");
const FOLDERS = [join(root, "../shared/corpus/dev"), join(root, "lib/scanners/golden")];

/** Turns of people: the labelled corpus where it is at hand, else our own golden sets. */
const turnsOfPeople = (): string[] => {
  const folder = FOLDERS.find((path) => existsSync(path)) ?? "";
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"));
  const texts = lines.flatMap((line) => (JSON.parse(line) as { text?: string }).text ?? []);
  return [...new Set(texts)].filter(({ length }) => length >= LENGTH.least && length <= LENGTH.most);
};

/** Seconds of processor time since the process began, which do not depend on what else runs. */
const spent = (): number => process.cpuUsage().user / 1e6;

/** By then the engine has made what is called often as fast as it makes it. */
const WARM_SECONDS = 1;

/** Messages a second of one core, all of them again and again for some seconds, once it is warm. */
const perSecond = (messages: number, work: () => void): number => {
  for (const cold = spent(); spent() - cold < WARM_SECONDS; ) work();
  const start = spent();
  let done = 0;
  while (spent() - start < SECONDS) {
    work();
    done += messages;
  }
  return done / (spent() - start);
};

const sayRate = (what: string, rate: number, aim: number): void => {
  say(`${what}: ${Math.round(rate)} messages a second on a core, ${(rate / aim).toFixed(2)} of the aim`);
};

/** Every phrase of every scanner is looked for, and doubtful hits stay doubtful: our own patterns alone. */
const readingRate = (turns: string[], pack: Pack): number => {
  const reader = readerOf(pack, () => () => true);
  const scanners = Object.keys(pack.phrases);
  return perSecond(turns.length, () => {
    for (const text of turns) {
      const reading = reader(text);
      for (const scanner of scanners) reading.hits(scanner);
    }
  });
};

/** The same phrases again under other names, as if there were so many more. */
const multiplied = (pack: Pack, times: number): Pack => ({
  ...pack,
  phrases: Object.fromEntries(
    Array.from({ length: times }, (_, i) =>
      Object.entries(pack.phrases).map(([key, own]) => [`${key} ${i}`, own]),
    ).flat(),
  ),
});

const patternsOf = ({ phrases }: Pack): number =>
  Object.values(phrases)
    .flat()
    .reduce((sum, { any }) => sum + any.length, 0);

/** Whole conversations of ten turns with a handoff in the third minute, read and scanned by every scanner. */
const talksOf = (turns: string[]): Talk[] =>
  Array.from({ length: Math.floor(turns.length / 10) }, (_, i) => {
    const messages = turns.slice(i * 10, i * 10 + 10).map((text, k) => speaker(k)(`10:${10 + k}`, text));
    const made = conversation(messages, { handoffs: [handoff("10:13")] });
    const calendarOf = utcHours;
    const { handoffs } = assess(made, noHistory, { now: at("12:00"), calendarOf });
    const executed = handoffs.map((one) => ({ ...one, declared: made.handoffs[0] ?? null }));
    return {
      turns: [],
      index: 0,
      handoffs: executed,
      events: [],
      broken: { inVain: [], aiWhileHumanOwned: [] },
      endedAt: null,
      conversation: made,
      history: noHistory,
    };
  });

const speaker = (k: number) => (k % 2 === 0 ? customer : k < 4 ? ai : human);

const scanAll = (talks: Talk[]): void => {
  for (const talk of talks) scanEpisode({ ...talk, turns: turnsOf(talk.conversation.messages, "en") ?? [] });
};

/** The sentences that have to be parsed when conversations are scanned, with the message of each. */
const parsedIn = (talks: Talk[]): { message: string; sentence: string }[] => {
  const parsed: { message: string; sentence: string }[] = [];
  let message = "";
  const reader = readerOf(EN, (sentence) => {
    const [grammar, from] = [grammarOf(sentence), message];
    return (judgement) => {
      if (knownOf(sentence, judgement) === null) parsed.push({ message: from, sentence });
      return grammar(judgement);
    };
  });
  for (const talk of talks) {
    const turns = (turnsOf(talk.conversation.messages, "en") ?? []).map((turn) => {
      const hits = (...asked: Parameters<Reading["hits"]>) => {
        message = turn.text;
        return reading.hits(...asked);
      };
      const surest = (...asked: Parameters<Reading["surest"]>) => {
        message = turn.text;
        return reading.surest(...asked);
      };
      const reading = reader(turn.text);
      return { ...turn, reading: { ...reading, hits, surest } };
    });
    scanEpisode({ ...talk, turns });
  }
  return [...new Map(parsed.map((one) => [`${one.message}\n${one.sentence}`, one])).values()];
};

const main = (): void => {
  const turns = turnsOfPeople();
  const average = turns.reduce((sum, { length }) => sum + length, 0) / turns.length;
  say(`${turns.length} turns of ${average.toFixed(0)} characters; ${cpus()[0]?.model}; ${loadText()}`);
  const parsing = perSecond(turns.length, () => {
    for (const text of turns) nlp(text);
  });
  const reading = readingRate(turns, EN);
  sayRate(`read by ${patternsOf(EN)} patterns`, reading, AIMS.reading);
  const talks = talksOf(turns);
  const scanning = perSecond(talks.length * 10, () => scanAll(talks));
  sayRate("conversations read and scanned whole", scanning, AIMS.allIn);
  say(
    `parsing every message: ${Math.round(parsing)} a second; reading is ${(reading / parsing).toFixed(0)} × as fast, scanning whole ${(scanning / parsing).toFixed(1)} ×`,
  );
  sayArbiter(talks, scanning);
  // Last: beside other indexes one is slower, and where conversations are read there is only the one.
  for (const times of TIMES.slice(1)) {
    const rate = readingRate(turns, multiplied(EN, times));
    say(`${times} × the patterns cost ${(reading / rate).toFixed(2)} × the time`);
  }
  say("patterns that are looked at most in vain, by their rarest words:");
  for (const line of costliest(turns, EN)) say(`  ${line}`);
};

const sayArbiter = (talks: Talk[], scanning: number): void => {
  const parsed = parsedIn(talks);
  const parsing = perSecond(parsed.length, () => {
    for (const { sentence } of parsed) grammarOf(sentence)("own_statement");
  });
  const messages = talks.length * 10;
  const seconds = parsed.length === 0 ? 0 : parsed.length / parsing;
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  say(
    `the grammar is asked about ${share(new Set(parsed.map(({ message }) => message)).size, messages)} of the messages, ${share(seconds, messages / scanning)} of the time of scanning them`,
  );
};

main();

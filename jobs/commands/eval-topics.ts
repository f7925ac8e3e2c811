import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { Command } from "commander";
import { parse } from "csv-parse/sync";
import { run } from "#jobs/commands/run.ts";
import { leaveWithReader } from "#jobs/evaluation/table.ts";
import { AppError } from "#lib/errors.ts";
import { type Counts, wilson } from "#lib/stats/proportions/wilson.ts";
import { type ClusteringScore, scoreClustering } from "#lib/topics/evaluation/clustering.ts";
import { scoreCoverage } from "#lib/topics/evaluation/coverage.ts";
import { type FewShotScore, scoreFewShot } from "#lib/topics/evaluation/few-shot.ts";
import { type LabelledText, labelledText } from "#lib/topics/evaluation/labelled.ts";

const EXAMPLES = [5, 10, 30];
const PRECISION = 0.9;
const SHOWN = 5;

const program = new Command("npm run eval:topics --")
  .description("Measures how topics are found, counted and covered, on messages that people have labelled.")
  .argument("<train>", "CSV with the columns text and label")
  .argument("<test>", "CSV with the same columns and other messages")
  .option("--seed <n>", "decides every draw", "1");

leaveWithReader();

await run(program, async () => {
  const [trainPath = "", testPath = ""] = program.args;
  const seed = Number(program.opts<{ seed: string }>().seed);
  if (!Number.isInteger(seed)) throw new AppError("bad_input", "The seed must be a whole number.");
  const started = performance.now();
  const [train, test] = [await messagesIn(trainPath), await messagesIn(testPath)];

  const clustering = timed(() => scoreClustering([...train, ...test], seed));
  if (clustering.value) printClustering(clustering.value, clustering.seconds);

  line(
    "\nconfirmed examples per topic",
    "accuracy",
    "surest 70 %",
    `counted at ${PRECISION}`,
    "of them right",
    "CPU s",
  );
  for (const perTopic of EXAMPLES) {
    const { value, seconds } = timed(() => scoreFewShot(train, test, { perTopic, seed, precision: PRECISION }));
    if (value) printFewShot(perTopic, value, seconds);
  }

  const coverage = timed(() => scoreCoverage(train, test, seed));
  line("\ncoverage AUC, 5 phrasings", shown(coverage.value), "", "", "", coverage.seconds.toFixed(1));
  line("all, seconds by the clock", "", "", "", "", ((performance.now() - started) / 1000).toFixed(1));
  line("peak memory, MB", `${peakMegabytes()}`);
});

async function messagesIn(path: string): Promise<LabelledText[]> {
  const rows = rowsOf(path, await textOf(path));
  const { text, label } = columnsOf(path, rows[0] ?? []);
  const messages = rows.slice(1).flatMap((row, i) => {
    const [said = "", topic = ""] = [row[text], row[label]?.trim()];
    if (topic === "") throw new AppError("bad_input", `${path}, record ${i + 1}: the label is empty.`);
    return [labelledText(said, topic)];
  });
  if (new Set(messages.map(({ label: topic }) => topic)).size < 2)
    throw new AppError("bad_input", `${path} holds fewer than two labels: there is nothing to tell apart.`);
  return messages;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new AppError("bad_input", `${path} cannot be read.`);
  }
}

function rowsOf(path: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it cannot be parsed";
    throw new AppError("bad_input", `${path} is not a CSV file: ${reason}.`);
  }
}

/** Published sets call the label by many names: beside the text a single other column is it. */
function columnsOf(path: string, header: string[]): { text: number; label: number } {
  const names = header.map((name) => name.trim().toLowerCase());
  const text = names.indexOf("text");
  const label = names.includes("label") || names.length !== 2 ? names.indexOf("label") : 1 - text;
  if (text >= 0 && label >= 0) return { text, label };
  throw new AppError("bad_input", `${path} needs a first line that names the columns text and label.`);
}

/** Seconds of processor time: what else the machine does must not be measured. */
function timed<T>(work: () => T): { value: T; seconds: number } {
  const started = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(started);
  return { value, seconds: (user + system) / 1e6 };
}

function printClustering(score: ClusteringScore, seconds: number): void {
  line("messages", "labels", "clusters", "proposed", "folded");
  const { texts, labels, clusters, proposed, folded } = score;
  line(`${texts}`, `${labels}`, `${clusters}`, `${proposed.length}`, `${folded}`);
  line("\nNMI", "ARI", "purity", "seed ARI", "label NPMI", "CPU s", "peak MB");
  const { nmi, ari, purity, seedAri, coherence } = score;
  line(...[nmi, ari, purity, seedAri, coherence].map(shown), seconds.toFixed(1), `${peakMegabytes()}`);
  process.stdout.write("\nlargest proposals\n");
  for (const { size, words } of proposed.slice(0, SHOWN)) process.stdout.write(`${size}: ${words.join(", ")}\n`);
}

function printFewShot(perTopic: number, score: FewShotScore, seconds: number): void {
  const { right, rightOfSurest, rightOfCounted } = score;
  const counted = shown(rightOfCounted.whole / right.whole);
  line(
    `${perTopic}`,
    withInterval(right),
    shareOf(rightOfSurest),
    counted,
    shareOf(rightOfCounted),
    seconds.toFixed(1),
  );
}

function shareOf({ part, whole }: Counts): string {
  return shown(whole === 0 ? null : part / whole);
}

function withInterval(counts: Counts): string {
  const interval = wilson(counts.part, counts.whole);
  return interval ? `${shareOf(counts)} (${shown(interval.low)}–${shown(interval.high)})` : shareOf(counts);
}

function shown(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}

/** Kilobytes on Linux and macOS alike, as libuv gives them. */
function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function line(...[first = "", ...cells]: string[]): void {
  const widths = [22, 14, 14, 14, 10, 8];
  process.stdout.write(
    `${[first.padEnd(30), ...cells.map((cell, i) => cell.padEnd(widths[i] ?? 0))].join(" ").trimEnd()}\n`,
  );
}

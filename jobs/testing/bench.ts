import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Db } from "#db/client.ts";
import { openDb } from "#db/client.ts";
import { copyOut } from "#db/copy.ts";
import { startEmbedded } from "#db/embedded.ts";
import { importRecords } from "#db/import-records.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { measure, measureBy, measurePerRange, waitsByHour } from "#db/metrics/measure.ts";
import { answerLegs, askWaits, handoffWaits } from "#db/metrics/waits.ts";
import { migrateDb } from "#db/migrate.ts";
import { freshness } from "#db/sources.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { parseFilters } from "#lib/filters.ts";
import { linesOf } from "#lib/import/lines.ts";
import { jsonRecords } from "#lib/import/records.ts";
import { rangeBefore, rangeOfDates, weeksUpTo } from "#lib/time/range.ts";

const CONVERSATIONS = Number(process.env["BENCH_CONVERSATIONS"] ?? 100_000);
const MESSAGES_EACH = 10;
const ROUNDS = 20;
const TABLES = "conversations messages raw_payloads assessments episodes handoffs ratings findings".split(" ");

const say = (text: string) => process.stdout.write(`${text}\n`);
const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> => {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1000, value };
};

const WORDS = "the order arrived late and nobody told me why so I asked again for a refund of the second book".split(
  " ",
);
const START = Date.parse("2026-06-01T06:00:00Z");
const iso = (at: number) => new Date(at).toISOString();

/** Ten messages: four with the AI, a handoff, six with a person; each fifth customer says it again. */
const recordOf = (i: number): string => {
  const start = START + i * (15_000_000 / (CONVERSATIONS / 1000));
  const wait = 30 + ((i * 7919) % 900);
  const handedAt = start + 100_000;
  const text = (turn: number) =>
    Array.from({ length: 14 }, (_, k) => WORDS[(i * 13 + turn * 5 + k * 3) % WORDS.length]).join(" ");
  const at = (turn: number) => (turn < 4 ? start + turn * 24_000 : handedAt + (wait + (turn - 4) * 40) * 1000);
  const kind = (turn: number) => (turn % 2 === 0 ? (turn < 4 ? "customer" : "human") : turn < 4 ? "ai" : "customer");
  const messages = Array.from({ length: MESSAGES_EACH }, (_, turn) => ({
    id: `m${turn}`,
    at: iso(at(turn)),
    author: { kind: kind(turn), id: kind(turn) },
    text: turn === 5 && i % 5 === 0 ? `As I already told the bot, ${text(turn)}` : text(turn),
  }));
  return JSON.stringify({
    format: "handoff-import/1",
    id: `b-${i}`,
    channel: "web_chat",
    language: "en",
    topic: `topic ${i % 12}`,
    created_at: iso(start),
    customer: { id: `u-${i}`, plan: i % 3 === 0 ? "plus" : "standard" },
    messages,
    handoffs: [{ id: "h", at: iso(handedAt), from: "ai", trigger: "low_confidence", to_team: `team ${i % 4}` }],
    events: [{ id: "e", at: iso(at(9) + 60_000), type: "resolved" }],
    csat: i % 4 === 0 ? [{ id: "r", score: 1 + (i % 5), at: iso(at(9) + 120_000) }] : [],
  });
};

const writeFile = (file: string): Promise<void> =>
  pipeline(function* () {
    for (let i = 0; i < CONVERSATIONS; i++) yield `${recordOf(i)}\n`;
  }, createWriteStream(file));

const importFile = async (db: Db, file: string): Promise<void> => {
  const now = new Date("2026-11-20T12:00:00Z");
  const context = { now, zone: "UTC", defaultSource: "bench" };
  await importRecords(db, jsonRecords(linesOf(createReadStream(file)), "bench"), {
    kind: "import",
    context,
    isDryRun: false,
    onBatch: async () => {},
  });
  await assessPending(db, { now });
};

/** The very rows that the import made, through PostgreSQL's own COPY into empty tables. */
const copyRows = async (db: Db, folder: string): Promise<number> => {
  for (const table of TABLES) {
    await pipeline(copyOut(db.$client, `copy ${table} to stdout`), createWriteStream(join(folder, table)));
  }
  await db.$client.unsafe(`truncate ${TABLES.join(", ")}`);
  const { seconds } = await timed(async () => {
    for (const table of TABLES) {
      await pipeline(
        createReadStream(join(folder, table)),
        await db.$client.unsafe(`copy ${table} from stdin`).writable(),
      );
    }
  });
  return seconds;
};

const KEYS = [
  "handoffCsat",
  "explicitRepetition",
  "timeToFirstHuman",
  "escalationRate",
  "postEscalationResolution",
] as const;

/** The questions that /weekly asks. */
const weekly = async (db: Db): Promise<void> => {
  const filters = parseFilters({ week: "2026-W40" }, { now: new Date(), zone: "UTC" });
  const { range } = filters;
  const twelve = weeksUpTo(range, 12, "UTC");
  const before = { ...filters, range: rangeBefore(range, "UTC") };
  await freshness(db, new Date());
  await dimensionValues(db, filters);
  for (const key of KEYS) {
    const compared = key === "timeToFirstHuman" ? "answeredInTarget" : key;
    await measure(db, key, filters);
    if (compared !== key) await measure(db, compared, filters);
    await measure(db, compared, before, { asOf: range.from });
    await measurePerRange(db, key, filters, twelve);
    await measureBy(db, key, filters, "team");
  }
  await measure(db, "humanOnlyCsat", filters);
  for (const key of ["handoffCsat", "aiOnlyCsat", "humanOnlyCsat"] as const)
    await measurePerRange(db, key, filters, twelve);
  for (const key of ["postEscalationResolution", "humanOnlyResolution"] as const)
    await measurePerRange(db, key, filters, twelve);
  await measurePerRange(db, "escalationRate", filters, weeksUpTo(range, 24, "UTC"));
  for (const key of ["answeredInTarget", "leftBeforeAnswer", "stillWaiting"] as const) await measure(db, key, filters);
  await handoffWaits(db, filters);
  await askWaits(db, filters);
  await answerLegs(db, filters, "open");
  const four = weeksUpTo(range, 4, "UTC").at(0)?.firstDate ?? range.firstDate;
  await waitsByHour(db, { ...filters, range: rangeOfDates(four, range.lastDate, "UTC") ?? range });
};

/** Two of them asked straight of the messages: escalated or not, and the wait for a person, over twelve weeks. */
const straight = async (db: Db): Promise<void> => {
  const { range } = parseFilters({ week: "2026-W40" }, { now: new Date(), zone: "UTC" });
  const from = weeksUpTo(range, 12, "UTC")[0]?.from ?? range.from;
  await db.$client`
    select date_trunc('week', c.created_at) as week, count(*) as n, count(h.at) as escalated,
      percentile_cont(0.5) within group (order by extract(epoch from h.at - (c.declared_handoffs->0->>'at')::timestamptz)) as wait
    from conversations c
    left join lateral (select min(m.at) as at from messages m
      where m.conversation_id = c.conversation_id and m.author_kind = 'human') h on true
    where c.created_at >= ${from} and c.created_at < ${range.to}
      and exists (select 1 from messages m where m.conversation_id = c.conversation_id and m.author_kind = 'ai')
    group by 1`;
};

const rounds = async (ask: () => Promise<void>, times: number) => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await timed(ask)).seconds * 1000);
  const ordered = all.toSorted((a, b) => a - b);
  const at = (p: number) => (ordered[Math.min(ordered.length - 1, Math.floor(p * ordered.length))] ?? 0).toFixed(0);
  return { median: at(0.5), p95: at(0.95) };
};

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "seam-bench-"));
  const server = await startEmbedded({ dir: join(folder, "postgres") });
  await migrateDb(server.url);
  const db = openDb(server.url, { max: 4, name: "seam bench" });
  try {
    await createWorkspace(db, { name: "Bench", zone: "UTC", mode: "own", now: new Date() });
    const file = join(folder, "records.jsonl");
    await writeFile(file);
    const megabytes = (await stat(file)).size / 1e6;
    say(
      `${CONVERSATIONS} conversations, ${CONVERSATIONS * MESSAGES_EACH} messages, ${megabytes.toFixed(0)} MB; ${cpus().length} × ${cpus()[0]?.model}`,
    );
    const { seconds } = await timed(() => importFile(db, file));
    say(`end to end ${seconds.toFixed(1)} s, ${Math.round(CONVERSATIONS / seconds)} conversations a second`);
    await db.$client.unsafe("vacuum analyze");
    const [page, naive] = [await rounds(() => weekly(db), ROUNDS), await rounds(() => straight(db), 5)];
    say(`all questions of /weekly: median ${page.median} ms, p95 ${page.p95} ms`);
    say(`two of them straight from messages: median ${naive.median} ms`);
    const copied = await copyRows(db, folder);
    say(`COPY of the same rows ${copied.toFixed(1)} s; end to end runs at ${(copied / seconds).toFixed(2)} of COPY`);
  } finally {
    await db.$client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

await main();

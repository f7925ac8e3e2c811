import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Command, Option } from "commander";
import { type Db, openDb } from "#db/client.ts";
import { copyOut } from "#db/copy.ts";
import { startEmbedded } from "#db/embedded.ts";
import { importRecords } from "#db/import-records.ts";
import { migrateDb } from "#db/migrate.ts";
import { createWorkspace } from "#db/workspace.ts";
import { assessPending } from "#jobs/assess.ts";
import { linesOf } from "#lib/import/lines.ts";
import { jsonRecords } from "#lib/import/records.ts";
import { loadText, say, timed } from "./bench/clock.ts";
import { benchElsewhere } from "./bench/elsewhere.ts";
import { benchHandoffs } from "./bench/handoffs.ts";
import { addCopies } from "./bench/multiply.ts";
import { benchWeekly, explainSlowest } from "./bench/pages.ts";
import { NOW } from "./bench/questions.ts";
import { writeRecords } from "./bench/records.ts";

/** How many times the imported conversations there are at each stage. */
const STAGES = { "100k": [1], "300k": [1, 3], "1m": [1, 3, 10] } as const;
const CONVERSATIONS = Number(process.env["BENCH_CONVERSATIONS"] ?? 100_000);
const ROUNDS = 20;
const TABLES = "conversations messages raw_payloads assessments episodes handoffs ratings findings".split(" ");

/** Conversations a second, from the file to the last assessment. */
const importFile = async (db: Db, file: string, count: number): Promise<number> => {
  const context = { now: NOW, zone: "UTC", defaultSource: "bench" };
  const { seconds } = await timed(async () => {
    await importRecords(db, jsonRecords(linesOf(createReadStream(file)), "bench"), {
      kind: "import",
      context,
      isDryRun: false,
      onBatch: async () => {},
    });
    await assessPending(db, { now: NOW });
  });
  return count / seconds;
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
  for (const table of TABLES) await rm(join(folder, table));
  return seconds;
};

const saySize = async (db: Db): Promise<void> => {
  const rows = await db.$client<{ name: string; bytes: number; indexes: number; messages: number }[]>`
    select t.name, pg_total_relation_size(t.name::regclass)::float8 / m.n as bytes,
      pg_indexes_size(t.name::regclass)::float8 / m.n as indexes
    from unnest(${TABLES}::text[]) as t(name), (select count(*)::float8 as n from messages) m`;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const each = rows.map(({ name, bytes }) => `${name} ${bytes.toFixed(0)}`).join(", ");
  say(
    `${sum((row) => row.bytes).toFixed(0)} bytes a message, ${sum((row) => row.indexes).toFixed(0)} of them indexes: ${each}`,
  );
};

const benchImport = async (db: Db, folder: string): Promise<number> => {
  const file = join(folder, "records.jsonl");
  await writeRecords(file, CONVERSATIONS);
  const megabytes = (await stat(file)).size / 1e6;
  say(
    `${CONVERSATIONS} conversations, ${megabytes.toFixed(0)} MB; ${cpus().length} × ${cpus()[0]?.model}; ${loadText()}`,
  );
  const perSecond = await importFile(db, file, CONVERSATIONS);
  const copied = await copyRows(db, folder);
  say(
    `end to end ${Math.round(perSecond)} conversations a second, ${((copied * perSecond) / CONVERSATIONS).toFixed(2)} of COPY of the same rows`,
  );
  await db.$client.unsafe("vacuum analyze");
  await saySize(db);
  return perSecond;
};

/** How fast the import is when so much is there already. */
const benchLateImport = async (db: Db, folder: string, first: number): Promise<void> => {
  const file = join(folder, "late.jsonl");
  const count = CONVERSATIONS / 10;
  await writeRecords(file, count, "late");
  const perSecond = await importFile(db, file, count);
  say(
    `${count} more, into the full tables: ${Math.round(perSecond)} conversations a second, ${(perSecond / first).toFixed(2)} of the speed into empty ones`,
  );
};

const benchStages = async (db: Db, stages: readonly number[]): Promise<void> => {
  let [there, first] = [1, null as number | null];
  for (const factor of stages) {
    if (factor > there) await addCopies(db, { from: there, to: factor - 1 });
    there = factor;
    const [row] = await db.$client<{ conversations: number; messages: number }[]>`
      select (select count(*)::int from conversations) as conversations, (select count(*)::int from messages) as messages`;
    const copies = factor === 1 ? "" : `, ${factor - 1} of ${factor} of them copies made in the database`;
    say(`\n${row?.conversations} conversations, ${row?.messages} messages over a year${copies}; ${loadText()}`);
    const { median, slowest } = await benchWeekly(db, ROUNDS);
    first ??= median;
    if (factor > 1) say(`/weekly costs ${(median / first).toFixed(1)} × for ${factor} × the data`);
    if (factor === stages.at(-1)) await explainSlowest(db, slowest);
  }
};

const main = async (stages: readonly number[]): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), "seam-bench-"));
  const server = await startEmbedded({ dir: join(folder, "postgres") });
  await migrateDb(server.url);
  const db = openDb(server.url, { max: 10, name: "seam bench" });
  try {
    await createWorkspace(db, { name: "Bench", zone: "UTC", mode: "own", now: new Date() });
    const perSecond = await benchImport(db, folder);
    await benchStages(db, stages);
    await benchHandoffs(db);
    await benchElsewhere(db, folder);
    await benchLateImport(db, folder, perSecond);
  } finally {
    await db.$client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

const size = new Option("--size <size>", "conversations to read: as many as are imported, or copies of them besides")
  .choices(Object.keys(STAGES))
  .default("100k");
const { size: chosen } = new Command().addOption(size).parse().opts<{ size: keyof typeof STAGES }>();
await main(STAGES[chosen]);

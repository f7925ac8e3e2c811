import { basename } from "node:path";
import { Command } from "commander";
import type { Db } from "#db/client.ts";
import { connect } from "#db/connect.ts";
import { importRecords } from "#db/import-records.ts";
import { type ImportCounts, saveImportRun, saveRefused, startImportRun } from "#db/import-runs.ts";
import { migrateDb } from "#db/migrate.ts";
import { createWorkspace, startWithOwnData, workspace } from "#db/workspace.ts";
import { run } from "#jobs/commands/run.ts";
import { CsvAssembly } from "#jobs/import/csv-files.ts";
import { type Input, openInput } from "#jobs/import/open.ts";
import { progressOf } from "#jobs/import/progress.ts";
import { refusedFileFor } from "#jobs/import/refused-file.ts";
import { retryRefused } from "#jobs/import/retry.ts";
import { AppError } from "#lib/errors.ts";
import { type Line, linesOf } from "#lib/import/lines.ts";
import type { ReadContext } from "#lib/import/record.ts";
import { type Candidate, formatOf, jsonRecords } from "#lib/import/records.ts";

type Options = { source: string; dryRun?: boolean; retry?: boolean; startWithMyData?: boolean };
type Setting = { db: Db; context: ReadContext; options: Options };

const program = new Command("npm run import --")
  .description(
    "Takes in conversations: JSON lines (handoff-import/1), the four CSV files, vCon; plain or gzip; - reads standard input.",
  )
  .argument("[files...]", "files to read")
  .option("--source <name>", "source of records that name none", "import")
  .option("--dry-run", "read and check only, store nothing")
  .option("--retry", "try the refused records again")
  .option("--start-with-my-data", "leave the demo for good: its data and people are removed first");

const main = async (files: string[], options: Options): Promise<void> => {
  if (files.length === 0 && !options.retry)
    throw new AppError("bad_input", "Name at least one file, or - for standard input.");
  const connection = await connect({ name: "seam import" });
  try {
    await migrateDb(connection.url);
    const now = new Date();
    const space = await ownWorkspace(connection.db, now, options);
    const setting = { db: connection.db, options, context: { now, zone: space, defaultSource: options.source } };
    if (options.retry) {
      const { taken, refused } = await retryRefused({ ...setting, isDryRun: options.dryRun === true });
      process.stdout.write(`refused records: ${taken} taken now, ${refused} still refused\n`);
    }
    await importFiles(files, setting);
  } finally {
    await connection.close();
  }
};

/** The zone of a workspace that may take real data; demo and real data never mix. */
const ownWorkspace = async (db: Db, now: Date, options: Options): Promise<string> => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const space = (await workspace(db)) ?? (await createWorkspace(db, { name: "Our support", zone, mode: "own", now }));
  if (space.mode === "demo" && !options.dryRun) {
    if (!options.startWithMyData) {
      throw new AppError(
        "conflict",
        "This workspace shows the demo. Choose “Start with my data” in Settings, or add --start-with-my-data.",
      );
    }
    await startWithOwnData(db, { now });
  }
  return space.zone;
};

const importFiles = async (files: string[], setting: Setting): Promise<void> => {
  const csv = { assembly: new CsvAssembly(), names: [] as string[] };
  for (const path of files) {
    try {
      await importPath(path, csv, setting);
    } catch (error) {
      // What is wrong with one file does not keep the others out.
      if (!(error instanceof AppError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  }
  if (csv.names.length > 0) await importOne(csv.names.join("+"), csv.assembly.records(), setting, null);
};

const importPath = async (
  path: string,
  csv: { assembly: CsvAssembly; names: string[] },
  setting: Setting,
): Promise<void> => {
  const input = await openInput(path);
  const { first, lines } = await peeked(linesOf(input.stream));
  if (!first) throw new AppError("bad_input", `${input.name}: nothing in it.`);
  const format = formatOf(first.text);
  if (format === "unknown")
    throw new AppError("bad_input", `${input.name} is neither JSON nor one of the four CSV files.`);
  if (format === "json") return importOne(input.name, jsonRecords(lines, input.name), setting, input);
  csv.names.push(basename(input.name));
  await csv.assembly.add(input.name, lines);
};

const peeked = async (lines: AsyncGenerator<Line>): Promise<{ first: Line | null; lines: AsyncIterable<Line> }> => {
  const skipped: Line[] = [];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    skipped.push(next.value);
    if (next.value.text.trim() !== "") break;
  }
  const all = async function* () {
    yield* skipped;
    yield* lines;
  };
  return { first: skipped.find(({ text }) => text.trim() !== "") ?? null, lines: all() };
};

const importOne = async (
  name: string,
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  { db, context, options }: Setting,
  input: Input | null,
): Promise<void> => {
  const isDryRun = options.dryRun === true;
  const id = isDryRun ? "" : await startImportRun(db, basename(name), context.now);
  const progress = progressOf(basename(name), input?.bytes ?? null);
  const refusedFile = refusedFileFor(name);
  let counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  let failure: AppError | null = null;
  try {
    await importRecords(db, candidates, {
      kind: "import",
      context,
      isDryRun,
      onBatch: async (so_far, refusals) => {
        counts = { ...so_far };
        progress.update(totalOf(so_far), input?.bytesRead() ?? 0);
        refusedFile.write(refusals);
        if (isDryRun) return;
        await saveRefused(db, { id, fileName: basename(name) }, refusals, context.now);
        await saveImportRun(db, id, { ...so_far, finishedAt: null, error: null });
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    failure = error;
  } finally {
    progress.stop();
  }
  if (!isDryRun) await saveImportRun(db, id, { ...counts, finishedAt: new Date(), error: failure?.message ?? null });
  const where = counts.refused > 0 ? ` (see ${refusedFile.path})` : "";
  const verb = isDryRun ? "would take" : "new";
  process.stdout.write(
    `${name}: ${verb} ${counts.created}, updated ${counts.updated}, unchanged ${counts.unchanged}, refused ${counts.refused}${where}\n`,
  );
  if (failure) throw failure;
};

const totalOf = ({ created, updated, unchanged, refused }: ImportCounts): number =>
  created + updated + unchanged + refused;

await run(program, (command) => main(command.args, command.opts<Options>()));

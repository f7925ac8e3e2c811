import { Command } from "commander";
import { type ArticleCounts, collectionNamed, saveArticles } from "#db/articles.ts";
import type { Db } from "#db/client.ts";
import { connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { workspace } from "#db/workspace.ts";
import { type Brought, readBrought } from "#jobs/articles/brought.ts";
import { run } from "#jobs/commands/run.ts";
import { AppError } from "#lib/errors.ts";

/** Of a folder that is read wrongly the first lines tell what is wrong. */
const MOST_LINES = 20;

const program = new Command("npm run articles --")
  .description(
    "Takes in the articles of a help centre: a folder of Markdown files, or a CSV file with the columns title and body and, if there are, id, url, language and published. Run again, it makes them what they are now.",
  )
  .argument("<path>", "the folder or the file")
  .option("--name <name>", "what they are called here (else as the folder or file)");

const main = async (path: string, options: { name?: string }): Promise<void> => {
  const now = new Date();
  const brought = await readBrought(path, now);
  const name = (options.name ?? brought.name).trim();
  if (name === "") throw new AppError("bad_input", "Give the articles a name: --name NAME.");
  const connection = await connect({ name: "seam articles" });
  try {
    await migrateDb(connection.url);
    await refuseDemo(connection.db);
    const { id } = await collectionNamed(connection.db, { name, origin: brought.origin, now });
    tell(name, await saveArticles(connection.db, id, brought, now), brought);
  } finally {
    await connection.close();
  }
};

/** Demo and real data never mix. */
const refuseDemo = async (db: Db): Promise<void> => {
  if ((await workspace(db))?.mode !== "demo") return;
  throw new AppError("conflict", "This workspace shows the demo. Choose “Start with my data” in Settings first.");
};

const tell = (
  name: string,
  { created, updated, unchanged, removed }: ArticleCounts,
  { drafts, refused, notes }: Brought,
): void => {
  const counts = `new ${created}, changed ${updated}, unchanged ${unchanged}, gone ${removed}`;
  process.stdout.write(`${name}: ${counts}; drafts left out ${drafts}, refused ${refused.length}\n`);
  tellLines("refused", refused);
  tellLines("note", notes);
};

const tellLines = (word: string, lines: string[]): void => {
  for (const line of lines.slice(0, MOST_LINES)) process.stdout.write(`  ${word} · ${line}\n`);
  if (lines.length > MOST_LINES) process.stdout.write(`  ${word} · and ${lines.length - MOST_LINES} more\n`);
};

await run(program, (command) => main(command.args[0] ?? "", command.opts<{ name?: string }>()));

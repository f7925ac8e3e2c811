import { access } from "node:fs/promises";
import { Command } from "commander";
import { restoreFrom } from "#db/backup.ts";
import { connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { run } from "#jobs/commands/run.ts";
import { AppError } from "#lib/errors.ts";

const program = new Command("npm run restore --")
  .description("Replaces everything by what a backup holds. Stop Seam first.")
  .argument("<file>", "a file that npm run backup wrote");

await run(program, async () => {
  const [file = ""] = program.args;
  await access(file).catch(() => {
    throw new AppError("bad_input", `There is no file ${file}, or it may not be read.`);
  });
  const connection = await connect({ name: "seam restore" });
  try {
    await migrateDb(connection.url);
    process.stdout.write(`${await restoreFrom(connection.db, file)} tables are back.\n`);
  } finally {
    await connection.close();
  }
});

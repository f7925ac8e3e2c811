import { Command } from "commander";
import { backupTo } from "#db/backup.ts";
import { connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { run } from "#jobs/commands/run.ts";

const program = new Command("npm run backup --")
  .description("Writes everything into one file, while Seam may go on running.")
  .argument("<file>", "such as seam.backup.gz");

await run(program, async () => {
  const [file = ""] = program.args;
  const connection = await connect({ name: "seam backup" });
  try {
    await migrateDb(connection.url);
    process.stdout.write(`${await backupTo(connection.db, file)} tables are in ${file}.\n`);
  } finally {
    await connection.close();
  }
});

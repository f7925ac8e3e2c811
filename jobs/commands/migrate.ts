import { Command } from "commander";
import { connect } from "#db/connect.ts";
import { knownMigrations, migrateDb } from "#db/migrate.ts";
import { run } from "#jobs/commands/run.ts";

const program = new Command("npm run db:migrate").description("Brings the schema of the database up to date.");

await run(program, async () => {
  const connection = await connect({ name: "seam migrate" });
  try {
    await migrateDb(connection.url);
    process.stdout.write(`The schema is up to date: ${await knownMigrations()} migrations.\n`);
  } finally {
    await connection.close();
  }
});

import { Command } from "commander";
import { connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { createApiToken } from "#db/tokens.ts";
import { run } from "#jobs/commands/run.ts";

const program = new Command("npm run token --")
  .description("Makes a token for the API and prints it, once.")
  .requiredOption("--name <name>", "what it is for");

await run(program, async () => {
  const { name } = program.opts<{ name: string }>();
  const connection = await connect({ name: "seam token" });
  try {
    await migrateDb(connection.url);
    process.stdout.write(`${await createApiToken(connection.db, { name, now: new Date() })}\n`);
  } finally {
    await connection.close();
  }
});

import { Command } from "commander";
import { connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { createApiToken } from "#db/tokens.ts";
import { run } from "#jobs/commands/run.ts";

const program = new Command("npm run token --")
  .description("Makes a token for the API and prints it, once.")
  .requiredOption("--name <name>", "what it is for")
  .option("--write", "may also send conversations");

await run(program, async () => {
  const { name, write = false } = program.opts<{ name: string; write?: boolean }>();
  const connection = await connect({ name: "seam token" });
  try {
    await migrateDb(connection.url);
    process.stdout.write(`${await createApiToken(connection.db, { name, canWrite: write, now: new Date() })}\n`);
  } finally {
    await connection.close();
  }
});

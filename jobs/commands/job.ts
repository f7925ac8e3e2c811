import { Command } from "commander";
import { connect } from "#db/connect.ts";
import { migrateDb } from "#db/migrate.ts";
import { run } from "#jobs/commands/run.ts";
import { runJob } from "#jobs/run-job.ts";
import { SCHEDULE } from "#jobs/schedule.ts";
import { AppError } from "#lib/errors.ts";

const names = SCHEDULE.map(({ name }) => name);
const program = new Command("npm run job --").description("Runs one job now.").argument("<name>", names.join(", "));

await run(program, async () => {
  const [name = ""] = program.args;
  if (!names.includes(name))
    throw new AppError("bad_input", `There is no job “${name}”; there are ${names.join(" and ")}.`);
  const connection = await connect({ name: "seam job" });
  try {
    await migrateDb(connection.url);
    const counts = await runJob(connection.db, name, new AbortController().signal);
    process.stdout.write(
      `${name}: ${
        Object.entries(counts)
          .map(([what, n]) => `${what} ${n}`)
          .join(", ") || "nothing to do"
      }\n`,
    );
  } finally {
    await connection.close();
  }
});

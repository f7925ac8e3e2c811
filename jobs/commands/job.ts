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
  const job = SCHEDULE.find((one) => one.name === name);
  if (!job) throw new AppError("bad_input", `There is no job “${name}”; there are ${names.join(" and ")}.`);
  const connection = await connect({ name: "seam job" });
  try {
    await migrateDb(connection.url);
    const { signal } = new AbortController();
    const counts = await runJob(connection.db, name, (now) => job.run(connection.db, { now, signal, isAsked: true }));
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

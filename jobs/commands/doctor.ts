import { statfs } from "node:fs/promises";
import { Command } from "commander";
import { pendingCount } from "#db/assessments.ts";
import { connect } from "#db/connect.ts";
import { latestRuns } from "#db/job-runs.ts";
import { migrateDb } from "#db/migrate.ts";
import { run } from "#jobs/commands/run.ts";
import { SCHEDULE } from "#jobs/schedule.ts";
import { ASSESSED_WITH } from "#lib/conversation/assessed-with.ts";
import { env } from "#lib/env.ts";

const line = (isFine: boolean, text: string) => {
  process.stdout.write(`${isFine ? "ok   " : "wrong"} ${text}\n`);
  if (!isFine) process.exitCode = 1;
};

const program = new Command("npm run doctor").description("Looks at everything Seam needs, one line each.");
await run(program, async () => {
  const major = Number(process.versions.node.split(".")[0]);
  line(major >= 24, `Node ${process.versions.node}, time zones of ${process.versions.tz}`);
  const connection = await connect({ name: "seam doctor" });
  try {
    await migrateDb(connection.url);
    const [server] = await connection.db.$client<{ version: string; conversations: number }[]>`
      select current_setting('server_version') as version, (select count(*)::int from conversations) as conversations`;
    line(true, `PostgreSQL ${server?.version}, schema up to date, ${server?.conversations} conversations`);
    if (!env().DATABASE_URL) {
      const { bavail, bsize } = await statfs(env().SEAM_DATA_DIR);
      const gigabytes = (bavail * bsize) / 1e9;
      line(gigabytes > 1, `${gigabytes.toFixed(1)} GB free beside the data`);
    }
    const now = new Date();
    const versions = { assessedWith: ASSESSED_WITH, now };
    line(true, `${await pendingCount(connection.db, versions)} conversations wait for assessment`);
    for (const { name } of SCHEDULE) {
      const [last] = await latestRuns(connection.db, name, 1);
      if (last)
        line(
          last.error === null,
          `${name} last ran ${last.startedAt.toISOString()}${last.error ? `: ${last.error}` : ""}`,
        );
    }
  } finally {
    await connection.close();
  }
});

import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They take longest, a quarter of a minute and more. */
const LONG = [
  "jobs/truth.test.ts",
  "jobs/delivered-anywhere.test.ts",
  "jobs/rising-demo.test.ts",
  "jobs/demo.test.ts",
  "jobs/commands/import-killed.test.ts",
  "jobs/commands/import-refused.test.ts",
  "jobs/commands/import.test.ts",
  "jobs/killed-anywhere.test.ts",
  "jobs/start.test.ts",
  "jobs/topics.test.ts",
];

/** Begins with what takes long, so that none of it is left to one core at the end: a fresh clone knows no durations. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ["{app,lib,db,jobs}/**/*.test.ts"],
    // A key of its own, so that no test makes one beside real data.
    env: { TZ: "Asia/Kathmandu", SEAM_SECRET_KEY: Buffer.alloc(32, 1).toString("base64") },
    globalSetup: ["db/testing/global-setup.ts"],
    setupFiles: ["lib/testing/fail-on-console-error.ts"],
    // By default one core is left idle, which of two is half; the database works while a test waits for it.
    maxWorkers: "100%",
    // Files share the modules of their worker, which took longer to load than most tests take: none keeps what it changes.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // They only end what hangs: a machine may be slow.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,lib,db,jobs}/**/*.test.ts"],
    // A key of its own, so that no test makes one beside real data.
    env: { TZ: "Asia/Kathmandu", SEAM_SECRET_KEY: Buffer.alloc(32, 1).toString("base64") },
    globalSetup: ["db/testing/global-setup.ts"],
    setupFiles: ["lib/testing/fail-on-console-error.ts"],
    // By default one core is left idle, which of two is half; the database works while a test waits for it.
    maxWorkers: "100%",
    // They only end what hangs: a machine may be slow.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

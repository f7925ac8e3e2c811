import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,lib,db,jobs}/**/*.test.ts"],
    env: { TZ: "Asia/Kathmandu" },
    globalSetup: ["db/testing/global-setup.ts"],
    setupFiles: ["lib/testing/fail-on-console-error.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

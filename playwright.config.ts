import { defineConfig } from "@playwright/test";

const chromium = process.env["PLAYWRIGHT_CHROMIUM"];

// The server is started and stopped by app/testing/with-server.ts, which gives its address.
export default defineConfig({
  testDir: "app",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  workers: 1,
  // It ends what hangs; an app that starts beside others takes its time.
  timeout: 150_000,
  expect: { timeout: 10_000 },
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? [["line"], ["json"]] : [["line"]],
  globalSetup: "./app/testing/server.ts",
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: ["--no-sandbox"], ...(chromium ? { executablePath: chromium } : {}) },
  },
});

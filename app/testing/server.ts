import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./launch.ts";

/** The instant at which the demo of the page walks stands still: a Friday, so that last week is week 46. */
export const FROZEN_AT = "2026-11-20T12:00:00Z";
const WEEKS = "6";

/** Starts the app with the demo. The tests find its address in SEAM_BASE and the first admin's link in SEAM_ADMIN_LINK.
 * Returns what stops it. */
const startServer = async (): Promise<() => Promise<void>> => {
  // One for all apps that tests start, and for the tests: so they can store a secret beside an app.
  process.env["SEAM_SECRET_KEY"] ??= randomBytes(32).toString("base64");
  const dir = mkdtempSync(join(tmpdir(), "seam-e2e-"));
  const { base, adminLink, stop } = await launch(dir, {
    until: "demo sorted",
    env: { SEAM_DEMO_AT: FROZEN_AT, SEAM_DEMO_WEEKS: WEEKS },
  });
  process.env["SEAM_BASE"] = base;
  process.env["SEAM_DATA_DIR"] = dir;
  process.env["SEAM_ADMIN_LINK"] = adminLink;
  return async () => {
    await stop();
    rmSync(dir, { recursive: true, force: true });
  };
};

// biome-ignore lint/style/noDefaultExport: Playwright asks for it
export default startServer;

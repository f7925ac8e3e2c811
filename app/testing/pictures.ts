import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { launch } from "./launch.ts";
import { FROZEN_AT } from "./server.ts";

// npm run pictures: the pages of the README, from the demo at a fixed instant.
const dir = await mkdtemp(join(tmpdir(), "seam-pictures-"));
// Long enough that a fix has weeks before it.
const env = { SEAM_DEMO_AT: FROZEN_AT, SEAM_DEMO_WEEKS: "14" };
const { base, stop } = await launch(dir, { until: "demo sorted", env });
const browser = await chromium.launch({
  executablePath: process.env["PLAYWRIGHT_CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  await mkdir("public/pictures", { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  await page.goto(`${base}/sign-in`);
  await page.locator("li", { hasText: "Mara" }).getByRole("button").click();
  await page.waitForURL(/weekly/);
  const unread = page.getByText("are being read");
  for (let i = 0; i < 60 && (await unread.count()) > 0; i++) {
    await sleep(1000);
    await page.reload();
  }
  const take = async (path: string, name: string) => {
    await page.goto(`${base}${path}`, { waitUntil: "load" });
    await sleep(2000);
    await page.screenshot({ path: `public/pictures/${name}.png` });
  };
  await take("/weekly?week=2026-W46", "weekly");
  await take("/handoffs?week=2026-W46", "handoffs");
  await take("/knowledge?week=2026-W46", "knowledge");
  await page.goto(`${base}/handoffs?week=2026-W46&metric=contextRepetition&only=part&sort=wait`);
  const href = await page.locator("tbody tr a").nth(3).getAttribute("href");
  await take(href ?? "/handoffs", "handoff");
} finally {
  await browser.close();
  await stop();
  await rm(dir, { recursive: true, force: true });
}

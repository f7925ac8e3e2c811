import { mkdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import startServer from "./server.ts";

// npm run pictures: the pages of the README, from the demo at a fixed instant.
const stop = await startServer();
const base = process.env["SEAM_BASE"];
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
  await page.goto(`${base}/handoffs?week=2026-W46&metric=contextRepetition&only=part&sort=wait`);
  const href = await page.locator("tbody tr a").nth(3).getAttribute("href");
  await take(href ?? "/handoffs", "handoff");
} finally {
  await browser.close();
  await stop();
}

import { chromium } from "@playwright/test";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const colorScheme of ["light", "dark"] as const)
  for (const width of [1440, 390]) {
    const ctx = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await ctx.newPage();
    await page.goto("http://127.0.0.1:4630/sign-in");
    await page.locator("li", { hasText: "Mara" }).getByRole("button").click();
    await page.waitForURL(/weekly|handoffs|welcome|queue/);
    await page.goto(`http://127.0.0.1:4630/weekly?week=2026-W46`, { waitUntil: "networkidle" });
    for (const [name, title] of [["seam", /seam, as a checklist/], ["cost", /goes with a worse/]] as const)
      await page.locator("section.section", { has: page.getByRole("heading", { name: title }) }).screenshot({ path: `/tmp/shots/s6-${name}-${width}-${colorScheme}.png` });
    await ctx.close();
  }
await browser.close();

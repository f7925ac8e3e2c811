import { chromium } from "@playwright/test";
const base = process.env.BASE ?? "http://127.0.0.1:3100";
const shots = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const spec of shots) {
  const [path, name, width = "1440", scheme = "light", who = "Mara"] = spec.split("|");
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log("PAGEERROR", name, e.message.slice(0, 300)));
  page.on("console", (m) => m.type() === "error" && console.log("CONSOLE", name, m.text().slice(0, 300)));
  if (who !== "none") {
    await page.goto(base + "/sign-in");
    await page.locator("li", { hasText: who }).getByRole("button").click();
    await page.waitForURL(/weekly|handoffs/);
  }
  const t = Date.now();
  await page.goto(base + path, { waitUntil: "load" });
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
  console.log(name, Date.now() - t, await page.evaluate(() => document.documentElement.scrollWidth));
  await context.close();
}
await browser.close();

import { spawnSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const at = (path: string): string => `${process.env["SEAM_BASE"]}${path}`;

const BASE = () => process.env["SEAM_BASE"] ?? "";

/** Enters as one of the people of the demo, by the button that is theirs, and stands on their first page. */
export const enterAs = async (page: Page, name: string, base = BASE()): Promise<void> => {
  await page.goto(`${base}/sign-in`);
  await page.locator("li", { hasText: name }).getByRole("button").click();
  await page.waitForURL(/\/(weekly|queue|knowledge)/);
};

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
const kept = new Map<string, Cookies>();

/** Who has entered an app once comes back by the cookie. */
const comeBack = async (page: Page, who: string, enter: () => Promise<void>): Promise<void> => {
  const cookies = kept.get(who);
  if (cookies) return page.context().addCookies(cookies);
  await enter();
  kept.set(who, await page.context().cookies());
};

/** Is one of the people of the demo, and may stand nowhere yet. */
export const beAs = (page: Page, name: string, base = BASE()): Promise<void> =>
  comeBack(page, `${base} ${name}`, () => enterAs(page, name, base));

/** Is the admin, and may stand nowhere yet. */
export const beAdmin = (page: Page): Promise<void> => comeBack(page, "admin", () => enterAsAdmin(page));

/** Opens a page once the demo is read: it is within seconds, and until then numbers are still missing. */
export const openRead = async (page: Page, path: string): Promise<void> => {
  await expect(async () => {
    await page.goto(at(path));
    await expect(page.getByText("are being read")).toHaveCount(0);
  }).toPass({ timeout: 60_000 });
};

/** Makes the first admin of an app by its link. */
export const becomeAdmin = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel(/Password/).fill("correct horse battery");
  await page.getByRole("button", { name: "Come in" }).click();
  await page.waitForURL(/\/(welcome|weekly|sources)/);
};

/** Makes the admin from the link of the first start, or signs in when that was done before. */
export const enterAsAdmin = async (page: Page): Promise<void> => {
  const link = process.env["SEAM_ADMIN_LINK"] ?? "";
  await page.goto(link);
  if (await page.getByRole("button", { name: "Come in" }).isVisible()) return becomeAdmin(page, link);
  await page.goto(at("/sign-in"));
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(welcome|weekly)/);
};

/** A token for the API, made by the command that people type, beside the running server. */
export const apiToken = (): string => {
  const command = spawnSync(process.execPath, ["jobs/commands/token.ts", "--name", "walk"], { encoding: "utf8" });
  return command.stdout.trim();
};

/** No violation of WCAG 2.2 A or AA that a machine can see. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`),
  ).toEqual([]);
};

const PHONE = { width: 390, height: 844 };

/** On a phone nothing lies beyond the right edge, but what may scroll on its own: a block of code, a day by quarter hours, the
 * pages of the masthead. */
export const expectToFitPhone = async (page: Page): Promise<void> => {
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  const beyond = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > edge + 1 && !one.closest("pre, thead, .sr, .scrolls"))
      .map((one) => one.outerHTML.slice(0, 160));
  });
  expect(beyond).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  if (before) await page.setViewportSize(before);
};

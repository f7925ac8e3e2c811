import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type App, launch } from "#app/testing/launch.ts";
import { becomeAdmin, expectToFitPhone } from "#app/testing/walk.ts";
import { headerOf, type Mail, openMailServer, openReceiver } from "#jobs/notify/testing/receivers.ts";

/** A Thursday in Berlin: before the training shows, in the middle of it, and when it is over. */
const [BEFORE, DURING, AFTER] = ["2026-11-19T11:30:00Z", "2026-11-19T13:40:00Z", "2026-11-19T15:30:00Z"];
const PHONE = { width: 390, height: 844 };
const LATE = { timeout: 90_000 };

type Told = { type: string; data: { incident_id: string; key: string; cause: { named: string } | null } };

let dir: string;
let mail: Awaited<ReturnType<typeof openMailServer>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let app: App;

/** The same app, started again where the clock is another. */
const startAt = async (at: string, isFirst = false) => {
  const mailing = { SEAM_SMTP_URL: mail.url, SEAM_MAIL_FROM: "Seam <seam@example.com>" };
  app = await launch(dir, { until: "demo told", isFirst, env: { SEAM_DEMO_AT: at, SEAM_DEMO_WEEKS: "9", ...mailing } });
};

test.beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "seam-thursday-"));
  [mail, receiver] = [await openMailServer(), await openReceiver()];
});
test.afterAll(async () => {
  await app.stop();
  await mail.close();
  await receiver.close();
  rmSync(dir, { recursive: true, force: true });
});

const addChannel = async (page: Page, kind: string, fill: (form: Locator) => Promise<void>) => {
  const title = page.locator("summary", { hasText: new RegExp(`^${kind}$`) });
  const form = page.getByRole("region", { name: "Add a channel" }).locator("details").filter({ has: title });
  await form.locator("summary").click();
  await fill(form);
  await form.getByRole("button", { name: "Add" }).click();
  await expect(form.getByText(/^Added\./)).toBeVisible();
};

/** The words of a mail, without what its transport adds. */
const wordsOf = ({ raw }: Mail): string => raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
const linkIn = (one: Mail): string => /http:\/\/\S+\/queue\?incident=[0-9a-f-]{36}/.exec(wordsOf(one))?.[0] ?? "";
const posted = (): Told[] => receiver.posted.map(({ body }) => JSON.parse(body) as Told);

const firstOf = async (what: string): Promise<{ told: Told; letter: Mail }> => {
  const found = () => {
    const told = posted().find(({ type }) => type === `alarm.${what}`);
    const letter = mail.mails.find((one) => told && linkIn(one).includes(told.data.incident_id) && isOf(one, told));
    return told && letter ? { told, letter } : null;
  };
  await expect.poll(() => found() !== null, LATE).toBe(true);
  const both = found();
  if (!both) throw new Error("nothing came");
  return both;
};

/** Keys are alike but for the channel. */
const isOf = (one: Mail, { data: { key } }: Told): boolean =>
  (headerOf(one, "Message-ID") ?? "").startsWith(`<${key.split(":").slice(0, 4).join(".")}.`);

test("a Thursday goes wrong: it is told by mail and webhook, answered on a phone, named, and kept", async ({
  page,
  browser,
}) => {
  test.setTimeout(480_000);
  await startAt(BEFORE, true);
  await becomeAdmin(page, app.adminLink);
  await page.goto(`${app.base}/settings/alarms`);
  await addChannel(page, "E-mail", async (form) => {
    await form.getByLabel("Name").fill("Planners");
    await form.getByLabel(/Recipients/).fill("tom@example.com");
  });
  await addChannel(page, "Webhook", async (form) => {
    await form.getByLabel("Name").fill("Pager");
    await form.getByLabel("Address").fill(receiver.url);
  });
  const save = page.getByRole("button", { name: "Save who is told of Oldest wait" });
  await expect(async () => {
    await page.reload();
    await expect(save).toBeVisible({ timeout: 2000 });
  }).toPass(LATE);
  const rule = page.locator("form").filter({ has: save });
  for (const name of ["Planners", "Pager"]) await rule.getByLabel(name).first().check();
  await save.click();
  await expect(rule.getByText("Saved.")).toBeVisible();
  await app.stop();
  expect(mail.mails).toEqual([]);

  await startAt(DURING);
  const { told, letter } = await firstOf("fired");
  expect(told.data.cause?.named).toBe("people");
  expect(headerOf(letter, "Subject")).toMatch(/oldest wait \d+ min \(limit 15\)/);
  expect(wordsOf(letter)).toContain("It is too few people, not escalations");
  expect(letter.to).toEqual(["tom@example.com"]);

  const phone = await (await browser.newContext({ viewport: PHONE })).newPage();
  await phone.goto(linkIn(letter));
  await phone.waitForURL(/\/sign-in\?incident=/);
  await phone.locator("li", { hasText: "Tom" }).getByRole("button").click();
  await phone.waitForURL(/\/queue\?incident=/);
  const alarm = phone.locator("article[aria-current]");
  await expect(alarm).toBeInViewport();
  await expect(alarm).toBeFocused();
  await expect(alarm).toContainText("It is too few people, not escalations");
  await expect(alarm).toContainText(/\d+ gave \d+ answers, \d+ usually/);
  await expect(phone.getByRole("link", { name: /^Queue.*(is|are) firing$/ })).toBeVisible();
  await expectToFitPhone(phone);
  await alarm.getByLabel("Note for the journal").fill("Two come out of the training");
  await alarm.getByRole("button", { name: /^Acknowledge/ }).click();
  await expect(alarm).toContainText("Tom Okafor acknowledged it at 14:40: “Two come out of the training”");
  await alarm.getByRole("heading").getByRole("link").click();
  const entry = phone.getByRole("region", { name: "Journal" }).locator("tr, li", { hasText: "Two come out" });
  await expect(entry).toContainText("acknowledged");
  await expect(entry).toContainText("Tom Okafor");
  await expect(entry).toContainText("Thu 19 Nov 14:40");
  await expect(
    phone.getByRole("region", { name: "The incident" }).or(phone.getByRole("region", { name: "Incidents" })),
  ).toContainText("It is too few people, not escalations");
  await phone.close();
  await app.stop();

  await startAt(AFTER);
  const over = await firstOf("resolved");
  expect(over.told.data.incident_id).toBe(told.data.incident_id);
  expect(headerOf(over.letter, "References")).toBe(headerOf(letter, "References"));
  await page.goto(linkIn(over.letter));
  await page.waitForURL(/\/queue\/alarms\?incident=/);
  await expect(page.getByRole("region", { name: "Journal" })).toContainText("Two come out of the training");
  await expect(page.getByRole("region", { name: "Journal" })).toContainText("is over");
});

import { expect, type Page, test } from "@playwright/test";
import { openReceiver } from "#app/testing/receiver.ts";
import { at, beAdmin, beAs, expectAccessible, expectToFitPhone } from "#app/testing/walk.ts";

const open = async (page: Page) => {
  await page.goto(at("/settings/alarms"));
  await expect(page.getByRole("heading", { name: "Where alarms are told" })).toBeVisible();
};

/** The form of a kind of channel. */
const unfold = async (page: Page, kind: string) => {
  const title = page.locator("summary", { hasText: new RegExp(`^${kind}$`) });
  const part = page.getByRole("region", { name: "Add a channel" }).locator("details").filter({ has: title });
  await part.locator("summary").click();
  return part;
};

test("channels are for admins", async ({ page }) => {
  await beAs(page, "Tom");
  await page.goto(at("/settings/alarms"));
  await expect(page.getByRole("heading", { name: "This page is for admins." })).toBeVisible();
});

test("what is wrong with a channel stands at its field, and what was typed stays", async ({ page }) => {
  await beAdmin(page);
  await open(page);
  const form = await unfold(page, "Webhook");
  const tries = [
    ["hooks.example.com", "Give a whole address that begins with https://."],
    ["https://nowhere.invalid/hook", "There is no address named nowhere.invalid."],
    ["http://169.254.169.254/latest", /169\.254\.169\.254 is an address of an inner network/],
    ["https://me:secret@example.com/", "Leave user and password out of the address."],
  ] as const;
  for (const [address, problem] of tries) {
    await form.getByLabel("Name").fill("Pager");
    await form.getByLabel("Address").fill(address);
    await form.getByRole("button", { name: "Add" }).click();
    await expect(form.getByRole("alert")).toHaveText(problem);
    await expect(form.getByLabel("Address")).toHaveAccessibleDescription(problem);
    await expect(form.getByLabel("Name")).toHaveValue("Pager");
  }
  const mail = await unfold(page, "E-mail");
  await mail.getByLabel("Name").fill("Planners");
  await mail.getByLabel(/Recipients/).fill("tom@example.com, nobody");
  await mail.getByRole("button", { name: "Add" }).click();
  await expect(mail.getByRole("alert")).toHaveText("“nobody” is no e-mail address.");
});

test("a test goes out signed, what is refused stands there with its reason until it is tried again", async ({
  page,
}) => {
  const receiver = await openReceiver();
  try {
    await beAdmin(page);
    await open(page);
    const form = await unfold(page, "Webhook");
    await form.getByLabel("Name").fill("Walk");
    await form.getByLabel("Address").fill(receiver.url);
    await form.getByRole("button", { name: "Add" }).click();
    await expect(form.getByLabel("Shown once")).toHaveValue(/^whsec_/);
    const channel = page.getByRole("listitem", { name: "Walk" });
    receiver.answers(410);
    await channel.getByRole("button", { name: "Send a test" }).click();
    await expect(channel).toContainText("on its way");
    await expect(async () => {
      await open(page);
      await expect(page.getByText("Walk: This address has been given up by the receiver (410)")).toBeVisible();
    }).toPass({ timeout: 30_000 });
    receiver.answers(200);
    await page.getByRole("button", { name: "Try again" }).first().click();
    await expect(async () => {
      await open(page);
      await expect(channel).toContainText("Last delivered");
      await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
    }).toPass({ timeout: 30_000 });
    expect(receiver.types()).toEqual(["alarm.test", "alarm.test"]);
    expect(new Set(receiver.ids()).size).toBe(1);
    await expectAccessible(page);
    await expectToFitPhone(page);
    page.on("dialog", (dialog) => dialog.accept());
    await channel.getByRole("button", { name: "Delete" }).click();
    await expect(channel).toHaveCount(0);
  } finally {
    await receiver.close();
  }
});

import { expect, test } from "@playwright/test";
import { at, beAs, expectAccessible, expectToFitPhone, openRead } from "#app/testing/walk.ts";

const LAB = "/lab?week=2026-W46";

test("a scanner opens with its rules, and what it found last leads to its place in the transcript", async ({
  page,
}) => {
  await beAs(page, "Tom");
  await openRead(page, LAB);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ scanners read [\d,]+ of the [\d,]+ handoffs/);
  await page.getByRole("link", { name: "Asking for a person" }).click();
  await page.getByRole("link", { name: /asks for somebody else/ }).click();
  await expect(page).toHaveURL(/scanner=human_ask&rule=another/);
  const found = page.getByRole("region", { name: "Asking for a person: The customer asks for somebody else." });
  await expect(found.locator("mark.finding").first()).toBeVisible();
  await expect(found.getByRole("button", { name: "Confirm" })).toHaveCount(0);
  await found.getByRole("link", { name: /^MB-/ }).first().click();
  await page.waitForURL(/handoffs\/[0-9a-f-]{36}#m-/);
  const place = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${place}"] mark.finding`).first()).toBeInViewport();
});

test("a finding is judged in the lab by the keyboard, and its scanner says so", async ({ page }) => {
  await beAs(page, "Mara");
  await openRead(page, `${LAB}&scanner=context_repetition`);
  await page.keyboard.press("f");
  await page.keyboard.press("y");
  const judged = page.locator(".finding-note", { hasText: "Confirmed, Mara" }).first();
  await expect(judged).toBeVisible();
  await expect(page.getByText("1 of 1, too few for a rate").first()).toBeVisible();
  await judged.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("1 of 1, too few for a rate")).toHaveCount(0);
});

test("a pasted sentence is read with the rules that fire, and who says it decides what it is", async ({ page }) => {
  await beAs(page, "Tom");
  await openRead(page, LAB);
  await page.getByLabel(/What is said/).fill("As I already told the bot, it is the blue one. Let me talk to a person");
  await page.getByRole("button", { name: "Read it" }).click();
  const read = page.getByRole("region", { name: "Try a sentence" });
  await expect(read.locator("mark.finding")).toHaveCount(2);
  await expect(read.getByRole("table")).toContainText("Asking for a person");
  await expectAccessible(page);
  await read.getByText("AI", { exact: true }).click();
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(read.getByText("Nothing is found in it.")).toBeVisible();
});

test("the lab has no barrier that a machine can see, fits a phone, and says when there is nothing", async ({
  page,
}) => {
  await beAs(page, "Tom");
  await openRead(page, LAB);
  await expectAccessible(page);
  await expectToFitPhone(page);
  await page.goto(at(`${LAB}&topic=nothing-of-the-kind`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nobody was handed over in week 46");
  await expect(page.getByText("Nothing was found in week 46 with these filters.")).toBeVisible();
});

import { expect, type Page, test } from "@playwright/test";
import { at, beAs, expectAccessible } from "#app/testing/walk.ts";

const LIST = "/handoffs?week=2026-W46";

test.beforeEach(async ({ page }) => {
  await beAs(page, "Tom");
  await expect(async () => {
    await page.goto(at(LIST));
    await expect(page.getByText("are being read")).toHaveCount(0);
  }).toPass({ timeout: 60_000 });
});

test("sorts, pages and searches in the database", async ({ page }) => {
  const waits = page.locator("tbody tr td:nth-child(6)");
  await page.getByRole("link", { name: "Wait" }).click();
  await expect(page).toHaveURL(/sort=wait/);
  await expect(waits.first()).toContainText(/h|d/);
  await page.getByRole("link", { name: "Next 50" }).click();
  await expect(page.getByText("51–100")).toBeVisible();
  await page.goto(at(LIST));
  const id = (await page.locator("tbody tr a").first().textContent()) ?? "";
  await page.getByRole("searchbox").fill(id);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator("tbody tr").first()).toContainText(id);
});

test("columns can be hidden, and are for whoever has the link", async ({ page }) => {
  await page.getByRole("button", { name: /^Columns/ }).click();
  await page.getByLabel("Team", { exact: true }).uncheck();
  await page.getByLabel("Language", { exact: true }).check();
  await expect(page).toHaveURL(/hide=source%2Cteam|hide=source,team|hide=team%2Csource/);
  await expect(page.getByRole("columnheader", { name: "Team" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Topic" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Team" })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: "Language" })).toBeVisible();
});

test("every column sorts, ? lists the keys, and J and K walk the list from an open handoff", async ({ page }) => {
  await page.goto(at(`${LIST}&hide=none`));
  await expect(page.locator("thead th a")).toHaveCount(await page.locator("thead th").count());
  await page.getByRole("columnheader", { name: "Customer" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Customer" })).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys of the list" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const third = await page.locator("tbody tr").nth(2).locator("a").getAttribute("href");
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  const walk = page.getByRole("navigation", { name: "The list" });
  await expect(walk).toContainText(/2 of [\d,]+/);
  await page.keyboard.press("j");
  await expect(walk).toContainText(/3 of [\d,]+/);
  expect(page.url()).toContain(third?.split("?")[0]);
  await walk.getByRole("link", { name: "Handoffs" }).click();
  await expect(page).toHaveURL(/sort=customer/);
});

test("the list is narrowed to what was found, and widened again", async ({ page }) => {
  await page.getByRole("button", { name: "Found", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Says it again (R1)" }).click();
  await expect(page).toHaveURL(/explicit=yes/);
  await expect(page.getByText("Narrowed to: said that it had been said before")).toBeVisible();
  const said = /^([\d,]+) handoffs?/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[1];
  await expect(page.getByRole("link", { name: `CSV, ${said} lines` })).toBeVisible();
  await expect(page.locator("tbody tr").first()).toContainText("says it again");
  await page.getByRole("button", { name: /^Found/ }).click();
  await page.getByRole("link", { name: "Says it again (R1)" }).click();
  await expect(page).not.toHaveURL(/explicit=/);
});

test("the keyboard opens a handoff with its seam, and the finding is marked where it stands", async ({ page }) => {
  await page.goto(at(`${LIST}&metric=explicitRepetition&only=part`));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/handoffs\/[0-9a-f-]{36}/);
  await expect(page.getByText(/Handed over/)).toBeVisible();
  await expect(page.locator("mark.finding").first()).toBeVisible();
  await expect(page.getByText(/R1\.[\w.]+, version/).first()).toBeVisible();
  await expectAccessible(page);
});

test("a finding is judged by the keyboard where it stands, stays judged, and can be taken back", async ({ page }) => {
  await page.context().clearCookies();
  await beAs(page, "Mara");
  await page.goto(at(`${LIST}&metric=explicitRepetition&only=part`));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/handoffs\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: /Transcript/ })).toBeVisible();
  await page.keyboard.press("f");
  const note = page.locator(".finding-note:focus");
  await expect(note).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.locator(".finding-note", { hasText: "Dismissed, Mara" }).first()).toBeVisible();
  await page.reload();
  const judged = page.locator(".finding-note", { hasText: "Dismissed, Mara" }).first();
  await judged.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".finding-note", { hasText: "Dismissed" })).toHaveCount(0);
  await page.getByText("None", { exact: true }).click();
  await expect(page.locator(".finding-note").first()).toBeHidden();
});

const openFirst = async (page: Page, query: string): Promise<void> => {
  await page.goto(at(`${LIST}&${query}`));
  await page.locator("tbody tr").first().locator("a").click();
  await page.waitForURL(/handoffs\/[0-9a-f-]{36}/);
};

test("one handoff tells its wait in parts, what became of the promise, and how often a person was asked for", async ({
  page,
}) => {
  const rail = page.getByRole("complementary", { name: "What is known about it" });
  await openFirst(page, "metric=promiseKept&only=part");
  await expect(rail).toContainText(/Promised\d+:\d\d min, kept/);
  await expect(rail).toContainText(/Open hours.* until accepted, \d+:\d\d min to read and write/);
  await openFirst(page, "metric=timeToFirstHuman&promise=broken&fate=left");
  await expect(rail).toContainText(/min, broken/);
  await openFirst(page, "metric=escalationRate&step=handed");
  await expect(rail).toContainText(/Askedfor a person (once|\d times), (first )?\d\d:\d\d:\d\d/);
  await expect(rail).toContainText("before the handoff");
  await expect(page.getByRole("region", { name: "Transcript" })).toContainText("Asked for a person");
});

test("an empty list says which filter is to blame and offers a way out", async ({ page }) => {
  await page.goto(at(`${LIST}&topic=nothing-of-the-kind`));
  await expect(page.getByText("The filters are: topic nothing-of-the-kind.")).toBeVisible();
  await page.getByRole("link", { name: "Show all handoffs" }).click();
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

test("the CSV has as many lines as the list says", async ({ page }) => {
  const said = /CSV, ([\d,]+) lines/.exec((await page.getByRole("link", { name: /^CSV/ }).textContent()) ?? "")?.[1];
  const answer = await page.request.get(at("/handoffs/csv?week=2026-W46"));
  const lines = (await answer.text()).trimEnd().split("\n");
  expect(lines.length - 1).toBe(Number(said?.replace(",", "")));
  expect(lines[1]).toContain("Europe/Berlin");
  expect(lines[1]).toContain("timeToFirstHuman 1, explicitRepetition 2, resent 1");
});

test("the list has no barrier that a machine can see", async ({ page }) => {
  await expectAccessible(page);
});

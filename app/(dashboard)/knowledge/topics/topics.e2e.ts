import { expect, test } from "@playwright/test";
import { at, beAs, enterAs, expectAccessible, expectToFitPhone } from "#app/testing/walk.ts";

test.describe.configure({ mode: "serial" });

test("a planted product bug is told as one and is no matter for a writer", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge?all=yes"));
  const row = page.getByRole("row").filter({ hasText: "E-reader" }).first();
  await expect(row).toContainText("Product bug");
  await expect(page.getByText("the topic needs a repair, not words")).toBeVisible();
});

test("a planner reads topics and changes none", async ({ page }) => {
  await beAs(page, "Tom");
  await page.goto(at("/knowledge/topics"));
  await expect(page.getByRole("button", { name: "Make it a topic" })).toHaveCount(0);
});

test("the topic that no source names waits in the inbox and gets a name", async ({ page }) => {
  await enterAs(page, "Ines");
  await page.getByRole("link", { name: /wait for a name|waits for a name/ }).click();
  const found = page
    .getByRole("listitem")
    .filter({ hasText: /audiobook/i })
    .filter({ has: page.getByPlaceholder("A name") });
  await expect(page.getByRole("heading", { name: "What was changed" })).toBeVisible();
  await found.first().getByPlaceholder("A name").fill("Audiobooks");
  await found.first().getByRole("button", { name: "Make it a topic" }).click();
  await expect(page.getByText(/became Audiobooks, says Ines/)).toBeVisible();
});

test("the inbox is gone through by keys", async ({ page }) => {
  await enterAs(page, "Ines");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByPlaceholder(/A page, a view/).fill("inbox");
  await page.keyboard.press("Enter");
  await page.waitForURL(/knowledge\/topics/);
  await expect(page.getByPlaceholder("A name").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const second = page.locator("[data-group]").nth(1);
  await expect(second).toBeFocused();
  await page.keyboard.press("n");
  await expect(second.getByPlaceholder("A name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(second).toBeFocused();
  await page.keyboard.press("s");
  await expect(second.getByLabel(/^Topic for/)).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  await expect(page.locator("[data-group]").first()).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("write its name");
  await expectAccessible(page);
});

test("what is renamed, or marked as nothing for an article, says so beside itself and is taken back there", async ({
  page,
}) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  await page.getByRole("link", { name: "Login", exact: true }).click();
  await page.getByLabel("New name").fill("Signing in");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Signing in" })).toBeVisible();
  await expect(page.getByText("Topic “login” renamed “Signing in”.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Login" })).toBeVisible();
  await page.getByRole("button", { name: "No article can help" }).click();
  await expect(page.getByText("Topic “login”: no article can help.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "No article can help" })).toBeVisible();
});

test("what is no topic leaves the inbox and comes back", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  const groups = page.locator("[data-group]");
  await expect(groups.first()).toBeVisible();
  const n = await groups.count();
  await groups
    .first()
    .getByRole("button", { name: /^No topic/ })
    .click();
  await expect(page.getByText(/is no topic, says Ines/)).toBeVisible();
  await expect(groups).toHaveCount(n - 1);
  await page
    .getByRole("listitem")
    .filter({ hasText: "is no topic, says Ines" })
    .getByRole("button", { name: /^Undo/ })
    .click();
  await expect(groups).toHaveCount(n);
});

test("a topic is renamed, and the change is told in both names and taken back", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  await page.getByRole("link", { name: "Loyalty", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Loyalty" })).toBeVisible();
  await page.getByLabel("New name").fill("Reader points");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Reader points" })).toBeVisible();
  await page.goto(at("/knowledge/topics"));
  const change = page.getByRole("listitem").filter({ hasText: "renamed “Reader points”" });
  await expect(change).toContainText("Topic “loyalty” renamed “Reader points”");
  await change.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("link", { name: "Loyalty", exact: true })).toBeVisible();
});

test("a topic is merged into another, leads there, and is counted by itself again", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  await page.getByRole("link", { name: "Loyalty", exact: true }).click();
  await page.waitForURL(/knowledge\/topics\/\d+/);
  const own = page.url();
  await page.getByLabel("Topic that takes this one").selectOption({ label: "Gift cards" });
  await page.getByRole("button", { name: "Merge into" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gift cards" })).toBeVisible();
  await page.goto(own);
  await expect(page.getByRole("heading", { level: 1, name: "Gift cards" })).toBeVisible();
  await page.getByRole("button", { name: "Count it by itself again: Loyalty" }).click();
  await expect(page.getByText("is counted here since they were merged")).toHaveCount(0);
  await page.goto(own);
  await expect(page.getByRole("heading", { level: 1, name: "Loyalty" })).toBeVisible();
});

test("what a topic holds is seen, split off and put back, and what people said is taken back", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  await page.getByRole("link", { name: "Returns", exact: true }).click();
  await page.getByRole("link", { name: "Sorted by people" }).click();
  await page.waitForURL(/only=examples/);
  const boxes = page.getByRole("checkbox");
  await expect(boxes).toHaveCount(12);
  await page.getByRole("button", { name: "Make them a topic" }).click();
  await expect(page.getByText("A topic needs a name.")).toBeVisible();
  await boxes.first().check();
  await expect(page.getByText("1 chosen")).toBeVisible();
  await page.getByLabel("Name of the new topic").fill("Return labels");
  await page.getByRole("button", { name: "Make them a topic" }).click();
  await expect(page.getByText("1 conversation is counted under Return labels now.")).toBeVisible();
  await expect(boxes).toHaveCount(11);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("As it was before.")).toBeVisible();
  await expect(boxes).toHaveCount(12);
  await boxes.first().uncheck();
  await page.getByRole("button", { name: "Take back what people said" }).click();
  await expect(page.getByText("Choose conversations first.")).toBeVisible();
  await boxes.nth(1).check();
  await page.getByRole("button", { name: "Take back what people said" }).click();
  await expect(page.getByText(/^Taken back for 1 conversation/)).toBeVisible();
  await expect(boxes).toHaveCount(11);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(boxes).toHaveCount(12);
});

test("a word of a source is counted under a topic, and as itself again", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  const word = page.getByLabel("Topic of loyalty", { exact: true });
  await word.selectOption({ label: "Gift cards" });
  await page.getByRole("button", { name: /^Map loyalty of/ }).click();
  await expect(page.getByText("“loyalty” is counted as Gift cards")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText(/“loyalty” (stands for itself|is counted as Loyalty)/)).toBeVisible();
});

test("topics and one of them can be read by whoever listens, and on a phone", async ({ page }) => {
  await beAs(page, "Ines");
  await page.goto(at("/knowledge/topics"));
  await expect(page.getByRole("heading", { name: "What your sources call it" })).toBeVisible();
  await expectAccessible(page);
  await expectToFitPhone(page);
  await page.getByRole("link", { name: "Returns", exact: true }).click();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await expectAccessible(page);
  await expectToFitPhone(page);
});

test("a planner sees what a topic holds and changes nothing", async ({ page }) => {
  await beAs(page, "Tom");
  await page.goto(at("/knowledge/topics"));
  await page.getByRole("link", { name: "Returns", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Returns" })).toBeVisible();
  await expect(page.getByText("What it holds")).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Rename" })).toHaveCount(0);
});

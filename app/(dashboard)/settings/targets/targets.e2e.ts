import { expect, type Page, test } from "@playwright/test";
import { apiToken, at, beAdmin, beAs, expectAccessible, openRead } from "#app/testing/walk.ts";

/** The form of one metric. */
const formOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

const save = async (page: Page, metric: string, fields: Record<string, string>, answer: string): Promise<void> => {
  await page.goto(at("/settings/targets"));
  const form = formOf(page, metric);
  for (const [name, text] of Object.entries(fields)) await form.getByLabel(name, { exact: true }).fill(text);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("status")).toHaveText(answer);
};

test("targets are for admins", async ({ page }) => {
  await beAs(page, "Mara");
  await page.goto(at("/settings/targets"));
  await expect(page.getByRole("heading", { name: "This page is for admins." })).toBeVisible();
});

test("a channel's own target holds where that channel alone is looked at, on page, CSV and API, until it is taken back", async ({
  page,
  request,
}) => {
  await beAdmin(page);
  await openRead(page, "/weekly");
  const headers = { authorization: `Bearer ${apiToken()}` };
  const tile = page.locator("section[aria-label='The five numbers'] > div").first();
  const judged = async (query: string) => {
    await page.goto(at(`/weekly?week=2026-W46${query}`));
    const file = await (await page.request.get(at(`/weekly/csv?week=2026-W46${query}`))).text();
    const [head = [], ...lines] = file.split("\n").map((line) => line.split(","));
    const line = lines.find((cells) => cells[0] === "handoffCsat" && cells[head.indexOf("week")] === "2026-W46");
    const answer = await request.get(at(`/api/v1/metrics/handoffCsat?week=2026-W46${query}`), { headers });
    return { csv: line?.[head.indexOf("target")], api: (await answer.json()).data[0].target as number };
  };
  await save(page, "Handoff CSAT", { "Workspace, %": "60", "Web chat, %": "99.5" }, "Saved.");
  await expect(formOf(page, "Handoff CSAT")).toContainText(/Web chat 99\.5\s%, set .+ by Ada/);
  try {
    expect(await judged("")).toEqual({ csv: "0.6", api: 0.6 });
    await expect(tile).toContainText(/target 60/);
    expect(await judged("&channel=web_chat")).toEqual({ csv: "0.995", api: 0.995 });
    await expect(tile).toContainText(/points under target/);
    expect(await judged("&channel=web_chat,email")).toEqual({ csv: "0.6", api: 0.6 });
    const list = await (await request.get(at("/api/v1/metrics"), { headers })).json();
    expect(list.data.find(({ metric }: { metric: string }) => metric === "handoffCsat")).toMatchObject({
      target: 0.6,
      target_default: 0.75,
      target_by_channel: { web_chat: 0.995 },
    });
  } finally {
    await save(page, "Handoff CSAT", { "Workspace, %": "", "Web chat, %": "" }, "Saved.");
  }
  expect(await judged("&channel=web_chat")).toEqual({ csv: "0.75", api: 0.75 });
});

test("what is no target is refused in one sentence, and nothing of the form is saved", async ({ page }) => {
  await beAdmin(page);
  await openRead(page, "/weekly");
  await save(
    page,
    "Handoff CSAT",
    { "Workspace, %": "80", "E-mail, %": "120" },
    "“120” is no share; a target lies between 0 and 100 percent, such as 75.",
  );
  await save(
    page,
    "Time to first human",
    { "Workspace, m:ss": "five" },
    "“five” is no time; a target is minutes and seconds up to 30 days, such as 5:00.",
  );
  await page.goto(at("/settings/targets"));
  await expect(formOf(page, "Handoff CSAT").getByLabel("Workspace, %", { exact: true })).toHaveValue("");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no barrier that a machine can see, and nothing wider than a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await beAdmin(page);
    await page.goto(at("/settings/targets"));
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { at, enterAs, enterAsAdmin, expectAccessible } from "#app/testing/walk.ts";

/** Addresses that are open to whoever comes: they hold no data of the workspace. */
const OPEN = ["/", "/sign-in", "/sign-in/link/x", "/api/auth/x", "/api/health", "/api/v1/schema"];

const addresses = (folder: string, path = ""): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) {
      if (entry.name.startsWith("_") || entry.name === "testing") return [];
      const part = entry.name.startsWith("(") ? "" : `/${entry.name.replace(/\[.*\]/, "x")}`;
      return addresses(join(folder, entry.name), path + part);
    }
    return /^(page\.tsx|route\.ts)$/.test(entry.name) ? [path || "/"] : [];
  });

test("whoever is not signed in sees nothing: every page leads to the sign-in page, every route refuses", async ({
  request,
}) => {
  const closed = addresses("app").filter((path) => !OPEN.includes(path));
  expect(closed.length).toBeGreaterThan(8);
  const ways = closed.flatMap((path) => (["get", "post"] as const).map((method) => ({ path, method })));
  for (const { path, method } of ways) {
    const answer = await request[method](at(path), { maxRedirects: 0 });
    const isRefused = [401, 403, 404, 405].includes(answer.status());
    const text = await answer.text();
    const isSentAway =
      answer.headers()["location"]?.includes("/sign-in") || text.includes("NEXT_REDIRECT;replace;/sign-in");
    expect({ path, method, isClosed: isRefused || isSentAway }).toEqual({ path, method, isClosed: true });
    expect(text).not.toMatch(/Marlow Books|Handoff CSAT is/);
  }
});

test("sources and settings are for admins", async ({ page }) => {
  for (const name of ["Mara", "Tom", "Ines"]) {
    await enterAs(page, name);
    for (const path of [
      "/sources",
      "/settings",
      "/settings/targets",
      "/settings/alarms",
      "/settings/hours",
      "/settings/hours/workspace",
      "/welcome",
    ]) {
      await page.goto(at(path));
      await expect(page.getByRole("heading", { name: "This page is for admins." })).toBeVisible();
    }
    await page.context().clearCookies();
  }
});

test("a wrong password says so, and ten of them lock the address", async ({ page }) => {
  await page.goto(at("/sign-in"));
  for (let i = 0; i < 11; i++) {
    await page.getByLabel("E-mail").fill("nobody@example.com");
    await page.getByLabel("Password").fill(`wrong ${i} password`);
    const answered = page.waitForResponse(/callback\/password/);
    await page.getByRole("button", { name: "Sign in" }).click();
    await answered;
  }
  await expect(page.getByRole("alert").filter({ hasText: "Too many attempts" })).toBeVisible();
});

test("the first admin comes in by the printed link, invites, makes a token, and the API says what the page says", async ({
  page,
  request,
}) => {
  await enterAsAdmin(page);
  if (page.url().includes("welcome")) {
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep the demo" }).click();
  }
  await page.waitForURL(/weekly/);
  await page.goto(at("/sources"));
  await expect(page.getByText("marlow-desk")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Spam" }).click();
  await expect(page.getByRole("heading", { name: "Left out: spam" })).toBeVisible();
  await expectAccessible(page);
  await page.locator("tbody a").first().click();
  await page.waitForURL(/handoffs\/.+/);
  await page.goto(at("/settings"));
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "E-mail" }).fill("bo@example.com");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByLabel("Shown once")).toHaveValue(/sign-in\/link/);
  await page.getByLabel("What it is for").fill("walk");
  await page.getByRole("button", { name: "Make a token" }).click();
  await expect(page.getByLabel("Shown once").last()).toHaveValue(/^seam_/);
  const token = await page.getByLabel("Shown once").last().inputValue();
  const ask = (path: string) => request.get(at(path), { headers: { authorization: `Bearer ${token}` } });
  const csv = (await (await page.request.get(at("/weekly/csv?week=2026-W46"))).text()).split("\n");
  for (const key of [
    "handoffCsat",
    "contextRepetition",
    "timeToFirstHuman",
    "escalationRate",
    "postEscalationResolution",
  ]) {
    const answer = await (await ask(`/api/v1/metrics/${key}?week=2026-W46`)).json();
    const line = csv.find((one) => one.startsWith(`${key},`) && one.includes(",2026-W46,"))?.split(",");
    expect(line?.slice(8, 11)).toEqual([answer.data[0].part, answer.data[0].n, answer.data[0].value].map(String));
    const records = await (await ask(`/api/v1/metrics/${key}/records?week=2026-W46&only=part&limit=1`)).json();
    expect(records.total).toBe(answer.data[0].part);
  }
  expect((await ask("/api/v1/metrics/handoffCsat?weak=1")).status()).toBe(400);
  expect((await ask("/api/v1/metrics/nothing")).status()).toBe(404);
  expect((await request.get(at("/api/v1/metrics/handoffCsat"))).status()).toBe(401);
});

test("the sign-in page has no barrier that a machine can see", async ({ page }) => {
  await page.goto(at("/sign-in"));
  await expectAccessible(page);
});

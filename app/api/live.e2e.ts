import { expect, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { becomeAdmin } from "#app/testing/walk.ts";
import { createApiToken } from "#db/tokens.ts";

const VIEWERS = 100;
const NAMES = ["Zora Quick", "Yuri Late", "Xena Long", "Walt Next", "Vera Last"];

let app: OwnApp;
let token: string;

test.beforeAll(async () => {
  app = await startOwnApp();
  token = await createApiToken(app.db, { name: "writes", canWrite: true, now: new Date() });
});
test.afterAll(() => app.stop());

const secondsAgo = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** Handed over half a minute ago, and nobody has answered. */
const push = async (id: string, name: string) => {
  const record = {
    ...{ id, customer: { id, name } },
    messages: [
      { at: secondsAgo(90), author: { kind: "customer" }, text: "My parcel is lost" },
      { at: secondsAgo(60), author: { kind: "ai" }, text: "I am passing you to a colleague." },
    ],
    handoffs: [{ id: "h", at: secondsAgo(30), trigger: "no_kb_result", team: "orders" }],
  };
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${app.base}/api/v1/conversations`, {
    method: "POST",
    headers,
    body: JSON.stringify(record),
  });
  expect(answer.status).toBe(200);
};

/** Resolves once the stream has told of a customer. */
const hears = async (stream: Response, name: string): Promise<void> => {
  const decoder = new TextDecoder();
  let said = "";
  for await (const part of stream.body ?? []) {
    said += decoder.decode(part, { stream: true });
    if (said.includes(name)) return;
  }
  throw new Error("the stream ended before");
};

test("what is pushed stands on the screen within five seconds without a reload, with a hundred viewers", async ({
  page,
}) => {
  await becomeAdmin(page, app.adminLink);
  await push("w-1", "Before Anybody");
  await expect(async () => {
    await page.goto(`${app.base}/queue`);
    await expect(page.getByText("Before Anybody")).toBeVisible({ timeout: 1000 });
  }).toPass();
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const leaving = new AbortController();
  const streams = await Promise.all(
    Array.from({ length: VIEWERS }, () =>
      fetch(`${app.base}/api/live?`, { headers: { cookie }, signal: leaving.signal }),
    ),
  );
  expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: VIEWERS }, () => 200));
  // One after the other, so that none of them is seen only because it was time to look.
  for (const [i, name] of NAMES.entries()) {
    await push(`w-${i + 2}`, name);
    await expect(page.getByText(name)).toBeVisible({ timeout: 5000 });
  }
  await Promise.all(streams.map((stream) => hears(stream, NAMES.at(-1) ?? "")));
  leaving.abort();
});

test("whoever is not signed in hears nothing", async () => {
  const answer = await fetch(`${app.base}/api/live`);
  expect(answer.status).toBe(401);
});

import { expect, test } from "vitest";
import { HttpError } from "#jobs/connectors/connector.ts";
import { reply, scriptVendor, slowConnection, TOKEN } from "#jobs/connectors/testing/scripted-vendor.ts";
import { readOne } from "./client.ts";

const vendor = scriptVendor();

const read = () =>
  readOne(
    {
      settings: { address: vendor.base, accountId: "1", token: TOKEN, webhookSecret: null, botUserIds: [] },
      http: slowConnection(vendor.base).http,
      now: () => new Date(),
      signal: new AbortController().signal,
    },
    "5",
  );

test("what Chatwoot itself says is not there is gone", async () => {
  vendor.replies = [reply(404, '{"error":"Resource could not be found"}', { "content-type": "application/json" })];
  expect(await read()).toMatchObject({ externalId: "5", isGone: true });
});

test("a page that says so, as of a proxy while Chatwoot starts, erases nothing", async () => {
  vendor.replies = [reply(404, "<h1>404 Not Found</h1>", { "content-type": "text/html" })];
  await expect(read()).rejects.toThrow(/A web page, and not Chatwoot/);
  await expect(read()).rejects.toBeInstanceOf(HttpError);
  vendor.replies = [reply(404, "")];
  await expect(read()).rejects.toThrow(/A web page, and not Chatwoot/);
});

test("one that Chatwoot fails on again and again, or gives broken, is told apart from a Chatwoot that is down", async () => {
  vendor.replies = [reply(500, "{}")];
  expect(await read()).toMatchObject({ externalId: "5", isGone: false, problem: expect.stringContaining("500") });
  vendor.replies = [reply(200, '{"id": 5, "mess')];
  expect(await read()).toMatchObject({ problem: expect.stringContaining("not whole JSON") });
  vendor.replies = [reply(503)];
  await expect(read()).rejects.toMatchObject({ status: 503 });
});

import { expect, test } from "vitest";
import type { HttpOptions } from "./http.ts";
import { reply, scriptVendor, slowConnection } from "./testing/scripted-vendor.ts";

const vendor = scriptVendor();
const ok = reply(200, '{"ok":true}');
const connection = (given: Partial<HttpOptions> = {}) => slowConnection(vendor.base, given);

test("requests beyond a second's worth wait for their turn", async () => {
  vendor.replies = [ok];
  const { http, slept } = connection({ perSecond: 2 });
  for (let i = 0; i < 4; i++) await http.get("/x");
  expect(slept).toEqual([500, 500]);
});

const DATE = { date: "Mon, 02 Nov 2026 10:00:00 GMT" };
test.each([
  ["seconds since 1970", { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1793613610" }],
  ["milliseconds since 1970", { "X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "1793613610000" }],
  ["seconds from now", { "RateLimit-Remaining": "0", "RateLimit-Reset": "10" }],
  ["the draft's one header", { RateLimit: '"default";r=0;t=10' }],
  ["the older draft's", { RateLimit: "limit=100, remaining=0, reset=10" }],
])("nothing left until the reset holds the next request back: %s", async (_, headers) => {
  vendor.replies = [reply(200, "{}", { ...DATE, ...headers }), ok];
  const { http, slept, limits } = connection();
  await http.get("/x");
  expect(limits).toEqual([{ remaining: 0, resetAt: new Date("2026-11-02T10:00:10Z") }]);
  await http.get("/x");
  expect(slept).toEqual([10_000]);
});

test("the bucket never holds more than the vendor says are left", async () => {
  vendor.replies = [reply(200, "{}", { "x-ratelimit-remaining": "1" })];
  const { http, slept, limits } = connection({ perSecond: 10 });
  await http.get("/x");
  await http.get("/x");
  await http.get("/x");
  expect(limits[0]).toEqual({ remaining: 1, resetAt: null });
  expect(slept).toEqual([100]);
});

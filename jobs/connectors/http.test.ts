import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { HttpError } from "./connector.ts";
import { createHttp, type HttpOptions, halving } from "./http.ts";
import { reply, scriptVendor, slowConnection, TOKEN } from "./testing/scripted-vendor.ts";

const vendor = scriptVendor();
const ok = reply(200, '{"ok":true}');
const connection = (given: Partial<HttpOptions> = {}) => slowConnection(vendor.base, given);

const failureOf = async (promise: Promise<unknown>): Promise<HttpError> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HttpError);
  return error as HttpError;
};

test("a GET carries path, query and headers, and brings status, JSON and the vendor's clock", async () => {
  vendor.replies = [reply(200, '{"id":7}', { date: "Mon, 02 Nov 2026 10:10:00 GMT" })];
  const answer = await connection().http.get("/v1/things", { page: 2, q: "a b&c" });
  expect(answer).toEqual({ status: 200, json: { id: 7 }, skewMs: 600_000 });
  expect(vendor.seen[0]).toMatchObject({ method: "GET", url: "/base/v1/things?page=2&q=a+b%26c" });
  expect(vendor.seen[0]?.headers).toMatchObject({ api_access_token: TOKEN, accept: "application/json" });
});

test("a POST sends JSON; an empty answer is null; no Date means no skew", async () => {
  vendor.replies = [
    (response) => {
      response.sendDate = false;
      response.writeHead(204).end();
    },
  ];
  expect(await connection().http.post("v1/search", { a: 1 })).toEqual({ status: 204, json: null, skewMs: null });
  expect(vendor.seen[0]).toMatchObject({ method: "POST", url: "/base/v1/search", body: '{"a":1}' });
  expect(vendor.seen[0]?.headers["content-type"]).toBe("application/json");
});

test.each([500, 502, 504, 520, 408])("a %i is tried again after an exponential back-off", async (status) => {
  vendor.replies = [reply(status), reply(status), ok];
  const { http, slept } = connection();
  expect((await http.get("/x")).json).toEqual({ ok: true });
  expect(slept).toEqual([500, 1000]);
});

test("the back-off is full jitter: anything between nothing and its height", async () => {
  vendor.replies = [reply(500), reply(500), ok];
  const { http, slept } = connection({ random: () => 0.25 });
  await http.get("/x");
  expect(slept).toEqual([125, 250]);
});

test("six attempts, then the sentence; a 504 is given up after three so that the caller can halve", async () => {
  vendor.replies = [reply(500)];
  expect(await failureOf(connection().http.get("/x?token=t"))).toMatchObject({
    status: 500,
    message: "The vendor answered 500 to GET /x.",
  });
  expect(vendor.seen).toHaveLength(6);
  vendor.seen = [];
  vendor.replies = [reply(504)];
  expect((await failureOf(connection().http.get("/x"))).status).toBe(504);
  expect(vendor.seen).toHaveLength(3);
});

test.each([429, 503])("a %i waits as long as Retry-After says, in seconds", async (status) => {
  vendor.replies = [reply(status, "", { "retry-after": "7" }), ok];
  const { http, slept } = connection();
  await http.get("/x");
  expect(slept).toEqual([7000]);
});

test("a Retry-After date is read by the vendor's clock, ten minutes ahead of ours", async () => {
  const headers = { date: "Mon, 02 Nov 2026 10:10:00 GMT", "retry-after": "Mon, 02 Nov 2026 10:10:30 GMT" };
  vendor.replies = [reply(429, "", headers), ok];
  const { http, slept } = connection();
  await http.get("/x");
  expect(slept).toEqual([30_000]);
});

test("whoever looks hears of a wait that was asked for at once, of a failure when it comes twice, of a slip never", async () => {
  const heard: (number | null)[] = [];
  const onTrouble = async ({ status }: HttpError): Promise<void> => {
    heard.push(status);
  };
  vendor.replies = [reply(500), ok];
  await connection({ onTrouble }).http.get("/x");
  expect(heard).toEqual([]);
  vendor.replies = [reply(500), reply(502), ok];
  await connection({ onTrouble }).http.get("/x");
  expect(heard).toEqual([502]);
  vendor.replies = [reply(429, "", { "retry-after": "7" }), ok];
  await connection({ onTrouble }).http.get("/x");
  expect(heard).toEqual([502, 429]);
});

test("a question that is asked once is not asked again", async () => {
  vendor.replies = [reply(500), ok];
  expect(await failureOf(connection({ attempts: 1 }).http.get("/x"))).toMatchObject({ status: 500 });
});

test("a 429 without Retry-After waits for the reset, else backs off", async () => {
  vendor.replies = [reply(429, "", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" }), ok];
  const first = connection();
  await first.http.get("/x");
  expect(first.slept).toEqual([9000]);
  vendor.replies = [reply(429), ok];
  const second = connection();
  await second.http.get("/x");
  expect(second.slept).toEqual([500]);
});

test("a vendor that wants an hour of rest is given it: the call fails at once, and so does the next", async () => {
  vendor.replies = [reply(429, "", { "retry-after": "3600" })];
  const { http, slept } = connection();
  const { status, message } = await failureOf(http.get("/x"));
  expect({ status, message }).toEqual({
    status: 429,
    message: "The vendor wants no request for another 60 minutes.",
  });
  await failureOf(http.get("/x"));
  expect(slept).toEqual([]);
  expect(vendor.seen).toHaveLength(1);
});

test.each([
  [401, "The vendor did not accept the access token."],
  [403, "The access token may not be used for GET /x."],
  [404, "The vendor has nothing at GET /x."],
  [422, "The vendor answered 422 to GET /x."],
])("a %i is thrown at once", async (status, sentence) => {
  vendor.replies = [reply(status, `{"error":"${TOKEN}"}`)];
  const error = await failureOf(connection().http.get("/x", { key: TOKEN }));
  expect({ status: error.status, message: error.message }).toEqual({ status, message: sentence });
  expect(vendor.seen).toHaveLength(1);
});

test("a token that cannot be a header is refused without being quoted", () => {
  expect(() => connection({ headers: { authorization: `Bearer ${TOKEN}\n` } })).not.toThrow();
  const make = () => connection({ headers: { authorization: `Bearer\u0000${TOKEN}` } });
  expect(make).toThrow(AppError);
  expect(make).not.toThrow(TOKEN);
});

test("a redirect is refused and the token stays here", async () => {
  vendor.replies = [reply(302, "", { location: `${vendor.base}elsewhere` })];
  const error = await failureOf(connection().http.get("/x"));
  expect(error.message).toBe("The vendor redirected GET /x elsewhere, which is not followed: check the base address.");
  expect(vendor.seen).toHaveLength(1);
});

test.each([
  ["a web page", "<!doctype html><h1>Down</h1>", "The vendor answered a web page to GET /x."],
  ["truncated JSON", '{"payload":[{"id"', "The vendor answered something that is not whole JSON to GET /x."],
])("%s with 200 is tried again, then told in a sentence", async (_, body, sentence) => {
  vendor.replies = [reply(200, body), ok];
  expect((await connection().http.get("/x")).json).toEqual({ ok: true });
  vendor.replies = [reply(200, body)];
  const error = await failureOf(connection().http.get("/x"));
  expect({ status: error.status, message: error.message }).toEqual({ status: 200, message: sentence });
  expect(vendor.seen).toHaveLength(8);
});

test("a lost connection is tried again, before and within the body", async () => {
  vendor.replies = [
    (response) => response.destroy(),
    (response) => {
      response.writeHead(200, { "content-length": "100" }).write("{");
      setImmediate(() => response.destroy());
    },
    ok,
  ];
  const { http, slept } = connection();
  expect((await http.get("/x")).json).toEqual({ ok: true });
  expect(slept).toEqual([500, 1000]);
});

test("no server at all is a failure without a status", async () => {
  const { message, status } = await failureOf(connection({ base: "http://127.0.0.1:1" }).http.get("/x"));
  expect(status).toBeNull();
  expect(message).toMatch(/^The vendor could not be reached( \(\w+\))?\.$/);
});

test("an attempt that has had its time is tried again, and each has its own", async () => {
  const given: number[] = [];
  const timeouts: AbortController[] = [];
  const timeout = (milliseconds: number) => {
    given.push(milliseconds);
    const controller = new AbortController();
    timeouts.push(controller);
    return controller.signal;
  };
  vendor.replies = [() => timeouts.at(-1)?.abort(new DOMException("time", "TimeoutError")), ok];
  expect((await connection({ timeout }).http.get("/x")).json).toEqual({ ok: true });
  expect(given).toEqual([30_000, 30_000]);
  vendor.replies = [() => timeouts.at(-1)?.abort()];
  const { status, message } = await failureOf(connection({ timeout }).http.get("/x"));
  expect({ status, message }).toEqual({ status: null, message: "The vendor did not answer within 30 seconds." });
});

test("abort ends a request that is under way", async () => {
  const controller = new AbortController();
  vendor.replies = [() => controller.abort(new Error("stop"))];
  await expect(connection({ signal: controller.signal }).http.get("/x")).rejects.toThrow("stop");
  expect(vendor.seen).toHaveLength(1);
});

test("abort ends the sleep of a back-off, on the real clock", async () => {
  const controller = new AbortController();
  const http = createHttp({ base: vendor.base, headers: {}, perSecond: 5, signal: controller.signal, random: () => 1 });
  vendor.replies = [
    (response) => {
      response.on("close", () => setTimeout(() => controller.abort(new Error("stop")), 5));
      response.writeHead(429, { "retry-after": "300" }).end();
    },
  ];
  await expect(http.get("/x")).rejects.toThrow("stop");
  expect(vendor.seen).toHaveLength(1);
});

test("an answer of more than 50 MB is not read to its end", async () => {
  vendor.replies = [
    (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const write = (): void => {
        while (!response.destroyed && response.write(chunk));
        response.once("drain", write);
      };
      write();
    },
  ];
  const error = await failureOf(connection().http.get("/x"));
  expect(error.message).toBe("The answer to GET /x is larger than 50 MB.");
  expect(vendor.seen).toHaveLength(1);
});

test("an address the dispatcher refuses is not asked for again", async () => {
  const refusal = new AppError("bad_input", "This address is private.");
  const dispatcher = {
    dispatch: (
      _: unknown,
      handler: { onError?: (e: Error) => void; onResponseError?: (c: null, e: Error) => void },
    ) => {
      handler.onError?.(refusal);
      return true;
    },
  };
  const { http, slept } = connection({ dispatcher });
  await expect(http.get("/x")).rejects.toBe(refusal);
  expect(slept).toEqual([]);
});

test("halving asks for half after each 504, down to one, and throws anything else", async () => {
  const sizes: number[] = [];
  const failing = (until: number, status: number) => async (size: number) => {
    sizes.push(size);
    if (size > until) throw new HttpError(status, "no");
    return size;
  };
  expect(await halving(150, failing(40, 504))).toBe(37);
  expect(sizes).toEqual([150, 75, 37]);
  await expect(halving(4, failing(0, 504))).rejects.toThrow("no");
  expect(sizes.slice(3)).toEqual([4, 2, 1]);
  await expect(halving(4, failing(0, 500))).rejects.toThrow("no");
  expect(sizes.slice(6)).toEqual([4]);
});

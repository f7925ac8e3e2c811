import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HttpError } from "./connector.ts";
import { createHttp, type HttpOptions, type Limits } from "./http.ts";

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

const held = { port: 0, replies: [] as Reply[], asked: 0 };
const server = createServer((request, response) => {
  held.asked += 1;
  (held.replies.shift() ?? json({}))(request, response);
});
beforeAll(
  () =>
    new Promise<void>((done) =>
      server.listen(0, "127.0.0.1", () => {
        held.port = (server.address() as { port: number }).port;
        done();
      }),
    ),
);
afterAll(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});
beforeEach(() => {
  held.replies = [];
  held.asked = 0;
});

const json =
  (body: unknown, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
const status =
  (code: number, headers: Record<string, string> = {}, body = ""): Reply =>
  (_, response) =>
    response.writeHead(code, headers).end(body);
const cut: Reply = (request) => request.socket.destroy();

/** A clock of which sleeping is the only thing that moves it. */
const virtual = () => {
  const time = { now: 1_000_000, slept: [] as number[] };
  const clock = {
    now: () => time.now,
    random: () => 1,
    sleep: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      time.now += ms;
      time.slept.push(ms);
    },
  };
  return { time, clock };
};

const http = (more: Partial<HttpOptions> = {}) => {
  const { time, clock } = virtual();
  const options = {
    base: `http://127.0.0.1:${held.port}`,
    headers: { key: "secret-token" },
    perSecond: 100,
    signal: new AbortController().signal,
    clock,
  };
  return { time, ask: createHttp({ ...options, ...more }) };
};

test("asks with the headers and parameters, and gives the JSON and the vendor's clock", async () => {
  const seen: (string | undefined)[] = [];
  held.replies = [
    (request, response) => {
      seen.push(request.url, request.headers["key"] as string);
      json({ a: 1 }, { date: new Date(1_000_000 + 600_000).toUTCString() })(request, response);
    },
  ];
  const answer = await http().ask.get("/api/x", { page: 2, q: "a b" });
  expect(seen).toEqual(["/api/x?page=2&q=a+b", "secret-token"]);
  expect(answer.json).toEqual({ a: 1 });
  expect(Math.abs((answer.skewMs ?? 0) - 600_000)).toBeLessThanOrEqual(500);
});

describe("what passes by itself is asked again", () => {
  test.each<[string, Reply]>([
    ["500", status(500)],
    ["502 with an HTML page", status(502, { "content-type": "text/html" }, "<html>")],
    ["503", status(503)],
    ["504", status(504)],
    ["a connection that breaks off", cut],
    ["truncated JSON", status(200, {}, '{"a": [1, 2')],
    ["an HTML page with 200", status(200, { "content-type": "text/html" }, "<html>Please wait</html>")],
  ])("%s", async (_, bad) => {
    held.replies = [bad, bad, json({ fine: true })];
    const { ask, time } = http();
    expect((await ask.get("x")).json).toEqual({ fine: true });
    expect(time.slept).toEqual([1000, 2000]);
  });

  test("429 waits as long as it says, in seconds or as a date", async () => {
    held.replies = [
      status(429, { "retry-after": "7" }),
      status(429, { "retry-after": new Date(1_000_000 + 20_000).toUTCString() }),
      json({}),
    ];
    const { ask, time } = http();
    await ask.get("x");
    expect(time.slept).toEqual([7000, 13_000]);
  });

  test("after five attempts it is over", async () => {
    held.replies = Array.from({ length: 9 }, () => status(504));
    await expect(http().ask.get("x")).rejects.toMatchObject({ status: 504 });
    expect(held.asked).toBe(5);
  });
});

describe("what does not pass is said at once, in one sentence without the credentials", () => {
  test.each([
    [401, "The credentials are not accepted."],
    [403, "The credentials do not allow this."],
    [404, "There is nothing at this address."],
    [422, "It answers with an error (422)."],
    [302, "It answers with another address; enter that one."],
  ])("%d", async (code, sentence) => {
    held.replies = [status(code, { location: "http://elsewhere.example/" }, "secret-token is wrong")];
    const failure = await http()
      .ask.get("x")
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HttpError);
    expect(failure).toMatchObject({ status: code, message: sentence });
    expect(held.asked).toBe(1);
  });

  test("nobody there", async () => {
    const { ask } = http({ base: "http://127.0.0.1:9" });
    await expect(ask.get("x")).rejects.toMatchObject({ status: null, message: "Nothing answers at 127.0.0.1:9." });
  });
});

test("no more requests a second than agreed, after a first burst", async () => {
  const { ask, time } = http({ perSecond: 2 });
  for (let i = 0; i < 6; i++) await ask.get("x");
  expect(time.now - 1_000_000).toBe(2000);
});

test("requests left are told, and with none left nothing is asked until they are renewed", async () => {
  held.replies = [json({}, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "30" })];
  const told: Limits[] = [];
  const { ask, time } = http({ onLimits: (limits) => told.push(limits) });
  await ask.get("x");
  expect(told).toEqual([{ remaining: 0, resetAt: new Date(1_030_000) }]);
  await ask.get("x");
  expect(time.slept).toEqual([30_000]);
});

test("who stops it is obeyed in the middle of waiting", async () => {
  held.replies = [status(429, { "retry-after": "600" })];
  const stopping = new AbortController();
  const { clock } = virtual();
  const sleep = async (_: number, signal: AbortSignal) => {
    stopping.abort();
    signal.throwIfAborted();
  };
  const { ask } = http({ signal: stopping.signal, clock: { ...clock, sleep } });
  await expect(ask.get("x")).rejects.toMatchObject({ name: "AbortError" });
  expect(held.asked).toBe(1);
});

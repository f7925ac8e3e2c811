import { expect, onTestFinished, test } from "vitest";
import { createClock } from "./fake-clock.ts";
import { type FakeServer, type FakeServerOptions, startFakeServer } from "./fake-server.ts";

const START = Date.parse("2026-11-02T10:00:00Z");

/** A vendor with one list of three a page, and a counter that only grows. */
const start = async (given: Partial<FakeServerOptions> = {}) => {
  const vendor = { counted: 0 };
  const server = await startFakeServer({
    seed: "s",
    clock: createClock(START),
    routes: [
      {
        method: "GET",
        path: "/things/:kind",
        handle: ({ query, params }) => ({
          status: 200,
          json: {
            data: { kind: params["kind"], rows: [1, 2, 3].map((n) => ({ id: Number(query.get("page")) * 10 + n })) },
          },
        }),
      },
      { method: "POST", path: "/count", handle: () => ({ status: 200, json: { id: ++vendor.counted } }) },
    ],
    refuse: ({ authorization }) => (authorization === "Bearer t" ? null : { status: 401, json: { error: "no" } }),
    control: { act: () => ({ done: true }), describe: () => ({ things: 3 }) },
    ...given,
  });
  onTestFinished(server.close);
  return { server, vendor };
};

const ask = (server: FakeServer, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.url + path, { headers: { authorization: "Bearer t" }, ...init });
const control = (server: FakeServer, path: string, body: unknown): Promise<Response> =>
  fetch(`${server.url}/__fake/${path}`, { method: "POST", body: JSON.stringify(body) });
const idsOf = async (response: Response): Promise<number[]> => {
  const { data } = (await response.json()) as { data: { rows: { id: number }[] } };
  return data.rows.map(({ id }) => id);
};

test("it listens on loopback, answers routes, refuses strangers and counts what it was asked", async () => {
  const { server } = await start();
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
  expect(await idsOf(await ask(server, "/things/a?page=1"))).toEqual([11, 12, 13]);
  expect((await fetch(`${server.url}/things/a`)).status).toBe(401);
  expect((await ask(server, "/nothing")).status).toBe(404);
  expect(server.counts()).toEqual({ "/things/a": 2, "/nothing": 1 });
});

test.each(["429", "500", "503", "504"] as const)("a %s strikes the next requests of its path only", async (kind) => {
  const { server } = await start();
  server.faults.add({ kind, path: "/things", times: 2, retryAfter: "7" });
  expect((await ask(server, "/count", { method: "POST" })).status).toBe(200);
  const struck = await ask(server, "/things/a");
  expect(struck.status).toBe(Number(kind));
  expect(struck.headers.get("retry-after")).toBe("7");
  expect((await ask(server, "/things/a")).status).toBe(Number(kind));
  expect((await ask(server, "/things/a")).status).toBe(200);
});

test("a probability strikes the same requests for the same seed", async () => {
  const statuses = async (): Promise<number[]> => {
    const { server } = await start();
    server.faults.add({ kind: "500", probability: 0.5 });
    const answers: number[] = [];
    for (let i = 0; i < 12; i++) answers.push((await ask(server, "/things/a")).status);
    return answers;
  };
  const first = await statuses();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await statuses()).toEqual(first);
});

test("an answer lost after the commit leaves its effect behind", async () => {
  const { server, vendor } = await start();
  server.faults.add({ kind: "lost" });
  await expect(ask(server, "/count", { method: "POST" })).rejects.toThrow();
  expect(vendor.counted).toBe(1);
});

test("a hanging request is never answered", async () => {
  const { server } = await start();
  server.faults.add({ kind: "hang" });
  const controller = new AbortController();
  const asked = ask(server, "/things/a", { signal: controller.signal });
  await expect.poll(() => server.log.length).toBe(1);
  controller.abort(new Error("enough"));
  await expect(asked).rejects.toThrow("enough");
});

test("truncated JSON and a web page come with the status they should not have", async () => {
  const { server } = await start();
  server.faults.add({ kind: "truncated" });
  const half = await ask(server, "/things/a");
  expect(half.status).toBe(200);
  await expect(half.json()).rejects.toThrow();
  for (const kind of ["html-200", "html-502"] as const) {
    server.faults.add({ kind });
    const page = await ask(server, "/things/a");
    expect([page.status, page.headers.get("content-type")]).toEqual([Number(kind.slice(5)), "text/html"]);
    expect(await page.text()).toContain("<html>");
  }
});

test("a repeated page is the one before; a changed order keeps all rows", async () => {
  const { server } = await start();
  await ask(server, "/things/a?page=1");
  server.faults.add({ kind: "repeat" });
  expect(await idsOf(await ask(server, "/things/a?page=2"))).toEqual([11, 12, 13]);
  server.faults.add({ kind: "shuffle", times: 4 });
  const orders: number[][] = [];
  for (let i = 0; i < 4; i++) orders.push(await idsOf(await ask(server, "/things/a?page=3")));
  expect(orders.map((ids) => ids.toSorted())).toEqual(Array.from({ length: 4 }, () => [31, 32, 33]));
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
});

test("the limit says what is left by the vendor's clock, and lets through again after its window", async () => {
  const { server } = await start({ rateLimit: { requests: 2, seconds: 10, hasHeaders: true } });
  const first = await ask(server, "/things/a");
  expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
  expect(first.headers.get("x-ratelimit-reset")).toBe(String(START / 1000 + 10));
  await ask(server, "/things/a");
  const refused = await ask(server, "/things/a");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "10"]);
  server.clock.advance(10_000);
  expect((await ask(server, "/things/a")).status).toBe(200);
});

test("keys are gained and lost, and values change, in every object that has an id", async () => {
  const { server } = await start();
  await control(server, "drift", { gained: { brand_new: 1 }, lost: ["kind"], changed: { id: "x" } });
  const { data } = (await (await ask(server, "/things/a?page=1")).json()) as {
    data: { kind: string; rows: unknown[] };
  };
  expect(data.kind).toBe("a");
  expect(data.rows[0]).toEqual({ id: "x", brand_new: 1 });
});

test("over HTTP: state, faults, a wrong clock, actions, and a sentence for what is not understood", async () => {
  const { server } = await start();
  await control(server, "faults", { kind: "500", times: 1 });
  expect((await ask(server, "/things/a")).status).toBe(500);
  await control(server, "faults", [{ kind: "500" }, { kind: "504" }]);
  await control(server, "faults", "clear");
  await control(server, "clock", { advanceSeconds: 60, headerSkewSeconds: -600, dataSkewSeconds: 600 });
  expect((await ask(server, "/things/a")).headers.get("date")).toBe("Mon, 02 Nov 2026 09:51:00 GMT");
  expect(server.clock.dataNow()).toBe(START + 660_000);
  expect(await (await control(server, "actions", {})).json()).toEqual({ done: true });
  const state = await (await fetch(`${server.url}/__fake`)).json();
  expect(state).toEqual({ now: "2026-11-02T10:01:00.000Z", faults: [], requests: { "/things/a": 2 }, things: 3 });
  expect((await control(server, "faults", { kind: "nonsense" })).status).toBe(422);
});

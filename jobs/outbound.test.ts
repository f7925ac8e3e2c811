import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressProblem, checkAddress, mayCall } from "#db/outbound.ts";
import { guardedAgent } from "./outbound.ts";

const strict = { allowsLoopback: false, allowedHosts: ["desk.inner"] };
const server = createServer((_, answer) => answer.end("{}"));
const held = { port: 0 };

beforeAll(
  () =>
    new Promise<void>((done) =>
      server.listen(0, "127.0.0.1", () => {
        held.port = (server.address() as { port: number }).port;
        done();
      }),
    ),
);
afterAll(() => new Promise((done) => server.close(done)));

test.each([
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.31.0.1", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["::1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:127.0.0.1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["8.8.8.8", true],
  ["2606:4700::1111", true],
])("%s may be called: %s", (address, may) => expect(mayCall("example.com", address, strict)).toBe(may));

test("an operator's list lets a host of the inner network through", () => {
  expect(mayCall("desk.inner", "10.0.0.5", strict)).toBe(true);
  expect(() => checkAddress("http://10.0.0.5/api", strict)).toThrow(/inner network/);
  expect(() => checkAddress("http://[::1]/api", strict)).toThrow(/inner network/);
  expect(() => checkAddress("https://desk.example.com/", strict)).not.toThrow();
});

test("who types an address is told in one sentence why it cannot be called", async () => {
  expect(await addressProblem("https://nowhere.invalid/hook", strict)).toBe(
    "There is no address named nowhere.invalid.",
  );
  expect(await addressProblem("https://localhost/hook", strict)).toMatch(
    /^localhost is an address of an inner network/,
  );
  expect(await addressProblem("http://[fd00::1]/", strict)).toMatch(/^fd00::1 is an address of an inner network/);
  expect(await addressProblem("http://127.0.0.1:9/", { ...strict, allowsLoopback: true })).toBeNull();
});

describe("a name that leads to this machine", () => {
  const call = (rule: Parameters<typeof guardedAgent>[0]) =>
    fetch(`http://localhost:${held.port}/`, { dispatcher: guardedAgent(rule) } as RequestInit);

  test("is refused at the moment of connecting", async () => {
    await expect(call(strict)).rejects.toMatchObject({ cause: { message: expect.stringContaining("inner network") } });
  });

  test("is called while the app itself is on loopback", async () => {
    expect((await call({ ...strict, allowsLoopback: true })).status).toBe(200);
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { addConnection, changeConnection } from "#db/connections.ts";
import { dueSources, moveSource, readNow, sourceById } from "#db/sources.ts";
import { testDb } from "#db/testing/db.ts";
import { createWorkspace } from "#db/workspace.ts";
import { chatwoot } from "#jobs/connectors/chatwoot/connector.ts";
import { type FakeChatwoot, startFakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import { HttpError } from "#jobs/connectors/connector.ts";
import { POLL_SECONDS, syncSource } from "#jobs/sync.ts";
import { Vendor } from "#jobs/testing/vendor.ts";
import { AppError } from "#lib/errors.ts";
import { sourceId } from "#lib/import/ids.ts";

const held = testDb();
const START = Date.parse("2026-11-20T10:00:00Z");
const ID = sourceId("desk");

beforeEach(async () => {
  await held.db.$client`truncate sources, secrets, source_readings, workspaces`;
  await createWorkspace(held.db, { name: "Test", zone: "UTC", mode: "own", now: new Date(START) });
});

const connect = (settings: Record<string, string> = {}) =>
  addConnection(held.db, {
    ...{ key: "desk", kind: "test", settings, secrets: { token: "s3cret" }, backfillFrom: null },
    now: new Date(START),
  });
const connected = async (): Promise<Vendor> => {
  const vendor = new Vendor();
  vendor.clock = START;
  await connect();
  return vendor;
};
const turn = (vendor: Vendor, connector = vendor.connector()) =>
  syncSource(held.db, ID, {
    now: () => new Date(vendor.clock),
    signal: new AbortController().signal,
    connectorFor: () => connector,
  });
const source = () => sourceById(held.db, ID);
const isDue = async (at: number) => (await dueSources(held.db, new Date(at), POLL_SECONDS)).length > 0;

describe("a check that fails for now", () => {
  test.each<[string, Error]>([
    ["the vendor is down", new HttpError(503, "It answers 503.")],
    ["it asks for fewer requests", new HttpError(429, "It asks for fewer requests.")],
    ["it does not answer", new HttpError(null, "It could not be reached (ECONNREFUSED).")],
    ["a connector says so in its own words", new AppError("unavailable", "No answer from there.")],
    ["nobody knows why", new TypeError("x is not a function")],
  ])("%s: it is told why, and is tried again by itself, ever later, until it succeeds", async (_, problem) => {
    const vendor = await connected();
    vendor.problem = problem;
    await turn(vendor);
    const told = problem instanceof TypeError ? "Something went wrong" : problem.message;
    expect(await source()).toMatchObject({
      state: "checking",
      lastError: expect.stringContaining(told),
      failingSince: new Date(START),
      retryAt: new Date(START + 5000),
    });
    expect([await isDue(START + 4999), await isDue(START + 5000)]).toEqual([false, true]);
    vendor.clock = START + 5000;
    await turn(vendor);
    expect(await source()).toMatchObject({ state: "checking", retryAt: new Date(START + 15_000) });
    vendor.problem = null;
    await turn(vendor);
    expect(await source()).toMatchObject({
      ...{ state: "active", account: "Acme", lastError: null, failingSince: null, failures: 0, retryAt: null },
    });
  });

  test("whoever presses does not wait, also when the check is under way", async () => {
    const vendor = await connected();
    vendor.problem = new HttpError(503, "It answers 503.");
    for (let i = 0; i < 8; i++) await turn(vendor);
    expect(await isDue(START + 250_000)).toBe(false);
    await readNow(held.db, ID, new Date(START + 1000));
    expect(await isDue(START + 1000)).toBe(true);
    const connector = vendor.connector();
    await turn(vendor, {
      ...connector,
      discover: async (session) => {
        await readNow(held.db, ID, new Date(START + 2000));
        return connector.discover(session);
      },
    });
    expect(await isDue(START + 2000)).toBe(true);
  });

  test("a vendor that hangs is given up after three seconds, and tried again", async () => {
    const vendor = await connected();
    const began = performance.now();
    await turn(vendor, { ...vendor.connector(), discover: () => new Promise(() => {}) });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await source()).toMatchObject({ state: "checking", lastError: "It did not answer within 3 seconds." });
  });
});

describe("a check that finds something wrong", () => {
  const unknownHost = new HttpError(null, "It could not be reached (ENOTFOUND).", {
    cause: new TypeError("fetch failed", { cause: Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }) }),
  });
  test.each<[string, Error]>([
    ["the key is wrong", new HttpError(401, "The credentials are not accepted.")],
    ["the key may too little", new HttpError(403, "It may not be used for that.")],
    ["there is nothing there", new HttpError(404, "There is nothing.")],
    ["it leads elsewhere", new HttpError(302, "It was redirected.")],
    ["nobody knows that name", unknownHost],
    ["the same in a connector's own words", new AppError("unavailable", "No answer.", { cause: unknownHost })],
    ["an address that may not be called", new AppError("bad_input", "It is an inner address.")],
  ])("%s: it is told so and asked no more, until somebody presses", async (_, problem) => {
    const vendor = await connected();
    vendor.problem = new HttpError(503, "It answers 503.");
    await turn(vendor);
    vendor.problem = problem;
    await turn(vendor);
    expect(await source()).toMatchObject({
      ...{ state: "refused", lastError: problem.message, failingSince: null, failures: 0, retryAt: null },
    });
    expect(await isDue(START + 3_600_000)).toBe(false);
    vendor.problem = null;
    await moveSource(held.db, ID, ["refused"], "checking");
    expect(await isDue(START)).toBe(true);
    await turn(vendor);
    expect(await source()).toMatchObject({ state: "active" });
  });

  test("one that is removed meanwhile stays so, and cannot be brought back by its form", async () => {
    const vendor = await connected();
    const connector = vendor.connector();
    const removing = (problem: Error | null) =>
      turn(vendor, {
        ...connector,
        discover: async (session) => {
          await moveSource(held.db, ID, ["checking"], "removing");
          if (problem) throw problem;
          return connector.discover(session);
        },
      });
    await removing(null);
    expect(await source()).toMatchObject({ state: "removing" });
    const form = { settings: {}, secrets: {}, isElsewhere: false, now: new Date(START) };
    await expect(changeConnection(held.db, ID, form)).rejects.toMatchObject({ code: "not_found" });
    await held.db.$client`update sources set state = 'checking'`;
    await removing(new HttpError(401, "Wrong."));
    expect(await source()).toMatchObject({ state: "removing" });
  });
});

describe("Chatwoot over the wire", () => {
  const check = async (fake: FakeChatwoot, token = fake.token) => {
    await connect({ address: fake.url, accountId: String(fake.accountId) });
    await changeConnection(held.db, ID, {
      settings: { address: fake.url, accountId: String(fake.accountId) },
      secrets: { token },
      isElsewhere: false,
      now: new Date(START),
    });
    const again = () =>
      syncSource(held.db, ID, {
        now: () => new Date(START),
        signal: new AbortController().signal,
        connectorFor: () => chatwoot,
      });
    await again();
    return again;
  };

  test.each(["429", "503"] as const)("%s passes", async (kind) => {
    const fake = await startFakeChatwoot({ conversations: 1, now: new Date(START) });
    fake.faults.add({ kind, times: 1 });
    const again = await check(fake);
    expect(await source()).toMatchObject({ state: "checking", lastError: expect.stringMatching(/^Chatwoot a/) });
    await again();
    expect(await source()).toMatchObject({ state: "active", lastError: null });
    await fake.close();
  });

  test("a wrong key does not", async () => {
    const fake = await startFakeChatwoot({ conversations: 1, now: new Date(START) });
    await check(fake, "wrong");
    expect(await source()).toMatchObject({ state: "refused", lastError: expect.stringMatching(/access token/) });
    await fake.close();
  });
});

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type OwnApp, startOwnApp } from "#app/testing/own-app.ts";
import { readmeBlocks } from "#app/testing/readme.ts";
import { stored } from "#app/testing/stored.ts";
import { addConnection } from "#db/connections.ts";
import { WEBHOOK_SECRET } from "#db/secrets.ts";
import { createApiToken } from "#db/tokens.ts";
import { secretOf } from "#lib/webhooks/standard.ts";

const SECTION = "Send conversations from your own bot or desk";

let app: OwnApp;
let tokens: { write: string; read: string };

test.beforeAll(async () => {
  app = await startOwnApp();
  const now = new Date();
  tokens = {
    write: await createApiToken(app.db, { name: "writes", canWrite: true, now }),
    read: await createApiToken(app.db, { name: "reads", now }),
  };
});
test.afterAll(() => app.stop());

const connection = { settings: {}, secrets: {}, backfillFrom: null };

/** External ids of the handoffs of a day, as the API lists them. */
const handoffsOf = async (day: string): Promise<string[]> => {
  const path = `/api/v1/metrics/timeToFirstHuman/records?from=${day}&to=${day}`;
  const answer = await fetch(app.base + path, { headers: { authorization: `Bearer ${tokens.read}` } });
  const { data } = (await answer.json()) as { data: { external_id: string }[] };
  return data.map((one) => one.external_id).sort();
};

const run = (command: string, args: string[], more: Record<string, string> = {}): string => {
  const env = { ...process.env, SEAM_DATA_DIR: app.dir, SEAM: app.base, FORCE_COLOR: "0", ...more };
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8" });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
};

test("what the README says to send is in the numbers within five seconds, once", async () => {
  const [key, now] = ["my-desk", new Date()];
  const secret = secretOf(new Uint8Array(32).fill(3));
  await addConnection(app.db, { ...connection, key, kind: "push", secrets: { [WEBHOOK_SECRET]: secret }, now });
  const [makeToken = "", curl = ""] = readmeBlocks(SECTION, "sh");
  const [stream = "", signed = ""] = readmeBlocks(SECTION, "ts");
  const sendings = [
    { code: curl, day: "2026-11-02", ids: ["c-1"] },
    { code: stream, day: "2026-11-03", ids: ["c-2", "c-3"] },
    { code: signed, day: "2026-11-04", ids: ["c-4"] },
  ];
  const TOKEN = run("bash", ["-euc", `${makeToken}echo $TOKEN`]).trim();
  const send = (code: string): string => {
    if (code === curl) return run("bash", ["-euc", code], { TOKEN });
    const file = join(app.dir, "send.ts");
    writeFileSync(file, code);
    return run(process.execPath, [file], { TOKEN, SECRET: secret });
  };
  for (const { code, day, ids } of sendings) {
    expect(send(code)).toMatch(new RegExp(`created"?: ?${ids.length}\\b`));
    await expect.poll(() => handoffsOf(day), { timeout: 5000, intervals: [50] }).toEqual(ids);
  }
  const before = await stored(app.db);
  for (const { code, ids } of sendings) expect(send(code)).toMatch(new RegExp(`unchanged"?: ?${ids.length}\\b`));
  expect(await stored(app.db)).toEqual({ ...before, webhook_deliveries: 2 });
});

const post = async (body: string, { token = tokens.write, query = "" } = {}) => {
  const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${app.base}/api/v1/conversations${query}`, { method: "POST", headers, body });
  return { status: answer.status, ...((await answer.json()) as object) };
};

const record = (id: string, more: object = {}): string =>
  JSON.stringify({ id, messages: [{ at: "2026-10-01T10:00:00Z", author: { kind: "customer" }, text: "Hi" }], ...more });

test("without a token that may write nothing is stored", async () => {
  const before = await stored(app.db);
  expect(await post(record("x"), { token: "" })).toMatchObject({ status: 401, error: { code: "unauthorised" } });
  expect(await post(record("x"), { token: `${tokens.write}x` })).toMatchObject({ status: 401 });
  expect(await post(record("x"), { token: tokens.read })).toMatchObject({ status: 403, error: { code: "forbidden" } });
  expect(await post("")).toMatchObject({ status: 400, error: { code: "bad_input" } });
  expect(await stored(app.db)).toEqual(before);
});

test("of each line is said what became of it, and the batch sent again changes nothing", async () => {
  await addConnection(app.db, { ...connection, key: "vendor", kind: "chatwoot", now: new Date() });
  const body = [record("a"), '{"id": "b"', record("c", { source: "vendor" }), "[]", record("d"), record("a")].join(
    "\n",
  );
  const refusals = [
    { line: 2, verdict: "refused", field: "", reason: "not JSON: broken or cut off" },
    { line: 3, verdict: "refused", field: "source", reason: "vendor is read by itself; name another source" },
    { line: 4, verdict: "refused", field: "", reason: "not a JSON object" },
  ];
  const of = (line: number, id: string, verdict: string) => ({ line, source: "mine", id, verdict });
  const first = await post(body, { query: "?source=mine" });
  expect(first).toMatchObject({ status: 200, received: 6, created: 2, unchanged: 1, refused: 3 });
  expect(first).toHaveProperty("results", [
    of(1, "a", "created"),
    ...refusals,
    of(5, "d", "created"),
    of(6, "a", "unchanged"),
  ]);
  const before = await stored(app.db);
  const second = await post(body, { query: "?source=mine" });
  expect(second).toMatchObject({ status: 200, received: 6, created: 0, updated: 0, unchanged: 3, refused: 3 });
  expect(await stored(app.db)).toEqual(before);
});

test("each of a list is told by its place", async () => {
  const { results } = (await post(`[${record("x-1")},{},${record("x-2")}]`)) as { results?: { line: number }[] };
  expect(results?.map(({ line }) => line)).toEqual([1, 2, 3]);
});

for (const name of ["", "%20", "a%00b"]) {
  test(`a source is not named “${name}”`, async () => {
    const before = await stored(app.db);
    expect(await post(record("x"), { query: `?source=${name}` })).toMatchObject({ status: 400 });
    expect(await stored(app.db)).toEqual(before);
  });
}

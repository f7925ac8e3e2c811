import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { readmeBlocks } from "#app/testing/readme.ts";
import { apiToken, at, beAs, openRead } from "#app/testing/walk.ts";
import { METRIC_KEYS, metricOf } from "#lib/metrics/catalogue.ts";

type Row = Record<string, unknown>;

let token = "";
test.beforeAll(() => {
  token = apiToken();
});

/** What each line of a block of the README prints. */
const run = (block: string): { data: Row[] }[] =>
  block
    .trim()
    .split("\n")
    .map((line) => {
      const env = { ...process.env, SEAM: process.env["SEAM_BASE"] ?? "", TOKEN: token };
      const { status, stdout } = spawnSync("bash", ["-euc", line.replace("curl ", "curl -sS ")], {
        env,
        encoding: "utf8",
      });
      expect(status).toBe(0);
      return JSON.parse(stdout) as { data: Row[] };
    });

test("what the README says to ask is answered: a number, every definition, and a number by an earlier one", async ({
  page,
}) => {
  await beAs(page, "Mara");
  await openRead(page, "/weekly?week=2026-W46");
  const [number = "", definitions = ""] = readmeBlocks("For programs", "sh");
  const [csat] = run(number);
  expect(csat?.data).toMatchObject([{ metric: "handoffCsat", version: 1, week: "2026-W46", target: 0.75 }]);
  const [all, before] = run(definitions);
  expect(all?.data.map(({ metric }) => metric)).toEqual(METRIC_KEYS);
  const { part, whole, earlier = [] } = metricOf("answeredInTarget");
  expect(all?.data.find(({ metric }) => metric === "answeredInTarget")).toMatchObject({
    version: 2,
    unit: "share",
    part,
    whole,
    target: 0.8,
    target_default: 0.8,
    target_by_channel: {},
    earlier: [{ version: 1, replaced_on: "2026-11-25", part: earlier[0]?.part, whole: earlier[0]?.whole }],
  });
  const [row] = before?.data ?? [];
  expect(row).toMatchObject({ metric: "answeredInTarget", version: 1, interval: "Wilson score" });
  expect(row?.["value"]).toBe(Number(row?.["part"]) / Number(row?.["n"]));
});

test("a version that never was, and a parameter that means nothing, are refused in one sentence", async ({
  request,
}) => {
  const ask = async (path: string) => {
    const answer = await request.get(at(path), { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status(), body: await answer.json() };
  };
  for (const path of ["answeredInTarget", "answeredInTarget/records"]) {
    expect(await ask(`/api/v1/metrics/${path}?version=7`)).toEqual({
      status: 400,
      body: {
        error: { code: "bad_input", message: "answeredInTarget has versions 1 and 2; there is no version 7." },
      },
    });
  }
  expect((await ask("/api/v1/metrics/answeredInTarget?version=one")).status).toBe(400);
  expect((await ask("/api/v1/metrics?week=2026-W46")).body.error.message).toBe("Unknown parameter: week.");
  expect((await request.get(at("/api/v1/metrics"))).status()).toBe(401);
});

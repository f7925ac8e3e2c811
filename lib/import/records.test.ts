import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";
import { jsonRecords } from "./records.ts";

const vcon = (body: string, more: object = {}) => ({
  ...{ vcon: "0.0.2", parties: [{ name: "Ann" }], dialog: [{ type: "text", start: "2026-10-01T10:00:00Z", body }] },
  ...more,
});

const idsIn = async (text: string, file: string | null): Promise<unknown[]> => {
  const body = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  const found = await Array.fromAsync(jsonRecords(linesOf(body), file));
  return found.map((one) => ("json" in one ? (one.json as { id: unknown }).id : one.reason));
};

const several = [vcon("a"), vcon("b"), vcon("c", { uuid: "u" })];

test.each([
  ["a list", JSON.stringify(several, null, 1)],
  ["JSON lines", several.map((one) => JSON.stringify(one)).join("\n")],
])("several vCons without an id in one file stay apart: %s", async (_, text) => {
  expect(await idsIn(text, "dir/talk.json")).toEqual(["talk.json", "talk.json#2", "u"]);
});

test("one alone goes by its file; one that comes without a file needs an id of its own", async () => {
  expect(await idsIn(JSON.stringify(vcon("a"), null, 1), "talk.json")).toEqual(["talk.json"]);
  const reason = "a vCon that is sent needs its uuid: nothing else names it";
  expect(await idsIn(JSON.stringify(vcon("a")), null)).toEqual([reason]);
  expect(await idsIn(JSON.stringify(vcon("a", { handoff_quality: { id: "o" } })), null)).toEqual(["o"]);
});

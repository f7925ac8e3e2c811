import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { METRICS } from "#lib/metrics/catalogue.ts";
import { CSV_HEADERS } from "./csv.ts";
import { EXAMPLE } from "./example.ts";

const readme = readFileSync("README.md", "utf8");

test("the README shows the example that is tested, the exact CSV headers, and every number as it is defined", () => {
  expect(JSON.parse(/```json\n([^`]+)```/.exec(readme)?.[1] ?? "null")).toEqual(EXAMPLE);
  for (const header of Object.values(CSV_HEADERS)) expect(readme).toContain(`\n${header}\n`);
  for (const { label, says, part, whole } of Object.values(METRICS)) {
    for (const text of [label, says, part, whole]) expect(readme).toContain(text);
  }
});

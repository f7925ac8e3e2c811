import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { CSV } from "./_csv.ts";

test.each(["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])("%j is text to a spreadsheet", (topic) => {
  const [, ...line] = stringify([{ topic, n: -1 }], CSV).split("topic,n\n");
  expect(line.join("").replace(/^"/, "")).toMatch(/^'/);
  expect(line.join("")).toMatch(/,-1\n$/);
});

test("numbers, booleans and what is missing are written as they are", () => {
  expect(stringify([{ a: 0.5, b: true, c: null, d: "x" }], CSV)).toBe("a,b,c,d\n0.5,true,,x\n");
});

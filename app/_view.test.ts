import { expect, test } from "vitest";
import { readView, viewParams } from "./_view.ts";

test.each([
  ["1e400", 1_000_000],
  ["1e300", 1_000_000],
  ["-3", 1],
  ["NaN", 1],
  ["2.7", 2],
  ["", 1],
])("page %s is a page that can be asked for", (page, is) => {
  expect(readView({ page })).toMatchObject({ page: is, query: { offset: (is - 1) * 50 } });
});

test("a search of nothing is none, and a NUL does not reach the database", () => {
  expect(readView({ q: "  " }).query).not.toHaveProperty("search");
  expect(readView({ q: "a\u0000b" }).query.search).toBe("a\ufffdb");
});

test.each([
  [undefined, ["language", "source"], null],
  ["none", [], "none"],
  ["team,source,nothing", ["team", "source"], "team,source"],
  ["source,language", ["language", "source"], null],
])("?hide=%s hides %j, and is said as %s", (hide, hidden, said) => {
  const view = readView(hide === undefined ? {} : { hide });
  expect(view.hidden).toEqual(hidden);
  expect(viewParams(view)["hide"]).toBe(said);
});

test("a metric that only looks like one is none", () => {
  expect(readView({ metric: "constructor", sort: "toString" })).toMatchObject({
    key: "handoffs",
    query: { sort: "at" },
  });
});

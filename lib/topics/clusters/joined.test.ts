import { expect, test } from "vitest";
import type { Rows } from "../vectors/rows.ts";
import { joinedAlike } from "./joined.ts";
import type { Links } from "./links.ts";

/** Rows of length 1 that each have one of these terms and, to this part, a term that all of a theme share. */
const rowsOf = (themes: readonly { theme: number; own: number; shared: number }[]): Rows => {
  const rows: Rows = {
    count: themes.length,
    width: 100,
    starts: Int32Array.from({ length: themes.length + 1 }, (_, i) => 2 * i),
    ids: Int32Array.from(themes.flatMap(({ theme, own }) => [theme, own])),
    values: Float32Array.from(themes.flatMap(({ shared }) => [shared, Math.sqrt(1 - shared ** 2)])),
  };
  return rows;
};

/** Three communities of four rows each: two of one theme, one of another. */
const PARTS = Int32Array.from({ length: 12 }, (_, row) => Math.floor(row / 4));
const themed = (shared: number) =>
  rowsOf(Array.from({ length: 12 }, (_, row) => ({ theme: row < 8 ? 0 : 1, own: 10 + Math.floor(row / 4), shared })));

/** All pairs within a community are linked, and these besides. */
const linked = (...others: [number, number][]): Links => {
  const within = [...PARTS.keys()].flatMap((a) =>
    [...PARTS.keys()].flatMap((b) => (a < b && PARTS[a] === PARTS[b] ? [[a, b] as const] : [])),
  );
  const pairs = [...within, ...others];
  return { count: 12, from: pairs.map(([a]) => a), to: pairs.map(([, b]) => b), weights: pairs.map(() => 1) };
};

const TWO_OF_SIXTEEN: [number, number][] = [
  [0, 4],
  [1, 5],
];

test("communities that are densely linked and alike are one", () => {
  expect([...joinedAlike(PARTS, linked(...TWO_OF_SIXTEEN), themed(0.9))]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2]);
});

test.each<[string, Links, Rows]>([
  ["no link leads from one to the other", linked(), themed(0.9)],
  ["one pair of sixteen is linked", linked([0, 4]), themed(0.9)],
  ["they share few words beside the links", linked(...TWO_OF_SIXTEEN), themed(0.6)],
])("they stay apart where %s", (_, links, rows) => {
  expect([...joinedAlike(PARTS, links, rows)]).toEqual([...PARTS]);
});

test("what grew is held against others whole: one that is like a part of it alone stays outside", () => {
  const between: [number, number][] = [0, 1, 2, 3].map((row) => [row, row + 4]);
  const links = linked(...between, [0, 5], [1, 6], [4, 8], [5, 9]);
  const rows = rowsOf(Array.from({ length: 12 }, () => ({ theme: 0, own: 10, shared: 0.9 })));
  expect([...joinedAlike(PARTS, links, rows)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2]);
});

test("a single row joins nothing", () => {
  const parts = Int32Array.from([0, 0, 1]);
  const rows = rowsOf([0, 0, 0].map((theme) => ({ theme, own: 10, shared: 0.9 })));
  expect([...joinedAlike(parts, { count: 3, from: [0, 0], to: [1, 2], weights: [1, 1] }, rows)]).toEqual([0, 0, 1]);
});

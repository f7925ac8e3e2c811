import { expect, test } from "vitest";
import { firstOfEach } from "./near-duplicates.ts";
import { outagesIn } from "./outages.ts";

const minute = (m: number): Date => new Date(Date.UTC(2026, 0, 5, 9, m));

test("50,000 copies in an hour are one outage, and what else was written is in none", () => {
  const texts = [...Array.from({ length: 50_000 }, () => "app is down"), "refund", "where is my card"];
  const times = texts.map((_, i) => minute((i * 60) / 50_000));
  const [flood, ...others] = outagesIn(firstOfEach(texts), times);
  expect(others).toEqual([]);
  expect(flood?.places).toHaveLength(50_000);
  expect(flood?.from).toEqual(minute(0));
});

test("the same words over a week are no outage, and two floods a day apart are two", () => {
  const slow = Array.from({ length: 60 }, (_, i) => minute(i * 170));
  expect(outagesIn(new Int32Array(60), slow)).toEqual([]);
  const twice = Array.from({ length: 80 }, (_, i) => minute(i < 40 ? i : 1440 + i));
  expect(outagesIn(new Int32Array(80), twice).map(({ places }) => places.length)).toEqual([40, 40]);
});

test("texts without words flood nothing", () => {
  expect(
    outagesIn(
      new Int32Array(50).fill(-1),
      Array.from({ length: 50 }, () => minute(1)),
    ),
  ).toEqual([]);
});

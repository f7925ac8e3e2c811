import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { neighboursOf } from "./neighbours.ts";
import type { Rows } from "./rows.ts";
import { vectorsOf, vocabularyOf } from "./vocabulary.ts";

const K = 5;

const randomTexts = (seed: string, n: number): string[] => {
  const { whole, unit } = randomOf(seed);
  // Words by a steep law, as in a language: few are in most texts.
  return Array.from({ length: n }, () =>
    Array.from({ length: whole(1, 9) }, () => `w${Math.floor(200 * unit() ** 3)}x`).join(" "),
  );
};

const cosine = ({ starts, ids, values }: Rows, a: number, b: number): number => {
  const of = (row: number) =>
    new Map(Array.from(ids.slice(starts[row], starts[row + 1]), (id, i) => [id, values[(starts[row] ?? 0) + i] ?? 0]));
  const other = of(b);
  return [...of(a)].reduce((sum, [id, value]) => sum + value * (other.get(id) ?? 0), 0);
};

test.each(["one", "two", "three"])("the nearest are those that comparing each with each finds, seed %s", (seed) => {
  const texts = randomTexts(seed, 150);
  const rows = vectorsOf(vocabularyOf(texts), texts);
  const { ids, scores } = neighboursOf(rows, K, 0.15);
  for (let row = 0; row < rows.count; row++) {
    const expected = texts
      .flatMap((_, other) => (other === row ? [] : [cosine(rows, row, other)]))
      .filter((score) => score >= 0.15)
      .sort((a, b) => b - a)
      .slice(0, K);
    const found = [...scores.slice(row * K, (row + 1) * K)].slice(0, expected.length);
    for (const [i, score] of expected.entries()) expect(found[i]).toBeCloseTo(score, 4);
    for (const [i, score] of found.entries()) expect(cosine(rows, row, ids[row * K + i] ?? -1)).toBeCloseTo(score, 4);
    expect(ids[row * K + expected.length] ?? -1).toBe(expected.length < K ? -1 : (ids[row * K + K] ?? -1));
  }
});

test("a text that shares nothing has no neighbours", () => {
  const texts = ["card declined", "card declined again", "zzz", ""];
  const { ids } = neighboursOf(vectorsOf(vocabularyOf(texts), texts), K, 0.15);
  expect([...ids.slice(2 * K)]).toEqual(new Array(2 * K).fill(-1));
  expect(ids[0]).toBe(1);
});

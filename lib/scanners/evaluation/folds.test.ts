import { expect, test } from "vitest";
import { crossValidated, foldScoreOf, foldsByCluster, foldsByGroup } from "./folds.ts";

type Item = { id: number; dialogue: string; register: string; isSo: boolean };

const ITEMS: Item[] = Array.from({ length: 60 }, (_, id) => ({
  id,
  dialogue: `d${Math.floor(id / 3)}`,
  register: id % 2 === 0 ? "mail" : "chat",
  isSo: id % 4 === 0,
}));

const byDialogue = (seed: string) => foldsByCluster(ITEMS, ({ dialogue }) => dialogue, 7, seed);

test("every item is held out once, its dialogue stays together, and folds are of about equal size", () => {
  const folds = byDialogue("a");
  expect(folds).toHaveLength(7);
  expect(folds.flatMap(({ held }) => held.map(({ id }) => id)).sort((a, b) => a - b)).toEqual(
    ITEMS.map(({ id }) => id),
  );
  const foldsOf = Map.groupBy(
    folds.flatMap(({ name, held }) => held.map(({ dialogue }) => ({ name, dialogue }))),
    ({ dialogue }) => dialogue,
  );
  for (const places of foldsOf.values()) expect(new Set(places.map(({ name }) => name)).size).toBe(1);
  const sizes = folds.map(({ held }) => held.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(3);
});

test("the same seed gives the same folds, another one others", () => {
  expect(byDialogue("a")).toEqual(byDialogue("a"));
  expect(byDialogue("a")).not.toEqual(byDialogue("b"));
});

test("no more folds than dialogues", () => {
  expect(foldsByCluster(ITEMS.slice(0, 6), ({ dialogue }) => dialogue, 10, "a")).toHaveLength(2);
});

test("nothing that is held out is learnt from, and all the rest is", () => {
  const seen: { learnt: Set<number>; asked: number }[] = [];
  const folds = foldsByGroup(ITEMS, ({ register }) => register);
  crossValidated(ITEMS, folds, (rest) => {
    const learnt = new Set(rest.map(({ id }) => id));
    return ({ id, dialogue, isSo }) => {
      seen.push({ learnt, asked: id });
      return { cluster: dialogue, isSo, isFound: isSo };
    };
  });
  expect(seen).toHaveLength(60);
  for (const { learnt, asked } of seen) {
    expect(learnt.has(asked)).toBe(false);
    expect(learnt.size).toBe(30);
  }
});

test("what was learnt by heart is worth nothing on what is held out", () => {
  const byHeart = (rest: readonly Item[]) => {
    const known = new Set(rest.filter(({ isSo }) => isSo).map(({ id }) => id));
    return ({ id, dialogue, isSo }: Item) => ({ cluster: dialogue, isSo, isFound: known.has(id) });
  };
  const answers = crossValidated(ITEMS, byDialogue("a"), byHeart).map((fold) => fold.answers);
  expect(foldScoreOf(answers, "a").pooled.f1).toBe(0);
  expect(foldScoreOf([ITEMS.map(byHeart(ITEMS))], "a").pooled.f1).toBe(1);
});

test("pooled F1 counts texts, the mean counts folds, and a fold without anything has none", () => {
  const [right, wrong, none] = [
    [true, true],
    [true, false],
    [false, false],
  ].map(([isSo = false, isFound = false], i) => ({ cluster: `${i}`, isSo, isFound }));
  if (!right || !wrong || !none) throw new Error("Three answers are needed.");
  const score = foldScoreOf([[right, right, right], [wrong], [none]], "a");
  expect(score.pooled.f1).toBeCloseTo(6 / 7);
  expect(score.mean).toBe(0.5);
  expect(score.sd).toBeCloseTo(Math.SQRT1_2);
  expect(score.folds).toBe(2);
});

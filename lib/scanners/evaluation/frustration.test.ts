import { expect, test } from "vitest";
import type { Labelled } from "../labelled.ts";
import { answerBy, lessonsOf, ownLessonsOf, WEIGHT, weighingOf } from "./frustration.ts";

const textOf = (text: string, frustration: 0 | 1 | null, id: number): Labelled => ({
  ...{ id: `${id}`, kind: "own", role: "customer", text, labels: { frustration } },
  source: { repo: "own", dialogue: id },
});

const CALM = [
  "where can i see my invoices?",
  "please change my address",
  "thanks, that was quick",
  "is it open today?",
];
const TENSE = ["you never told me why", "i rang twice and you moved it anyway", "so you even took my money again"];

const some = (tense: number): Labelled[] => [
  ...Array.from({ length: 30 }, (_, i) => textOf(`${CALM[i % CALM.length]} ${i}`, 0, i)),
  ...Array.from({ length: tense }, (_, i) => textOf(`${TENSE[i % TENSE.length]} ${i}`, 1, 100 + i)),
];

const saysOf = (lessons: ReturnType<typeof lessonsOf>) => {
  const sum = (isSo: boolean) =>
    lessons.filter(({ example }) => example.isSo === isSo).reduce((all, { example }) => all + example.weight, 0);
  return { share: sum(true) / (sum(true) + sum(false)), all: sum(true) + sum(false) };
};

test("however many dissatisfied sentences we write, they count for the same share, and a text for the same on average", () => {
  const [few, many] = [ownLessonsOf(some(6)), ownLessonsOf(some(90))];
  expect(saysOf(few).share).toBeCloseTo(saysOf(many).share);
  expect(saysOf(few).all).toBeCloseTo(36 * WEIGHT.own);
  expect(saysOf(many).all).toBeCloseTo(120 * WEIGHT.own);
});

test("what is not judged teaches nothing", () => {
  expect(lessonsOf([textOf("you never told me why", null, 1)], 1)).toEqual([]);
});

test("a scanner finds by what it was taught", () => {
  const [asked] = lessonsOf([textOf("you never told me why, and you moved it anyway", 1, 1)], 1);
  if (!asked) throw new Error("There is nothing to ask.");
  const turned = some(30).map((text) => ({
    ...text,
    labels: { frustration: text.labels["frustration"] === 1 ? 0 : 1 },
  }));
  const taught = (texts: Labelled[]) => answerBy(weighingOf(lessonsOf(texts, 5)))(asked).isFound;
  expect(taught(some(30))).toBe(true);
  expect(taught(turned)).toBe(false);
});

import { expect, test } from "vitest";
import { type Example, sorterOf, trainClassifier } from "./classifier.ts";
import { isNewMistaken, strangersAmong } from "./strangers.ts";

const ASKS = ["where is", "i lost", "please send", "what about", "cannot find", "when comes", "i need", "problem with"];
const THINGS: Record<string, string[]> = {
  card: ["my bank card", "the card", "a debit card", "the plastic card", "a new card"],
  refund: ["my refund", "the money back", "a refund of the payment", "the refunded sum", "a refund"],
  parcel: ["my parcel", "the delivery", "a parcel delivery", "the package parcel", "the shipped parcel"],
};
const EXAMPLES: Example[] = Object.entries(THINGS).flatMap(([topic, things]) =>
  ASKS.flatMap((ask) => things.map((thing) => ({ text: `${ask} ${thing}`, topic }))),
);
const TRAINING = { seed: 1, precision: 0.9 };

const trained = (unsorted: string[] = []) => {
  const classifier = trainClassifier(EXAMPLES, unsorted, TRAINING);
  if (!classifier) throw new Error("no classifier");
  return classifier;
};

test("a message like the examples is counted under their topic, one that says nothing of them is not counted", () => {
  const sort = sorterOf(trained());
  expect(sort("why is there no refund").topic).toBe("refund");
  expect(sort("delivery of the parcel").topic).toBe("parcel");
  expect(sort("").topic).toBeNull();
  expect(sort("qqqq").topic).toBeNull();
});

test("equal examples and seed give an equal classifier, and it is the same after being stored as JSON", () => {
  const stored = JSON.parse(JSON.stringify(trained()));
  expect(stored).toEqual(trained());
  expect(sorterOf(stored)("my card")).toEqual(sorterOf(trained())("my card"));
});

test("messages nobody sorted teach words that no example holds", () => {
  const unsorted = Array.from({ length: 40 }, (_, i) => `${ASKS[i % 8]} my parcel from the courier hermes`);
  const before = sorterOf(trained());
  const after = sorterOf(trained(unsorted));
  expect(before("hermes courier").likeliest === "parcel" && before("hermes courier").confidence > 0.5).toBe(false);
  expect(after("hermes courier").likeliest).toBe("parcel");
});

test("where the examples contradict each other nothing is counted", () => {
  const mixed = EXAMPLES.map((example, i) => ({ ...example, text: `${ASKS[(i * 7) % 8]} it` }));
  const classifier = trainClassifier(mixed, [], TRAINING);
  expect(classifier?.threshold).toBeNull();
  expect(classifier && sorterOf(classifier)("where is it").topic).toBeNull();
});

test("one topic alone is nothing to tell apart", () => {
  expect(
    trainClassifier(
      EXAMPLES.filter(({ topic }) => topic === "card"),
      [],
      TRAINING,
    ),
  ).toBeNull();
  expect(trainClassifier([], [], TRAINING)).toBeNull();
});

test("a message about something else is counted nowhere once strangers have taught what is none of the topics", () => {
  const strange = ASKS.flatMap((ask) => ["my audiobook", "an audiobook chapter"].map((thing) => `${ask} ${thing}`));
  const classifier = trainClassifier(EXAMPLES, [], { ...TRAINING, strange });
  if (!classifier) throw new Error("no classifier");
  const other = ASKS.map((ask) => `${ask} the audiobook delivery`);
  const counted = (sort: ReturnType<typeof sorterOf>) => other.filter((text) => sort(text).topic !== null).length;
  const sort = sorterOf(classifier);
  expect(counted(sorterOf(trained()))).toBe(other.length);
  expect(counted(sort)).toBe(0);
  expect(sort("the audiobook").likeliest).not.toBe("");
  expect(sort("why is there no refund").topic).toBe("refund");
});

test("unsorted messages in whose group hardly an example stands are strangers", () => {
  const other = ASKS.flatMap((ask) =>
    ["my audiobook", "an audiobook chapter", "audiobook sound"].map((t) => `${ask} ${t}`),
  );
  const more = ASKS.map((ask) => `${ask} the refund of a refund`);
  const { familiar, strange } = strangersAmong(EXAMPLES, [...other, ...more], 1);
  expect(strange.length).toBeGreaterThan(0.9 * other.length);
  expect(strange.filter((text) => !other.includes(text))).toEqual([]);
  expect(familiar).toEqual(expect.arrayContaining(more));
});

test.each<[string, (place: number) => boolean, boolean]>([
  ["all of which a classifier counts is mistaken", () => true, true],
  ["half of which it counts is known as strange", (place) => place % 2 === 0, false],
  ["of which it counts none is known as strange", () => false, false],
])("a group of strangers %s", (_, isCounted, isMistaken) => {
  const other = Array.from({ length: 8 }, (_, i) =>
    ASKS.map((ask) => `${ask} the audiobook of chapter ${"abcdefgh"[i]}`),
  );
  const texts = other.flat();
  const news = { texts, isCounted: texts.map((_, place) => isCounted(place)) };
  expect(isNewMistaken(EXAMPLES, news, 1)).toBe(isMistaken);
  const known = EXAMPLES.map(({ text }) => `${text} please`);
  expect(isNewMistaken(EXAMPLES, { texts: known, isCounted: known.map(() => true) }, 1)).toBe(false);
});

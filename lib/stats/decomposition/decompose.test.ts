import fc from "fast-check";
import { expect, test } from "vitest";
import { decompose, type TopicChange } from "./decompose.ts";

const change = (topic: string, before: [number, number], now: [number, number]): TopicChange => ({
  topic,
  before: { whole: before[0], part: before[1] },
  now: { whole: now[0], part: now[1] },
});
const WEEKS = [
  change("password", [400, 20], [250, 15]),
  change("billing", [300, 90], [350, 112]),
  change("bug", [200, 100], [300, 150]),
  change("other", [100, 30], [100, 28]),
];

test("Kitagawa 1955, J Am Stat Assoc 50:1168: escalations rose by 6.5 points, 5.7 of them because more bugs came in", () => {
  const found = decompose(WEEKS);
  expect(found?.before).toBeCloseTo(0.24, 12);
  expect(found?.now).toBeCloseTo(0.305, 12);
  expect(found?.difference).toBeCloseTo(0.065, 12);
  expect(found?.rate).toBeCloseTo(31 / 4000, 12);
  expect(found?.mix).toBeCloseTo(229 / 4000, 12);
});

test.each([
  ["password", 0.00325, 0.032625, -0.00825],
  ["billing", 0.0065, 0.001875, 0.0155],
  ["bug", 0, 0.02275, 0.05],
  ["other", -0.002, 0, 0],
])("Kitagawa 1955, J Am Stat Assoc 50:1168, the mix centred: %s", (topic, rate, mix, uncentred) => {
  const found = decompose(WEEKS);
  const own = found?.topics.find((each) => each.topic === topic);
  const counts = WEEKS.find((each) => each.topic === topic);
  if (!found || !own || !counts) throw new Error("no topic");
  expect(own.rate).toBeCloseTo(rate, 12);
  expect(own.mix).toBeCloseTo(mix, 12);
  const grown = counts.now.whole / 1000 - counts.before.whole / 1000;
  expect(own.mix + (grown * (found.before + found.now)) / 2).toBeCloseTo(uncentred, 12);
});

test("Kitagawa 1955: a topic that is new is mix alone, and so is one that vanished", () => {
  const found = decompose([...WEEKS, change("sso", [0, 0], [50, 30])]);
  expect(found?.difference).toBeCloseTo(0.079048, 6);
  expect(found?.rate).toBeCloseTo(53 / 7000, 12);
  expect(found?.mix).toBeCloseTo(1501 / 21_000, 12);
  expect(found?.topics.at(-1)?.rate).toBe(0);
  expect(decompose([...WEEKS, change("fax", [50, 30], [0, 0])])?.topics.at(-1)?.rate).toBe(0);
  expect(decompose([...WEEKS, change("none", [0, 0], [0, 0])])?.topics.at(-1)).toMatchObject({
    rate: 0,
    mix: expect.closeTo(0, 12),
  });
});

test("a range without anything cannot be explained", () => {
  expect(decompose([])).toBeNull();
  expect(decompose([change("bug", [0, 0], [10, 3])])).toBeNull();
});

const counts = fc.nat(400).chain((whole) => fc.tuple(fc.constant(whole), fc.nat(whole)));
const topics = fc
  .array(fc.tuple(counts, counts), { maxLength: 12 })
  .map((pairs) => pairs.map(([before, now], i) => change(`${i}`, before, now)));

test("rate and mix add up to the difference without rest, and looking back only flips their signs", () => {
  fc.assert(
    fc.property(topics, (changes) => {
      const found = decompose(changes);
      const back = decompose(changes.map(({ topic, before, now }) => ({ topic, before: now, now: before })));
      if (!found || !back) return;
      expect(found.rate + found.mix).toBeCloseTo(found.difference, 10);
      expect(back.rate).toBeCloseTo(-found.rate, 12);
      expect(back.mix).toBeCloseTo(-found.mix, 12);
      for (const [i, { rate, mix }] of found.topics.entries()) {
        expect(back.topics[i]?.rate).toBeCloseTo(-rate, 12);
        expect(back.topics[i]?.mix).toBeCloseTo(-mix, 12);
      }
    }),
  );
});

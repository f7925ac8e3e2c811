import fc from "fast-check";
import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { risingTopics, type TopicCounts } from "./rising.ts";

test("a topic that doubled is rising; one that is larger but steady, and one that doubled from two, are not", () => {
  const topics = [
    { topic: "login", now: 60, before: 120 },
    { topic: "refund", now: 200, before: 800 },
    { topic: "vat", now: 4, before: 2 },
    { topic: "gone", now: 0, before: 30 },
  ];
  const found = risingTopics(topics, { now: 1000, before: 4000 });
  expect(found.map(({ topic }) => topic)).toEqual(["vat", "login", "refund", "gone"]);
  expect(found.filter(({ isRising }) => isRising).map(({ topic }) => topic)).toEqual(["login"]);
  expect(found[1]).toMatchObject({ expected: 30, lift: 2, shrunk: { value: 62 / 32 } });
});

test("a topic with ranges of its own is held against what came in those, and corrected for with all others", () => {
  const login = { topic: "login", now: 60, before: 120 };
  const fax = { topic: "fax", now: 12, before: 16, all: { now: 4000, before: 16_000 } };
  const [first, second] = risingTopics([login, fax], { now: 1000, before: 4000 });
  expect(first).toMatchObject({ topic: "fax", expected: 4, lift: 3, shrunk: { value: 14 / 6 } });
  expect(second).toMatchObject({ topic: "login", expected: 30, lift: 2 });
  const [alone] = risingTopics([{ topic: "fax", now: 12, before: 16 }], { now: 4000, before: 16_000 });
  expect(first?.p).toBe(alone?.p);
  expect(first?.adjusted).toBeGreaterThanOrEqual(first?.p ?? 1);
});

test("a new topic has no plain lift and can rise; without a baseline nothing can", () => {
  const topics = [{ topic: "sso", now: 12, before: 0 }];
  expect(risingTopics(topics, { now: 500, before: 2000 })).toMatchObject([{ lift: null, isRising: true }]);
  expect(risingTopics(topics, { now: 500, before: 0 })).toEqual([]);
  expect(risingTopics([], { now: 500, before: 2000 })).toEqual([]);
});

test("Benjamini & Hochberg 1995: among two hundred steady topics and five risers hardly a week warns falsely", () => {
  const random = randomOf("two hundred topics");
  const weeks = 40;
  let [found, falsely] = [0, 0];
  for (let week = 0; week < weeks; week++) {
    const topics = Array.from({ length: 200 }, (_, i): TopicCounts => {
      const mean = random.logNormal(8, 0.8);
      return { topic: `${i}`, now: random.poisson(i < 5 ? 2.5 * mean : mean), before: random.poisson(4 * mean) };
    });
    const all = topics.reduce((sum, { now, before }) => ({ now: sum.now + now, before: sum.before + before }), {
      now: 0,
      before: 0,
    });
    const risen = risingTopics(topics, all).filter(({ isRising }) => isRising);
    found += risen.filter(({ topic }) => Number(topic) < 5).length;
    falsely += risen.filter(({ topic }) => Number(topic) >= 5).length;
  }
  expect(found / weeks).toBeGreaterThan(1.5);
  expect(falsely / weeks).toBeLessThan(0.5);
});

test("every topic comes back once, the largest shrunk lift first, its adjusted p never below its own", () => {
  const counts = fc.array(fc.tuple(fc.nat(80), fc.nat(300)), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(counts, (pairs) => {
      const topics = pairs.map(([now, before], i) => ({ topic: `${i}`, now, before }));
      const all = pairs.reduce((sum, [now, before]) => ({ now: sum.now + now, before: sum.before + before }), {
        now: 5,
        before: 5,
      });
      const found = risingTopics(topics, all);
      expect(found.map(({ topic }) => topic).sort()).toEqual(topics.map(({ topic }) => topic).sort());
      for (const [i, each] of found.entries()) {
        expect(each.adjusted).toBeGreaterThanOrEqual(each.p);
        expect(each.shrunk.value).toBeLessThanOrEqual(found[i - 1]?.shrunk.value ?? Number.POSITIVE_INFINITY);
        if (each.isRising) expect(each.now).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

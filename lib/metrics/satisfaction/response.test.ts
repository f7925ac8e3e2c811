import { expect, test } from "vitest";
import { hasFewAnswers, responseOf } from "./response.ts";

const FAST = { offered: 300, answered: 90, part: 81 };
const SLOW = { offered: 100, answered: 10, part: 5 };

test("86 % of those who answered are 80 % of those who were asked, and could be 22 to 97 %", () => {
  const found = responseOf([FAST, SLOW]);
  expect(found?.rate).toMatchObject({ part: 100, n: 400, value: 0.25 });
  expect(found?.answered.value).toBeCloseTo(0.86, 12);
  expect(found?.weighted?.value).toBeCloseTo(0.8, 12);
  expect(found?.bounds.low).toBeCloseTo(0.215, 12);
  expect(found?.bounds.high).toBeCloseTo(0.965, 12);
});

test("where no survey is told of there is no response rate", () => {
  expect(responseOf([])).toBeNull();
});

test("nine answers are not weighted, ten are", () => {
  const of = (answered: number) => responseOf([{ offered: 50, answered, part: 5 }]);
  expect(of(9)?.weighted).toBeNull();
  expect(of(10)?.weighted?.value).toBe(0.5);
  expect([9, 10].map((n) => of(n)).map((one) => one && hasFewAnswers(one))).toEqual([true, false]);
});

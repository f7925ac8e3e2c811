import { expect, test } from "vitest";
import { MEASURED } from "./measured.ts";
import { measureOwn } from "./testing/own-sentences.ts";

test("what is shown of our own sentences is how the phrases of now read them (else: npm run measure)", () => {
  expect(MEASURED).toEqual(measureOwn());
});

test("nothing is right that was not found and is not so", () => {
  for (const { n, so, found, right } of MEASURED) {
    expect(right).toBeLessThanOrEqual(Math.min(so, found));
    expect(Math.max(so, found)).toBeLessThanOrEqual(n);
  }
});

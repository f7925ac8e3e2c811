import { expect, test } from "vitest";
import { expectation } from "./expectation.ts";
import { marksIn } from "./testing/scanned.ts";

const waitsIn = (text: string) =>
  marksIn(expectation, ["ai", text]).filter(({ label }) => label === "wait_estimate" || label === "vague_wait");

test.each([
  "Your refund is being processed. Please wait three working days.",
  "Please wait three working days for your refund to arrive.",
  "The money is on its way, please wait 3 working days.",
  "Your request is being processed, please wait three working days.",
])("days until something arrives or is processed are no wait for a person: %s", (text) => {
  expect(waitsIn(text)).toEqual([]);
});

test.each([
  ["Please wait three working days.", 3 * 86_400],
  ["We are checking your order. An agent will get back to you within 2 days.", 2 * 86_400],
  ["Your refund was sent. Our team will reply within 24 hours.", 86_400],
  ["Your order is with us. I am connecting you, the wait is about 10 minutes.", 600],
])("a length that speaks of an answer stays a promise: %s", (text, seconds) => {
  expect(waitsIn(text)).toContainEqual(expect.objectContaining({ label: "wait_estimate", value: seconds }));
});

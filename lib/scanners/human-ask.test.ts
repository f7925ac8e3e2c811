import { expect, test } from "vitest";
import { humanAsk } from "./human-ask.ts";
import { marksIn } from "./testing/scanned.ts";

test("a request for a person is marked where it stands", () => {
  const text = "No. Let me talk to a real person, please";
  const [mark] = marksIn(humanAsk, ["customer", text]);
  expect(text.slice(mark?.start, mark?.end)).toMatch(/talk to a real person/i);
  expect(marksIn(humanAsk, ["human", text])).toEqual([]);
});

import { expect, test } from "vitest";
import { namesIn } from "./names.ts";

const said = (text: string) => namesIn(text).map(({ label, start, end }) => [label, text.slice(start, end)]);

test.each([
  [
    "Hello Kim, this is Ray from support.",
    [
      ["names_customer", "Kim"],
      ["names_agent", "Ray"],
    ],
  ],
  ["Hi Kim! Let me look.", [["names_customer", "Kim"]]],
  ["Hello, Ines here. How can I help?", [["names_agent", "Ines"]]],
  ["Hello, Ines at the desk.", [["names_agent", "Ines"]]],
  ["Sorry about that. ^RB", [["names_agent", "RB"]]],
  ["Hello There, how are you?", []],
  ["Please restart the router.", []],
])("%s", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

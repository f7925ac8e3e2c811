import fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesOf } from "./sentences.ts";

test("sentences end at their stops and at line ends, not at a dot inside a number or address", () => {
  const text = "  No. It cost 2.50 at shop.example?! why\nok ... ";
  expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
    "No.",
    "It cost 2.50 at shop.example?!",
    "why",
    "ok ...",
  ]);
});

test("what is in no sentence is blank, and offsets are those of the text", () => {
  const text = fc.array(fc.constantFrom("a", "B", "7", "_", ".", "!", "?", "\n", " ", "é", "\t"), { maxLength: 30 });
  fc.assert(
    fc.property(text, (parts) => {
      const given = parts.join("");
      const sentences = sentencesOf(given);
      let rest = given;
      for (const sentence of sentences) {
        expect(given.startsWith(sentence.text, sentence.start)).toBe(true);
        rest =
          rest.slice(0, sentence.start) +
          " ".repeat(sentence.text.length) +
          rest.slice(sentence.start + sentence.text.length);
      }
      expect(rest.trim()).toBe("");
      // The rule as a pattern says the same.
      const dotted = given.replace(/(?<=\w)\.(?=\w)/g, "·");
      const wanted = [...dotted.matchAll(/[^.!?\n]+[.!?]*|[.!?]+/g)].map(({ 0: all, index }) =>
        given.slice(index, index + all.length).trim(),
      );
      expect(sentences.map((sentence) => sentence.text)).toEqual(wanted.filter((one) => one !== ""));
    }),
    { numRuns: 500 },
  );
});

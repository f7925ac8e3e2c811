import nlp from "compromise/two";
import fc from "fast-check";
import { expect, test } from "vitest";
import { grammarOf, JUDGEMENTS, knownOf } from "./grammar.ts";

test.each([
  ["i already explained this to your colleague", true],
  ["as we said it is broken", true],
  ["i am explaining this to you", false],
  ["did i not say so, as i said?", false],
])("“%s” states something of one's own: %s", (sentence, expected) => {
  expect(grammarOf(sentence)("own_statement")).toBe(expected);
});

test("what the words alone say is what parsing says", () => {
  const words =
    "no but yes as like what you they the order , - ( and then i've said we i said: hello 7 #help @you u.s. ok".split(
      " ",
    );
  const around = fc.array(fc.constantFrom(...words), { maxLength: 6 });
  fc.assert(
    fc.property(around, fc.constantFrom("i said", "we said", "i", "said"), around, (before, said, after) => {
      const sentence = [...before, said, ...after].join(" ");
      const known = knownOf(sentence, "own_statement");
      if (known === true) expect(nlp(sentence).match(JUDGEMENTS.own_statement).found, sentence).toBe(true);
    }),
    { numRuns: 300 },
  );
});

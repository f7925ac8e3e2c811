import { expect, test } from "vitest";
import type { Pack } from "../phrase.ts";
import { readerOf } from "./reading.ts";

const PACK: Pack = {
  language: "en",
  lists: {},
  phrases: {
    mood: [
      { rule: "said.doubtful", label: "l", confidence: 0.6, any: ["told you"], only: "own_statement" },
      {
        rule: "said.sure",
        label: "l",
        confidence: 0.9,
        any: ["already told", "told already"],
        unless: ["never <1> told"],
      },
      { rule: "other", label: "l", confidence: 0.9, any: ["told"] },
    ],
  },
};

const reading = (text: string) => {
  const asked: string[] = [];
  const read = readerOf(PACK, (sentence) => (judgement) => {
    asked.push(`${judgement} ${sentence}`);
    return true;
  })(text);
  return { ...read, asked };
};

const rulesOf = (text: string, family?: string) =>
  reading(text)
    .hits("mood", family)
    .map(({ phrase }) => phrase.rule);

test("hits are the surest first, then the earliest, and those of a family alone where it is named", () => {
  expect(rulesOf("I told you. I already told you!")).toEqual([
    "other",
    "said.sure",
    "other",
    "said.doubtful",
    "said.doubtful",
  ]);
  expect(rulesOf("I already told you!", "said.")).toEqual(["said.sure", "said.doubtful"]);
  expect(rulesOf("I never already told you!", "said.s")).toEqual([]);
});

test("the grammar is asked of doubtful hits alone, and for the surest hit only where no surer one stands", () => {
  const sure = reading("I already told you.");
  expect(sure.surest("mood", "said.")?.phrase.rule).toBe("said.sure");
  expect(sure.hits("mood", "other")).toHaveLength(1);
  expect(sure.asked).toEqual([]);
  const doubtful = reading("I told you.");
  expect(doubtful.surest("mood", "said.")?.phrase.rule).toBe("said.doubtful");
  expect(doubtful.asked).toEqual(["own_statement i told you."]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

test("the words stand in their line, cut between words where it is long", () => {
  const text = `Hello\n${"word ".repeat(60)}I told you already ${"more ".repeat(60)}\nBye`;
  const start = text.indexOf("told you");
  const { before, found, after } = excerpt(text, { start, end: start + 8 });
  expect(found).toBe("told you");
  expect(before).toMatch(/^… (word )+I $/);
  expect(after).toMatch(/^ already (more )+…$/);
});

test("what is short stands whole", () => {
  expect(excerpt("Let me talk to a person now", { start: 7, end: 23 })).toEqual({
    before: "Let me ",
    found: "talk to a person",
    after: " now",
  });
});

test("the found words are always the finding's own, or their beginning", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), fc.nat(900), fc.nat(900), (text, a, b) => {
      const [start = 0, end = 0] = [Math.min(a, text.length), Math.min(b, text.length)].sort((x, y) => x - y);
      const { before, found, after } = excerpt(text, { start, end });
      expect(text.slice(start, end).startsWith(found.replace(/ …$/, "").slice(0, 390))).toBe(true);
      expect(before.length + after.length).toBeLessThanOrEqual(260);
    }),
  );
});

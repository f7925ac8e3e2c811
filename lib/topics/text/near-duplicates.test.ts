import { expect, test } from "vitest";
import { randomOf } from "#lib/random.ts";
import { firstOfEach } from "./near-duplicates.ts";

const LONG =
  "since the update this morning the app closes by itself whenever i open the page with my invoices and nothing helps";

test("what says the same is folded into its first, by its words and not by its signs", () => {
  expect([...firstOfEach(["Card declined!", "refund me", "card  declined", "card accepted"])]).toEqual([0, 1, 0, 3]);
});

test("a long text with a word more is the same one, with other words it is not", () => {
  expect([...firstOfEach([LONG, `${LONG} really`, LONG.replace("invoices and nothing helps", "orders")])]).toEqual([
    0, 0, 2,
  ]);
});

test("an empty text is no duplicate of another", () => {
  expect([...firstOfEach(["", "!", "refund"])]).toEqual([-1, -1, 2]);
});

test("in a flood of 50,000 copies, each a little different, all but the first are folded", () => {
  const { pick } = randomOf("flood");
  const flood = Array.from(
    { length: 50_000 },
    (_, i) => `${LONG} ${pick(["", "please", "help", "now"])} ${i % 7 === 0 ? "!" : ""}`,
  );
  const first = firstOfEach(flood);
  expect(first.filter((place) => place === 0).length).toBeGreaterThan(49_990);
});

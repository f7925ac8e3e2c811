import { expect, test } from "vitest";
import type { Flood } from "#lib/knowledge/apart.ts";
import { floodSentence } from "./floods.ts";

const flood: Flood = {
  ...{ n: 50_000, text: "payments are down,\nnothing works" },
  ...{ from: new Date("2026-11-10T04:15:00Z"), to: new Date("2026-11-10T05:14:30Z") },
};

test("a flood is told as one event, by the clock of the reader", () => {
  expect(floodSentence([flood], "Asia/Kathmandu")).toBe(
    "Counted apart, as one event and no topic’s rise: 50,000 handoffs of Tue 10 Nov 10:00 to 10:59, that say nearly the same, “payments are down, nothing works”.",
  );
});

test("several are told one by one, over midnight with both days, and a long text is cut between words", () => {
  const other = { ...flood, n: 30, text: "the whole site is down ".repeat(9), to: new Date("2026-11-11T00:10:00Z") };
  expect(floodSentence([flood, other], "UTC")).toBe(
    "Counted apart, as one event each and no topic’s rise: 50,000 handoffs of Tue 10 Nov 04:15 to 05:14, that say nearly the same, “payments are down, nothing works”; 30 handoffs of Tue 10 Nov 04:15 to Wed 11 Nov 00:10, that say nearly the same, “the whole site is down the whole site is down the whole …”.",
  );
});

test("without one nothing is said", () => {
  expect(floodSentence([], "UTC")).toBeNull();
});

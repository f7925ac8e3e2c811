import { expect, test } from "vitest";
import { freshnessSentences } from "./freshness.ts";

test("nothing is said when all is current", () => {
  expect(freshnessSentences({ unread: 0, late: [], filling: [], rereading: null }, "UTC")).toEqual([]);
});

test("what is late, unread or still to come is said, each in a sentence", () => {
  const late = [
    { key: "desk", until: new Date("2026-11-25T16:49:00Z") },
    { key: "shop", until: null },
  ];
  expect(freshnessSentences({ unread: 1200, late, filling: ["desk"], rereading: null }, "Europe/Berlin")).toEqual([
    "Data of desk is complete until Wed 25 Nov 17:49; what came later is missing here.",
    "shop has not been read completely yet; conversations are missing here.",
    "The past of desk is being read; earlier weeks are not complete yet.",
    "1,200 conversations are being read; numbers on this page still move.",
  ]);
});

test("history that is read again tells how far it is, how fast, and for how long still, as far as that is known", () => {
  const current = { unread: 0, late: [], filling: [] };
  const going = { done: 12_400, total: 43_000, perMinute: 1234.5, secondsLeft: 1490 };
  expect(freshnessSentences({ ...current, rereading: going }, "UTC")).toEqual([
    "History is read again by changed rules: 12,400 of 43,000 conversations, 1,235 a minute, 25 min left. Numbers on this page still move.",
  ]);
  const begun = { ...going, perMinute: null, secondsLeft: null };
  expect(freshnessSentences({ ...current, rereading: begun }, "UTC")).toEqual([
    "History is read again by changed rules: 12,400 of 43,000 conversations. Numbers on this page still move.",
  ]);
});

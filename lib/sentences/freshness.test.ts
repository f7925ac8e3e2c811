import { expect, test } from "vitest";
import { freshnessSentences } from "./freshness.ts";

test("nothing is said when all is current", () => {
  expect(freshnessSentences({ unread: 0, late: [], filling: [] }, "UTC")).toEqual([]);
});

test("what is late, unread or still to come is said, each in a sentence", () => {
  const late = [
    { key: "desk", until: new Date("2026-11-25T16:49:00Z") },
    { key: "shop", until: null },
  ];
  expect(freshnessSentences({ unread: 1200, late, filling: ["desk"] }, "Europe/Berlin")).toEqual([
    "Data of desk is complete until Wed 25 Nov 17:49; what came later is missing here.",
    "shop has not been read completely yet; conversations are missing here.",
    "The past of desk is being read; earlier weeks are not complete yet.",
    "1,200 conversations are being read; numbers on this page still move.",
  ]);
});

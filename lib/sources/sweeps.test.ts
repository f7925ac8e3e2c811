import { expect, test } from "vitest";
import { dueSweeps } from "./sweeps.ts";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

test("a new source is not swept, a day later its last three days are, a week later its last five weeks too", () => {
  const source = { createdAt: at(1), lastAsked: {} };
  expect(dueSweeps(source, new Date(at(2).getTime() - 1))).toEqual([]);
  expect(dueSweeps(source, at(2))).toEqual([{ reason: "nightly", from: new Date(Date.UTC(2026, 9, 30)), to: at(2) }]);
  expect(dueSweeps({ createdAt: at(1), lastAsked: { nightly: at(8) } }, at(8))).toEqual([
    { reason: "weekly", from: new Date(Date.UTC(2026, 9, 4)), to: at(8) },
  ]);
});

test("what was asked for is not due again before its time", () => {
  const lastAsked = { nightly: at(8), weekly: at(8) };
  expect(dueSweeps({ createdAt: at(1), lastAsked }, new Date(at(9).getTime() - 1))).toEqual([]);
  expect(dueSweeps({ createdAt: at(1), lastAsked }, at(9)).map(({ reason }) => reason)).toEqual(["nightly"]);
});

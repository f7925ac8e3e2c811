import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clearOfCurve, rulerLabels, widthOf } from "./wait-labels.ts";

describe("labels of the ruler", () => {
  // A phone of 390 px: 358 of the page, less the axis and the margin at the right.
  const phone = { from: 44, to: 334 };
  const touching = (labels: { at: number; text: string }[], room: { from: number; to: number }) => {
    const placed = rulerLabels(labels, room).map(({ left, row }, i) => ({
      row,
      left,
      right: left + widthOf(labels[i]?.text ?? ""),
    }));
    return placed.some((a, i) =>
      placed.some((b, j) => i < j && a.row === b.row && a.left < b.right - 0.01 && b.left < a.right - 0.01),
    );
  };

  test.each([
    [["4:10 p50", "9:20 p75", "17:40 p90", "26:10 p95"]],
    [["4:10 p50", "9:20 p75", "not reached p90", "not reached p95"]],
    [["1 h 05 p50", "3 h 20 p75", "10 h 40 p90", "2 d 4 h p95"]],
  ])("do not touch on a phone: %j", (texts) => {
    const labels = texts.map((text, i) => ({ at: 60 + i * 20, text }));
    expect(touching(labels, phone)).toBe(false);
    for (const [i, { left }] of rulerLabels(labels, phone).entries()) {
      expect(left).toBeGreaterThanOrEqual(phone.from - 0.01);
      expect(left + widthOf(texts[i] ?? "")).toBeLessThanOrEqual(phone.to + 0.01);
    }
  });

  test("stay in one row and begin at their ticks where there is room", () => {
    const labels = [60, 200, 350, 500].map((at) => ({ at, text: "4:10 p50" }));
    expect(rulerLabels(labels, { from: 0, to: 800 })).toEqual(labels.map(({ at }) => ({ left: at, row: 0 })));
  });

  test("never touch, wherever the ticks are", () => {
    const ticks = fc.array(
      fc.record({ at: fc.integer({ min: 44, max: 334 }), text: fc.constantFrom("4:10 p50", "not reached p95") }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(ticks, (labels) => {
        expect(
          touching(
            labels.toSorted((a, b) => a.at - b.at),
            phone,
          ),
        ).toBe(false);
      }),
    );
  });
});

test("the target's label keeps off the rising curve", () => {
  // The curve begins at 150 and has come up to 70 by the end of the label: 90 would lie across it.
  const above = clearOfCurve(90, { begins: 150, ends: 70 }, 10);
  expect(above + 6).toBeLessThanOrEqual(70);
  expect(clearOfCurve(50, { begins: 150, ends: 70 }, 10)).toBe(50);
  // No room above: under the curve.
  expect(clearOfCurve(20, { begins: 60, ends: 12 }, 10)).toBeGreaterThan(60);
  // A target that was reached lies in the answered area.
  expect(clearOfCurve(200, { begins: 150, ends: 70 }, 10)).toBe(200);
});

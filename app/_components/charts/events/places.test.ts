import { describe, expect, test } from "vitest";
import { type EventPlace, inTwoLines, placeEvents } from "./places.ts";

const room = { from: 0, to: 600, rows: 3, taken: null };
const spanOf = ({ lines, x, anchor }: EventPlace) => {
  const width = Math.max(...lines.map(({ length }) => length)) * 5.6;
  return anchor === "start" ? [x, x + width] : [x - width, x];
};

test.each([
  ["AI flow 12", ["AI flow 12"]],
  ["12 Oct: AI flow 12 went live", ["12 Oct: AI flow", "12 went live"]],
  ["12 Oct: a text that nobody would read at the foot of a chart", ["12 Oct: a text that", "nobody would read at…"]],
  ["Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffahrts", "gesellschaft"]],
])("“%s” is written in lines", (text, lines) => {
  expect(inTwoLines(text)).toEqual(lines);
});

describe("places of events", () => {
  test("one alone stands at the right of its line, at the foot; at the edge of the plot, at its left", () => {
    expect(placeEvents([{ at: 100, text: "AI flow 12" }], room)).toMatchObject([{ x: 104, anchor: "start", row: 0 }]);
    expect(placeEvents([{ at: 590, text: "AI flow 12" }], room)).toMatchObject([{ x: 586, anchor: "end", row: 0 }]);
  });

  test("no two touch, none leaves the plot, and what finds no room is left without a text", () => {
    const events = Array.from({ length: 12 }, (_, i) => ({
      at: 40 + i * 20,
      text: `12 Oct: release number ${i} live`,
    }));
    const places = placeEvents(events, room);
    const spans = places.flatMap((place) => (place ? [{ row: place.row, span: spanOf(place) }] : []));
    for (const [i, a] of spans.entries()) {
      expect(a.span[0]).toBeGreaterThanOrEqual(0);
      expect(a.span[1]).toBeLessThanOrEqual(600);
      for (const b of spans.slice(i + 1)) {
        const isApart = a.row !== b.row || (a.span[1] ?? 0) < (b.span[0] ?? 0) || (b.span[1] ?? 0) < (a.span[0] ?? 0);
        expect(isApart).toBe(true);
      }
    }
    expect(places).toContain(null);
    expect(spans.length).toBeGreaterThan(3);
  });

  test("two near the right edge stand at the left of their lines rather than one above the other", () => {
    const events = [
      { at: 480, text: "26 Oct: 4.2 live" },
      { at: 585, text: "9 Nov: 4.3 live" },
    ];
    expect(placeEvents(events, room)).toMatchObject([
      { anchor: "end", row: 0 },
      { anchor: "end", row: 0 },
    ]);
  });

  test("the note at the foot keeps its place", () => {
    const taken = { from: 470, to: 600 };
    expect(placeEvents([{ at: 480, text: "AI flow 12" }], { ...room, taken })).toMatchObject([{ row: 1 }]);
  });
});

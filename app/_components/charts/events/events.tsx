"use client";

import { usePlotArea, useXAxisScale } from "recharts";
import type { TrendEvent } from "../trend.ts";
import { type EventPlace, placeEvents } from "./places.ts";

const ROWS = 3;
const ROW_HEIGHT = 28;
const LINE_HEIGHT = 12;

type Props = {
  events: TrendEvent[];
  /** Room that the note on weeks that are not final takes at the foot, at the right. */
  noteWidth: number;
  hasText: boolean;
};

/** A line where something happened, with two lines of text at the foot of the plot. */
export function Events({ events, noteWidth, hasText }: Props) {
  const [plot, scale] = [usePlotArea(), useXAxisScale()];
  if (!plot || !scale) return null;
  const [first, second] = [Number(scale(0)), Number(scale(1))];
  const step = Number.isFinite(second) ? second - first : 0;
  const right = plot.x + plot.width;
  const xs = events.map(({ position }) => Math.min(right, Math.max(plot.x, first + position * step)));
  const places = placeEvents(
    events.map(({ date, text }, i) => ({ at: xs[i] ?? 0, text: `${date}: ${text}` })),
    {
      from: plot.x,
      to: right,
      rows: hasText ? ROWS : 0,
      taken: noteWidth > 0 ? { from: right - noteWidth, to: right } : null,
    },
  );
  const foot = plot.y + plot.height;
  return (
    <g fontSize={11} fill="var(--ink-2)">
      {events.map(({ key }, i) => (
        <g key={key} strokeWidth={1}>
          <path d={`M${xs[i]} ${plot.y}V${foot}`} stroke="var(--hair-2)" />
          <path d={`M${xs[i]} ${foot - (1 + (places[i]?.row ?? 0)) * ROW_HEIGHT}V${foot}`} stroke="var(--ink-3)" />
        </g>
      ))}
      {events.map(({ key }, i) => {
        const place = places[i];
        return place ? <EventText key={key} place={place} foot={foot} /> : null;
      })}
    </g>
  );
}

function EventText({ place: { lines, x, anchor, row }, foot }: { place: EventPlace; foot: number }) {
  const last = foot - 6 - row * ROW_HEIGHT;
  return (
    <text textAnchor={anchor} className="halo">
      {lines.map((line, i) => (
        <tspan key={line} x={x} y={last - (lines.length - 1 - i) * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

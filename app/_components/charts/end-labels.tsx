"use client";

import { usePlotArea, useYAxisScale } from "recharts";
import { Glyph } from "./glyph.tsx";
import { spread } from "./spread.ts";
import { type Tone, textColour } from "./tone.ts";

/** A series is named with its glyph in two lines, anything else (tone null) in one quiet line. */
export type EndLabel = { key: string; tone: Tone | null; value: number; name: string; detail: string };

const sizeOf = ({ tone }: EndLabel): number => (tone === null ? 16 : 32);

/** Names at the ends of the lines, moved apart along y until none touches another. */
export function EndLabels({ labels }: { labels: EndLabel[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale) return null;
  const middles = spread(
    labels.map((label) => ({ at: Number(scale(label.value)), size: sizeOf(label) })),
    { from: plot.y - 10, to: plot.y + plot.height + 6 },
  );
  const x = plot.x + plot.width + 18;
  return (
    <g>
      {labels.map((label, i) => (
        <NameAtEnd key={label.key} label={label} x={x} y={middles[i] ?? 0} />
      ))}
    </g>
  );
}

function NameAtEnd({ label: { tone, name, detail }, x, y }: { label: EndLabel; x: number; y: number }) {
  if (tone === null) {
    return (
      <text x={x} y={y + 4} fontSize={11} fill="var(--ink-3)">
        {name}
      </text>
    );
  }
  return (
    <>
      <Glyph tone={tone} x={x} y={y - 4} />
      <text x={x + 10} y={y} fontSize={12} fontWeight={600} fill={textColour(tone)}>
        {name}
      </text>
      <text x={x + 10} y={y + 14} fontSize={11} fill="var(--ink-2)">
        {detail}
      </text>
    </>
  );
}

"use client";

import { usePlotArea, useYAxisScale } from "recharts";
import { Glyph } from "./glyph.tsx";
import { spread } from "./spread.ts";
import { type Tone, textColour } from "./tone.ts";

export type EndLabel = { key: string; tone: Tone; value: number; name: string; detail: string };

const GAP = 30;

/** Names at the ends of the lines, moved apart along y until none touches another. */
export function EndLabels({ labels }: { labels: EndLabel[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (!plot || !scale) return null;
  const placed = spread(
    labels.map((label) => Number(scale(label.value))),
    { gap: GAP, from: plot.y + 6, to: plot.y + plot.height - 18 },
  );
  const x = plot.x + plot.width;
  return (
    <g>
      {labels.map((label, i) => {
        const y = placed[i] ?? 0;
        return (
          <g key={label.key}>
            <Glyph tone={label.tone} x={x + 18} y={y} />
            <text x={x + 28} y={y + 4} fontSize={12} fontWeight={600} fill={textColour(label.tone)}>
              {label.name}
            </text>
            <text x={x + 28} y={y + 18} fontSize={11} fill="var(--ink-2)">
              {label.detail}
            </text>
          </g>
        );
      })}
    </g>
  );
}

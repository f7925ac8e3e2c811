"use client";

import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { Glyph } from "./glyph.tsx";
import type { TrendChartProps, TrendSeries } from "./trend.ts";
import { gapRuns, type Row } from "./trend-rows.ts";

/** Hatching behind the weeks whose numbers can still change. */
export function NotFinal({ buckets, note }: { buckets: TrendChartProps["buckets"]; note: string | null }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  const first = buckets.findIndex(({ isFinal }) => !isFinal);
  if (!plot || !scale || first < 0) return null;
  const half = buckets.length > 1 ? (Number(scale(1)) - Number(scale(0))) / 2 : plot.width / 2;
  const x = Math.max(plot.x, Number(scale(first)) - half);
  const width = plot.x + plot.width - x;
  return (
    <g>
      <rect x={x} y={plot.y} width={width} height={plot.height} fill="url(#hatch)" opacity={0.6} />
      {note && (
        <text
          x={x + width - 4}
          y={plot.y + plot.height - 8}
          fontSize={11}
          fill="var(--ink-2)"
          textAnchor="end"
          className="halo"
        >
          {note}
        </text>
      )}
    </g>
  );
}

/** On a phone every second week is named, counted from the newest. */
export const isLeftOut = (index: number, length: number): boolean => (length - 1 - index) % 2 === 1;

/** n under every week, one row per series with its glyph. */
export function NRows({ series, isNarrow }: { series: TrendSeries[]; isNarrow: boolean }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale) return null;
  const top = plot.y + plot.height + 38;
  return (
    <g fontSize={11} fill="var(--ink-3)" textAnchor="middle">
      {series.map((one, row) => (
        <g key={one.key}>
          <Glyph tone={one.tone} x={plot.x - 30} y={top + row * 15 - 4} />
          <text x={plot.x - 18} y={top + row * 15}>
            n
          </text>
          {one.counts.map((n, index) =>
            isNarrow && isLeftOut(index, one.counts.length) ? null : (
              <text key={one.hrefs[index]} x={Number(scale(index))} y={top + row * 15}>
                {n}
              </text>
            ),
          )}
        </g>
      ))}
    </g>
  );
}

/** A control chart shows the interval of those points only that chance alone hardly explains. */
export function OutsideIntervals({ rows }: { rows: Row[] }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  return rows.flatMap(({ index, isOutside, bands }) =>
    Object.entries(bands).map(([key, band]) =>
      isOutside && band ? (
        <path
          key={`${index} ${key}`}
          d={`M${Number(x(index))} ${Number(y(band[0]))}V${Number(y(band[1]))}`}
          stroke="var(--ho)"
          strokeWidth={1.5}
        />
      ) : null,
    ),
  );
}

/** A gap says why it is one: once, however many weeks it lasts, and within the plot. */
export function GapReasons({ rows, series }: { rows: Row[]; series: TrendSeries[] }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale) return null;
  return (
    <g fontSize={11} fill="var(--ink-2)" textAnchor="middle" className="halo">
      {gapRuns(rows, series).map(({ from, to, lines }) => {
        const middle = (Number(scale(from)) + Number(scale(to))) / 2;
        const half = Math.max(...lines.map((line) => line.length)) * 2.8;
        const x = Math.min(Math.max(middle, plot.x + half), plot.x + plot.width - half);
        return lines.map((line, i) => (
          <text
            key={`${from} ${line}`}
            x={x}
            y={plot.y + plot.height / 2 + (i + 1 - lines.length) * 14 - (lines.length > 1 ? 20 : 0)}
          >
            {line}
          </text>
        ));
      })}
    </g>
  );
}

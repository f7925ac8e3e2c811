"use client";

import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { Glyph } from "./glyph.tsx";
import type { TrendChartProps, TrendSeries } from "./trend.ts";
import type { Row } from "./trend-rows.ts";

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

/** What a date needs. */
const ROOM = 42;

/** A gap says why it is one. */
export function GapReasons({ rows, series }: { rows: Row[]; series: TrendSeries[] }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale) return null;
  const spacing = Number(scale(1)) - Number(scale(0));
  return (
    <g fontSize={11} fill="var(--ink-2)" textAnchor="middle" className="halo">
      {rows.flatMap((row) => {
        const empty = series.filter(({ key }) => row.values[key] === null);
        if (empty.length < series.length) return [];
        const counted = Math.max(...series.map(({ values }) => values[row.index]?.n ?? 0));
        const lines = row.gap ?? [counted === 0 ? "none" : "too few"];
        // On a phone two dates side by side would run into each other: the newest stands for both.
        if (lines.length > 1 && spacing < ROOM && rows[row.index + 1]?.gap) return [];
        return lines.map((line, i) => (
          <text key={`${row.index} ${line}`} x={Number(scale(row.index))} y={plot.y + plot.height / 2 + i * 14}>
            {line}
          </text>
        ));
      })}
    </g>
  );
}

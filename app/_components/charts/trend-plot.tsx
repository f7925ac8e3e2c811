"use client";

import { useRouter } from "next/navigation";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useIsNarrow } from "../use-is-narrow.ts";
import { type EndLabel, EndLabels } from "./end-labels.tsx";
import { Events } from "./events/events.tsx";
import { Glyph } from "./glyph.tsx";
import { GapReasons, isLeftOut, NotFinal, NRows, OutsideIntervals } from "./plot-layers.tsx";
import { markColour } from "./tone.ts";
import type { TrendChartProps, TrendSeries } from "./trend.ts";
import { axisOf, type Row, rowsOf } from "./trend-rows.ts";
import { TrendTooltip } from "./trend-tooltip.tsx";

const LABEL_ROOM = 172;

export function TrendPlot(props: TrendChartProps) {
  const router = useRouter();
  const isNarrow = useIsNarrow();
  const { series, buckets, limits, target, events = [] } = props;
  const rows = rowsOf(buckets, series, limits);
  const axis = axisOf(series, limits, target, props.alsoHolds);
  const bottom = 34 + series.length * 15;
  const open = (index: number | string | null | undefined) => {
    const own = series.find((one) => one.isOwn) ?? series[0];
    const href = own?.hrefs[Number(index)];
    if (href) router.push(href);
  };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={rows}
        margin={{ top: 10, right: isNarrow ? 8 : LABEL_ROOM, bottom, left: isNarrow ? 0 : 12 }}
        accessibilityLayer
        onClick={({ activeTooltipIndex }) => open(activeTooltipIndex)}
        style={{ cursor: "pointer" }}
      >
        <CartesianGrid vertical={false} stroke="var(--hair)" />
        <NotFinal buckets={buckets} note={props.notFinalNote} />
        <XAxis
          dataKey="index"
          tickFormatter={(index: number) =>
            isNarrow && isLeftOut(index, buckets.length) ? "" : (buckets[index]?.label ?? "")
          }
          tick={{ fontSize: 11, fill: "var(--ink-2)" }}
          axisLine={{ stroke: "var(--ink-3)" }}
          tickLine={{ stroke: "var(--ink-3)" }}
          padding={{ left: 22, right: 12 }}
          interval={0}
          height={20}
        />
        <YAxis
          domain={[axis.low, axis.high]}
          ticks={axis.ticks}
          tickFormatter={(tick: number) => (tick === axis.high ? `${tick}\u202f%` : String(tick))}
          tick={{ fontSize: 11, fill: "var(--ink-3)" }}
          axisLine={false}
          tickLine={false}
          width={44}
          allowDataOverflow
        />
        {target !== null && (
          <ReferenceLine
            y={target}
            stroke="var(--ink)"
            strokeDasharray="2 3"
            label={{ value: `target ${target}`, position: "insideBottomLeft", fontSize: 11, fill: "var(--ink-2)" }}
          />
        )}
        {limits && <LimitLines />}
        {limits === null && series.map((one) => bandOf(one))}
        {series.map((one) => lineOf(one, series.length > 1))}
        {events.length > 0 && (
          <Events
            events={events}
            noteWidth={props.notFinalNote && !buckets.every(({ isFinal }) => isFinal) ? 130 : 0}
            hasText={!isNarrow}
          />
        )}
        <GapReasons rows={rows} series={series} />
        {limits !== null && <OutsideIntervals rows={rows} />}
        {!isNarrow && <EndLabels labels={[...labelsOf(series), ...limitLabelsOf(props)]} />}
        <NRows series={series} isNarrow={isNarrow} />
        <Tooltip
          cursor={{ stroke: "var(--hair-2)" }}
          isAnimationActive={false}
          content={({ active, label }) =>
            active ? (
              <TrendTooltip bucket={buckets[Number(label)]} series={series} index={Number(label)} events={events} />
            ) : null
          }
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

// Plain functions and not components: Recharts looks for its own parts among the children.
const bandOf = (one: TrendSeries) => (
  <Area
    key={`band-${one.key}`}
    dataKey={(row: Row) => row.bands[one.key] ?? null}
    stroke="none"
    fill={markColour(one.tone)}
    fillOpacity={one.isOwn ? 0.2 : 0.13}
    isAnimationActive={false}
    connectNulls={false}
    activeDot={false}
    tooltipType="none"
  />
);

const lineOf = (one: TrendSeries, hasOthers: boolean) => (
  <Line
    key={one.key}
    dataKey={(row: Row) => row.values[one.key] ?? null}
    stroke={markColour(one.tone)}
    strokeWidth={one.isOwn && hasOthers ? 2.5 : 1.5}
    isAnimationActive={false}
    connectNulls={false}
    dot={({ key, ...dot }) => <Dot key={key} {...dot} series={one} />}
    activeDot={false}
  />
);

type DotProps = { cx?: number; cy?: number; payload?: Row; series: TrendSeries };

function Dot({ cx, cy, payload, series: { tone, restated } }: DotProps) {
  if (cx === undefined || cy === undefined || Number.isNaN(cy) || !payload) return null;
  return (
    <>
      {payload.isOutside ? (
        <Glyph tone="ho" x={cx} y={cy} />
      ) : (
        <Glyph tone={tone} x={cx} y={cy} hollow={!payload.isFinal} />
      )}
      {restated?.[payload.index] && (
        <text x={cx + 4} y={cy - 5} fontSize={11} fill="var(--ink-2)" className="halo">
          †
        </text>
      )}
    </>
  );
}

function LimitLines() {
  return ["upper", "centre", "lower"].map((name) => (
    <Line
      key={name}
      dataKey={(row: Row) => row.limits?.[name as "upper" | "centre" | "lower"] ?? null}
      stroke={name === "centre" ? "var(--hair-2)" : "var(--ink-3)"}
      strokeWidth={1}
      {...(name === "centre" ? {} : { strokeDasharray: "5 3" })}
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      tooltipType="none"
    />
  ));
}

const labelsOf = (series: TrendSeries[]): EndLabel[] =>
  series.flatMap((one) => {
    const last = one.values.findLastIndex(({ value }) => value !== null);
    const value = one.values[last]?.value ?? null;
    if (value === null) return [];
    const [head = "", ...rest] = (one.captions[last] ?? "").split(" · ");
    const name = `${one.name} ${head}`.trim();
    return [{ key: one.key, tone: one.tone, value: value * 100, name, detail: rest.join(" · ") }];
  });

const limitLabelsOf = ({ limits, limitNames }: Pick<TrendChartProps, "limits" | "limitNames">): EndLabel[] => {
  const last = limits?.at(-1);
  if (!last || !limitNames) return [];
  return (["upper", "centre", "lower"] as const).map((key) => ({
    key,
    tone: null,
    value: last[key] * 100,
    name: limitNames[key],
    detail: "",
  }));
};

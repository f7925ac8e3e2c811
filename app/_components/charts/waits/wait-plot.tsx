"use client";

import { useRouter } from "next/navigation";
import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useIsNarrow } from "../../use-is-narrow.ts";
import type { WaitBandMark, WaitPlotProps, WaitPoint } from "./wait.ts";
import { EndNames, Ruler, TargetMark } from "./wait-marks.tsx";

const percent = (share: number) => `${Math.round(share * 100)}\u202f%`;

/** What became of all handoffs while time passed, stacked, from the answered up to those who left in silence. */
export function WaitPlot({ points, ticks, fates, target, reached, percentiles, bands }: WaitPlotProps) {
  const router = useRouter();
  const isNarrow = useIsNarrow();
  const bandAt = (minutes: number | undefined) =>
    minutes === undefined ? undefined : bands.find(({ upTo }) => upTo === null || minutes <= upTo);
  const last = points.at(-1);
  const area = { isAnimationActive: false, stackId: "all", activeDot: false, type: "linear" } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={points}
        margin={{ top: 10, right: isNarrow ? 24 : 172, bottom: isNarrow ? 50 : 36, left: isNarrow ? 0 : 12 }}
        accessibilityLayer
        onClick={({ activeTooltipIndex }) => {
          const href = bandAt(points[Number(activeTooltipIndex)]?.minutes)?.href;
          if (href) router.push(href);
        }}
        style={{ cursor: "pointer" }}
      >
        <CartesianGrid vertical={false} stroke="var(--hair)" />
        <XAxis
          dataKey="minutes"
          type="number"
          domain={[0, last?.minutes ?? 30]}
          ticks={ticks.map(({ minutes }) => minutes)}
          tickFormatter={(_, i: number) => ticks[i]?.text ?? ""}
          tick={{ fontSize: 11, fill: "var(--ink-2)" }}
          axisLine={{ stroke: "var(--ink-3)" }}
          tickLine={{ stroke: "var(--ink-3)" }}
          interval={0}
          height={20}
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          tickFormatter={(tick: number) => (tick === 1 ? percent(1) : String(tick * 100))}
          tick={{ fontSize: 11, fill: "var(--ink-3)" }}
          axisLine={false}
          tickLine={false}
          width={44}
        />
        <Area {...area} dataKey="answered" stroke="var(--hu)" strokeWidth={2} fill="var(--hu)" fillOpacity={0.28} />
        <Area {...area} dataKey="waiting" stroke="none" fill="var(--ho)" fillOpacity={0.16} />
        <Area {...area} dataKey="other" stroke="none" fill="var(--sunken)" fillOpacity={1} />
        <Area {...area} dataKey="left" stroke="var(--ink-3)" strokeWidth={1} fill="var(--ink-3)" fillOpacity={0.45} />
        <Area
          {...area}
          dataKey="silent"
          stroke="var(--ink-3)"
          strokeWidth={1}
          fill="url(#hatch-ink)"
          fillOpacity={0.6}
        />
        {target && <ReferenceLine x={target.minutes} stroke="var(--ink)" strokeDasharray="2 3" />}
        {target && <TargetMark points={points} target={target} reached={reached} isNarrow={isNarrow} />}
        {!isNarrow && <EndNames last={last} fates={fates} />}
        <Ruler percentiles={percentiles} last={last} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--hair-2)" }}
          content={({ active, label }) =>
            active ? <At point={points.find(({ minutes }) => minutes === label)} band={bandAt(Number(label))} /> : null
          }
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}

function At({ point, band }: { point: WaitPoint | undefined; band: WaitBandMark | undefined }) {
  if (!point) return null;
  return (
    <div className="popover-surface px-3 py-2 text-[12px] leading-[18px] tabular-nums">
      <p className="font-semibold">After {point.minutes} min</p>
      <p>Answered {percent(point.answered)}</p>
      <p>Still waiting {percent(point.waiting)}</p>
      <p>Left, said so {percent(point.left)}</p>
      <p>Left in silence {percent(point.silent)}</p>
      {point.other > 0 && <p>Closed or handed back {percent(point.other)}</p>}
      {band && <p className="mt-1 text-ink-2 underline decoration-hair-2 underline-offset-3">{band.text}</p>}
    </div>
  );
}

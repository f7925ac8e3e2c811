"use client";

import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { spread } from "./spread.ts";
import { useIsNarrow } from "./use-is-narrow.ts";

/** Shares of all handoffs at a minute; they add to 1. */
export type WaitPoint = { minutes: number; answered: number; waiting: number; left: number; other: number };

export type WaitPlotProps = {
  points: WaitPoint[];
  targetMinutes: number;
  /** Null = none; missed only where the whole interval is under it. */
  target: { share: number; isMissed: boolean } | null;
  /** Share answered within the target, in words, such as "58 % answered in 5 min, n 1,048". */
  reached: string;
  /** Ruler under the axis; one beyond the last minute is left out. */
  percentiles: { name: string; minutes: number; text: string }[];
};

const percent = (share: number) => `${Math.round(share * 100)}\u202f%`;

export function WaitPlot({ points, targetMinutes, target, reached, percentiles }: WaitPlotProps) {
  const isNarrow = useIsNarrow();
  const last = points.at(-1)?.minutes ?? 30;
  const area = { isAnimationActive: false, stackId: "all", activeDot: false, type: "linear" } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={points}
        margin={{ top: 10, right: isNarrow ? 16 : 150, bottom: 34, left: isNarrow ? 0 : 12 }}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--hair)" />
        <XAxis
          dataKey="minutes"
          type="number"
          domain={[0, last]}
          ticks={[0, 5, 10, 15, 20, 25, 30].filter((tick) => tick <= last)}
          tickFormatter={(tick: number) => (tick === 0 || tick === last ? `${tick} min` : String(tick))}
          tick={{ fontSize: 11, fill: "var(--ink-2)" }}
          axisLine={{ stroke: "var(--ink-3)" }}
          tickLine={{ stroke: "var(--ink-3)" }}
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
        <Area {...area} dataKey="left" stroke="var(--ink-3)" strokeWidth={1} fill="url(#hatch-ink)" fillOpacity={0.5} />
        <ReferenceLine x={targetMinutes} stroke="var(--ink)" strokeDasharray="2 3" />
        <Target points={points} minutes={targetMinutes} target={target} reached={reached} />
        {!isNarrow && <EndNames points={points} />}
        <Ruler percentiles={percentiles.filter(({ minutes }) => minutes <= last)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--hair-2)" }}
          content={({ active, label }) =>
            active ? <At point={points.find(({ minutes }) => minutes === label)} /> : null
          }
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}

function At({ point }: { point: WaitPoint | undefined }) {
  if (!point) return null;
  return (
    <div className="popover-surface px-3 py-2 text-[12px] leading-[18px] tabular-nums">
      <p className="font-semibold">After {point.minutes} min</p>
      <p>Answered {percent(point.answered)}</p>
      <p>Still waiting {percent(point.waiting)}</p>
      <p>Left {percent(point.left)}</p>
      {point.other > 0 && <p>Closed or handed back {percent(point.other)}</p>}
    </div>
  );
}

type TargetProps = { points: WaitPoint[]; minutes: number; target: WaitPlotProps["target"]; reached: string };

function Target({ points, minutes, target, reached }: TargetProps) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  const at = points.find((point) => point.minutes >= minutes);
  if (!x || !y || !at) return null;
  const [left, reachedY] = [Number(x(minutes)), Number(y(at.answered))];
  return (
    <g fontSize={11}>
      {target && <Bracket x={left} from={reachedY} to={Number(y(target.share))} minutes={minutes} target={target} />}
      <circle cx={left} cy={reachedY} r={3.5} fill="var(--hu)" />
      <text x={left + 9} y={reachedY + 16} fontSize={12} fontWeight={600} fill="var(--ink)" className="halo">
        {reached}
      </text>
    </g>
  );
}

type BracketProps = Record<"x" | "from" | "to" | "minutes", number> & {
  target: NonNullable<WaitPlotProps["target"]>;
};

/** From what was reached to the target. */
function Bracket({ x, from, to, minutes, target: { share, isMissed } }: BracketProps) {
  return (
    <>
      <path
        d={`M${x} ${from}V${to}M${x - 5} ${to}h10`}
        stroke={isMissed ? "var(--red)" : "var(--ink)"}
        strokeWidth={1.5}
        fill="none"
      />
      <text x={x + 9} y={to + 4} fill={isMissed ? "var(--red-ink)" : "var(--ink-2)"} className="halo">
        target {percent(share)} in {minutes} min
      </text>
    </>
  );
}

/** What becomes of people, from the top of the stack down, with the middle of its stretch at the last minute. */
const fatesAt = ({ answered, waiting, other, left }: WaitPoint) => [
  { name: "Left", share: left, middle: answered + waiting + other + left / 2, fill: "var(--ink)" },
  { name: "Closed or handed back", share: other, middle: answered + waiting + other / 2, fill: "var(--ink-2)" },
  { name: "Still waiting", share: waiting, middle: answered + waiting / 2, fill: "var(--ho-ink)" },
  { name: "Answered", share: answered, middle: answered / 2, fill: "var(--hu-ink)" },
];

function EndNames({ points }: { points: WaitPoint[] }) {
  const [plot, y] = [usePlotArea(), useYAxisScale()];
  const last = points.at(-1);
  if (!plot || !y || !last) return null;
  const fates = fatesAt(last).filter(({ name, share }) => share > 0 || name !== "Closed or handed back");
  const placed = spread(
    fates.map(({ middle }) => ({ at: Number(y(middle)), size: 16 })),
    { from: plot.y - 4, to: plot.y + plot.height + 8 },
  );
  return (
    <g fontSize={12} fontWeight={600}>
      {fates.map(({ name, share, fill }, i) => (
        <text key={name} x={plot.x + plot.width + 10} y={(placed[i] ?? 0) + 4} fill={fill}>
          {name} {percent(share)}
        </text>
      ))}
    </g>
  );
}

const RULER_LABEL = 64;

function Ruler({ percentiles }: { percentiles: WaitPlotProps["percentiles"] }) {
  const [plot, x] = [usePlotArea(), useXAxisScale()];
  if (!plot || !x) return null;
  const y = plot.y + plot.height + 26;
  const ticks = percentiles.map(({ minutes }) => Number(x(minutes)) || 0);
  const placed = spread(
    ticks.map((at) => ({ at: at + RULER_LABEL / 2, size: RULER_LABEL })),
    { from: plot.x, to: plot.x + plot.width + RULER_LABEL },
  );
  return (
    <g fontSize={11} fill="var(--ink-3)">
      <path d={`M${plot.x} ${y}H${plot.x + plot.width}`} stroke="var(--hair-2)" />
      {percentiles.map(({ name, text }, i) => (
        <g key={name}>
          <path d={`M${ticks[i]} ${y - 5}v10`} stroke="var(--ink)" strokeWidth={1.5} />
          <text x={(placed[i] ?? 0) - RULER_LABEL / 2 + 4} y={y + 14}>
            <tspan fontWeight={600} fill="var(--ink)">
              {text}
            </tspan>{" "}
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

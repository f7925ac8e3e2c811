"use client";

import { usePlotArea } from "recharts";
import { spread } from "../spread.ts";
import { FATE_INKS, type Percentile, type WaitPlotProps, type WaitPoint } from "./wait.ts";
import { clearOfCurve, rulerLabels, widthOf } from "./wait-labels.ts";

type Target = NonNullable<WaitPlotProps["target"]>;
type TargetProps = Pick<WaitPlotProps, "points" | "reached"> & { target: Target; isNarrow: boolean };

/** Where minutes and shares lie in the plot; null until it is laid out. */
const useScales = (minutes: number | undefined) => {
  const plot = usePlotArea();
  if (!plot || !minutes) return null;
  const { x: left, y: top, width, height } = plot;
  return {
    left,
    top,
    right: left + width,
    bottom: top + height,
    x: (at: number) => left + (width * at) / minutes,
    y: (share: number) => top + height * (1 - share),
  };
};

/** How far the share that was answered in time is from the target. */
export function TargetMark({ points, target, reached, isNarrow }: TargetProps) {
  const scales = useScales(points.at(-1)?.minutes);
  if (!scales) return null;
  const { x, y, top, bottom } = scales;
  const left = x(target.minutes);
  const answeredAt = (at: number) => {
    const found = points.findLast(({ minutes }) => x(minutes) <= at) ?? points[0];
    return y(found?.answered ?? 0);
  };
  const reachedY = y(reached?.share ?? 0);
  const targetText = isNarrow ? target.short : target.text;
  const reachedText = isNarrow ? reached?.short : reached?.text;
  const above = Math.min(reachedY, answeredAt(left + widthOf(reachedText ?? ""))) - 8;
  return (
    <g fontSize={11}>
      {target.share !== null && reached && (
        <Bracket x={left} from={reachedY} to={y(target.share)} isMissed={target.isMissed} />
      )}
      {target.share !== null && (
        <text
          x={left + 9}
          y={clearOfCurve(
            y(target.share) + 4,
            { begins: answeredAt(left), ends: answeredAt(left + widthOf(targetText)) },
            top,
          )}
          fill={target.isMissed ? "var(--red-ink)" : "var(--ink-2)"}
          className="halo"
        >
          {targetText}
        </text>
      )}
      {reached && (
        <>
          <circle cx={left} cy={reachedY} r={3.5} fill="var(--hu)" />
          <text
            x={left + 9}
            y={reachedY + 18 < bottom ? reachedY + 18 : above}
            fontSize={12}
            fontWeight={600}
            fill="var(--ink)"
            className="halo"
          >
            {reachedText}
          </text>
        </>
      )}
    </g>
  );
}

type BracketProps = Record<"x" | "from" | "to", number> & { isMissed: boolean };

/** From what was reached to the target. */
function Bracket({ x, from, to, isMissed }: BracketProps) {
  return (
    <path
      d={`M${x} ${from}V${to}M${x - 5} ${to}h10`}
      stroke={isMissed ? "var(--red)" : "var(--ink)"}
      strokeWidth={1.5}
      fill="none"
    />
  );
}

/** Names of the stretches at the right end, moved apart until none touches another. */
export function EndNames({ last, fates }: { last: WaitPoint | undefined; fates: WaitPlotProps["fates"] }) {
  const scales = useScales(last?.minutes);
  if (!scales || !last) return null;
  const { y, right, bottom } = scales;
  let top = 1;
  const middles = fates.map(({ key }) => {
    top -= last[key];
    return top + last[key] / 2;
  });
  const placed = spread(
    middles.map((middle) => ({ at: y(middle), size: 16 })),
    { from: scales.top - 8, to: bottom + 8 },
  );
  return (
    <g fontSize={12} fontWeight={600}>
      {fates.map(({ key, text }, i) => (
        <text key={key} x={right + 10} y={(placed[i] ?? 0) + 4} fill={FATE_INKS[key]}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** Quantiles as ticks on a ruler under the axis. One that lies beyond it, or was not reached, is named at its end. */
export function Ruler({ percentiles, last }: { percentiles: Percentile[]; last: WaitPoint | undefined }) {
  const scales = useScales(last?.minutes);
  if (!scales) return null;
  const { x, left, right, bottom } = scales;
  const y = bottom + 26;
  const ticks = percentiles.map(({ minutes }) => {
    const at = minutes === null ? Number.POSITIVE_INFINITY : x(minutes);
    return { at: Math.min(right, at), isOn: at <= right };
  });
  const labels = rulerLabels(
    percentiles.map(({ name, text }, i) => ({ at: ticks[i]?.at ?? 0, text: `${text} ${name}` })),
    { from: left, to: right + 24 },
  );
  return (
    <g fontSize={11} fill="var(--ink-3)">
      <path d={`M${left} ${y}H${right}`} stroke="var(--hair-2)" />
      {percentiles.map(({ name, text }, i) => (
        <g key={name}>
          {ticks[i]?.isOn && <path d={`M${ticks[i].at} ${y - 5}v10`} stroke="var(--ink)" strokeWidth={1.5} />}
          <text x={(labels[i]?.left ?? 0) + 4} y={y + 15 + (labels[i]?.row ?? 0) * 15}>
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

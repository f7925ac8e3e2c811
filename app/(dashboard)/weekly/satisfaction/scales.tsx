import { db } from "#app/_db.ts";
import { scoreCounts } from "#db/metrics/answers.ts";
import type { Filters } from "#lib/filters.ts";
import { count, score } from "#lib/format.ts";
import { FEW } from "#lib/metrics/measure.ts";
import { type RoadScores, type Scale, scalesOf } from "#lib/metrics/satisfaction/scales.ts";
import { LINES } from "./lines.ts";

/** How scores were read, and one click away how they were spread. */
export async function Scales({ filters }: { filters: Filters }) {
  const scales = scalesOf(await scoreCounts(db(), filters));
  if (scales.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="note min-h-6 cursor-pointer">
        Counted as satisfied: {scales.map(({ mapping, n }) => `${mapping} (n ${count(n)})`).join(", ")}. Mean and every
        score
      </summary>
      {scales.map((scale) => (
        <ScaleTable key={`${scale.mapping} ${scale.scaleMin}`} scale={scale} />
      ))}
      <p className="note mt-1">
        Mean with Student’s 95&#8239;% interval, within one scale only. Of fewer than {FEW} no mean is shown.
      </p>
    </details>
  );
}

function ScaleTable({ scale }: { scale: Scale }) {
  // One length means one share on all roads, so that shapes can be compared.
  const most = Math.max(...scale.roads.flatMap(({ n, bars }) => bars.map((bar) => bar.count / n)));
  return (
    <div className="mt-3">
      <p className="text-[13px]">
        {scale.mapping}, n {count(scale.n)}
      </p>
      <div className="mt-1 grid gap-x-8 gap-y-3 sm:grid-cols-3">
        {LINES.map(({ road, name, tone }) => {
          const found = scale.roads.find((one) => one.road === road);
          return found ? (
            <Bars key={road} found={found} name={name} scale={scale} look={{ colour: `var(--${tone})`, most }} />
          ) : null;
        })}
      </div>
    </div>
  );
}

type BarsProps = { found: RoadScores; name: string; scale: Scale; look: { colour: string; most: number } };

function Bars({ found: { n, mean, bars }, name, scale, look: { colour, most } }: BarsProps) {
  const interval =
    mean && mean.low !== null && mean.high !== null
      ? `, ${score(Math.max(mean.low, scale.scaleMin))}–${score(Math.min(mean.high, scale.scaleMax))}`
      : "";
  return (
    <div className="min-w-0">
      <p className="text-[12px] text-ink-2">
        {name}: {mean && n >= FEW ? `mean ${score(mean.mean)}${interval}` : "too few"}, n {count(n)}
      </p>
      <ul className="mt-1 text-[12px] tabular-nums">
        {bars.toReversed().map((bar) => (
          <li key={bar.score} className="grid grid-cols-[24px_minmax(0,1fr)_44px] items-center gap-x-2">
            <span className="text-right text-ink-3">{bar.score}</span>
            <span className="h-2.5" style={{ width: `${(bar.count / n / most) * 100}%`, background: colour }} />
            <span className="text-right">{count(bar.count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

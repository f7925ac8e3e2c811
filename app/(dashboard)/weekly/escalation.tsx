import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { escalationOf, WEEKS_SHOWN } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { percent } from "#lib/format.ts";
import { type PrimeChart, pPrimeLimits } from "#lib/stats/trends/p-chart.ts";
import { eventsOf } from "./events.ts";
import { bucketsOf, type Line, percentOf, seriesOf, summaryOf } from "./series.ts";

const LINE = { key: "escalationRate", name: "Escalation rate", tone: "ink", isOwn: true } as const satisfies Line;
const FEWEST_BASELINE_WEEKS = 8;

/** The escalation rate with limits from the twelve weeks before those that are shown. */
export async function Escalation({ filters }: { filters: Filters }) {
  const { weeks: all, values: found } = await escalationOf(db(), filters);
  const values = found[LINE.key];
  const weeks = all.slice(-WEEKS_SHOWN);
  const series = await seriesOf(LINE, filters, weeks, values.slice(-WEEKS_SHOWN));
  const counts = values.map(({ part, n }) => ({ part, whole: n }));
  const earlier = counts.slice(0, WEEKS_SHOWN).filter(({ whole }) => whole > 0);
  const hasBaseline = earlier.length >= FEWEST_BASELINE_WEEKS;
  const points = counts.slice(-WEEKS_SHOWN);
  const chart = pPrimeLimits(points, hasBaseline ? earlier : points);
  const title = titleOf(chart, series.values.at(-1)?.value ?? null);
  const events = await eventsOf(weeks, filters.zone);
  const buckets = bucketsOf(LINE.key, weeks, pageNow());
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="deck">
        Handoff episodes ÷ episodes in which the AI took part, by the week the episode started; Laney p′ limits
      </p>
      <TrendChart
        summary={summaryOf(title, [series])}
        buckets={buckets}
        series={[series]}
        target={percentOf((await targetsWith(filters))(LINE.key))}
        {...limitsOf(chart)}
        notFinalNote={null}
        events={events}
      />
      <p className="note">
        {chart &&
          `Mean and limits from ${hasBaseline ? `the ${earlier.length} weeks before these` : "these weeks themselves: there are too few before them"}. `}
        A diamond, with its 95 % interval, is a week that chance alone hardly explains. The axis need not start at 0.
      </p>
      <ChartTable buckets={buckets} series={[series]} events={events} />
    </section>
  );
}

const titleOf = (chart: PrimeChart | null, newest: number | null): string => {
  const last = chart?.points.at(-1);
  if (!last?.isOutside || newest === null) return "Escalation rate";
  return `The escalation rate broke its ${newest > last.high ? "upper" : "lower"} control limit`;
};

const limitsOf = (chart: PrimeChart | null) => {
  const last = chart?.points.at(-1);
  if (!chart || !last) return { limits: null };
  const { centre } = chart;
  return {
    limits: chart.points.map((point) =>
      point ? { centre, lower: point.low, upper: point.high, isOutside: point.isOutside } : null,
    ),
    limitNames: {
      centre: `mean ${percent(centre, 1)}`,
      lower: `lower limit ${percent(last.low, 1)}`,
      upper: `upper limit ${percent(last.high, 1)}`,
    },
  };
};

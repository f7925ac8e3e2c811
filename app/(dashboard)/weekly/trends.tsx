import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import type { Filters } from "#lib/filters.ts";
import { points } from "#lib/format.ts";
import { change } from "#lib/metrics/measure.ts";
import { type Range, weeksUpTo } from "#lib/time/range.ts";
import { eventsOf } from "./events.ts";
import { bucketsOf, type Line, percentOf, seriesOf, summaryOf } from "./series.ts";
import { WEEKS_SHOWN } from "./week.ts";

const measured = async (line: Line, filters: Filters, weeks: Range[]) =>
  seriesOf(line, filters, weeks, await measurePerRange(db(), line.key, filters, weeks));

const CSAT: Line[] = [
  { key: "humanOnlyCsat", name: "Human-only", tone: "hu", isOwn: false },
  { key: "aiOnlyCsat", name: "AI-only", tone: "ai", isOwn: false },
  { key: "handoffCsat", name: "Handoff", tone: "ho", isOwn: true },
];

/** The hero: satisfaction after a handoff beside the two other roads. */
export async function Satisfaction({ filters }: { filters: Filters }) {
  const weeks = weeksUpTo(filters.range, WEEKS_SHOWN, filters.zone);
  const series = await Promise.all(CSAT.map((line) => measured(line, filters, weeks)));
  const events = await eventsOf(weeks, filters.zone);
  const [human, , handoff] = series;
  const [humanLast, handoffLast] = [human?.values.at(-1), handoff?.values.at(-1)];
  const gap = humanLast && handoffLast ? change(handoffLast, humanLast) : null;
  const title = gap?.isReal
    ? `Handoffs rate ${points(Math.abs(gap.difference), 0).replace("+", "")} points ${gap.difference < 0 ? "below" : "above"} people from the start`
    : "Satisfaction by who handled it";
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="deck">
        Share of ratings 4–5 of 5 by the week the episode ended; bands are 95 % intervals, hollow points are not final
      </p>
      <TrendChart
        summary={summaryOf(title, series)}
        buckets={bucketsOf("handoffCsat", weeks, pageNow())}
        series={series}
        target={percentOf((await targetsWith(filters))("handoffCsat"))}
        limits={null}
        notFinalNote="ratings still come in"
        events={events}
      />
      <p className="note">
        {gap &&
          `Handoff minus human-only ${points(gap.difference)} points (95 % ${points(gap.low)} to ${points(gap.high)}). `}
        Not matched for topic: part of a gap can come from what was asked. Weeks with fewer than 10 ratings are left
        open. The axis need not start at 0.
      </p>
      <ChartTable buckets={bucketsOf("handoffCsat", weeks, pageNow())} series={series} events={events} />
    </section>
  );
}

import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import type { Filters } from "#lib/filters.ts";
import { isFinal } from "#lib/metrics/catalogue.ts";
import { type Range, weeksUpTo } from "#lib/time/range.ts";
import { eventsOf } from "./events.ts";
import { bucketsOf, type Line, percentOf, seriesOf, summaryOf } from "./series.ts";
import { WEEKS_SHOWN } from "./week.ts";

const measured = async (line: Line, filters: Filters, weeks: Range[]) =>
  seriesOf(line, filters, weeks, await measurePerRange(db(), line.key, filters, weeks));

const RESOLUTION: Line[] = [
  { key: "humanOnlyResolution", name: "Human-only", tone: "hu", isOwn: false },
  { key: "postEscalationResolution", name: "After a handoff", tone: "ho", isOwn: true },
];

/** What became of those who were handed over. */
export async function Resolved({ filters }: { filters: Filters }) {
  const now = pageNow();
  const weeks = weeksUpTo(filters.range, WEEKS_SHOWN + 1, filters.zone)
    .filter((week) => isFinal("postEscalationResolution", week, now))
    .slice(-WEEKS_SHOWN);
  const series = await Promise.all(RESOLUTION.map((line) => measured(line, filters, weeks)));
  const events = await eventsOf(weeks, filters.zone);
  const title = "Resolved after the handoff";
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="deck">
        Share of all episodes, those nobody answered among them, that a person answered and that did not come back
        within 7 days of their end, by the week they ended
      </p>
      <TrendChart
        summary={summaryOf(title, series)}
        buckets={bucketsOf("postEscalationResolution", weeks, now)}
        series={series}
        target={percentOf((await targetsWith(filters))("postEscalationResolution"))}
        limits={null}
        notFinalNote={null}
        events={events}
      />
      <p className="note">
        Only weeks that are over for 7 days. Whoever nobody answered counts as not resolved. The axis need not start at
        0.
      </p>
      <ChartTable buckets={bucketsOf("postEscalationResolution", weeks, now)} series={series} events={events} />
    </section>
  );
}

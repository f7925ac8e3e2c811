import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { resolutionOf, satisfactionOf } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { points } from "#lib/format.ts";
import { change } from "#lib/metrics/measure.ts";
import { eventsOf } from "./events.ts";
import { bucketsOf, type Line, percentOf, seriesOf, summaryOf } from "./series.ts";

const CSAT = [
  { key: "humanOnlyCsat", name: "Human-only", tone: "hu", isOwn: false },
  { key: "aiOnlyCsat", name: "AI-only", tone: "ai", isOwn: false },
  { key: "handoffCsat", name: "Handoff", tone: "ho", isOwn: true },
] as const satisfies Line[];

/** The hero: satisfaction after a handoff beside the two other roads. */
export async function Satisfaction({ filters }: { filters: Filters }) {
  const { weeks, values } = await satisfactionOf(db(), filters);
  const series = await Promise.all(CSAT.map((line) => seriesOf(line, filters, weeks, values[line.key])));
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

const RESOLUTION = [
  { key: "humanOnlyResolution", name: "Human-only", tone: "hu", isOwn: false },
  { key: "postEscalationResolution", name: "After a handoff", tone: "ho", isOwn: true },
] as const satisfies Line[];

/** What became of those who were handed over. */
export async function Resolved({ filters }: { filters: Filters }) {
  const now = pageNow();
  const { weeks, values } = await resolutionOf(db(), filters, now);
  const series = await Promise.all(RESOLUTION.map((line) => seriesOf(line, filters, weeks, values[line.key])));
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

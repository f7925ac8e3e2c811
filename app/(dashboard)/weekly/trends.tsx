import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import type { Tone } from "#app/_components/charts/tone.ts";
import type { TrendSeries } from "#app/_components/charts/trend.ts";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { db } from "#app/_db.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import type { Filters } from "#lib/filters.ts";
import { dates, measurementText, percent, points } from "#lib/format.ts";
import { isFinal, type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { change, isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import { pPrimeLimits } from "#lib/stats/p-chart.ts";
import { type Range, weeksUpTo } from "#lib/time/range.ts";
import { listHref, WEEKS_SHOWN } from "./week.ts";

type Line = { key: MetricKey; name: string; tone: Tone; isOwn: boolean };

const shown = (point: Measurement): Measurement =>
  isTooFew(point) ? { ...point, value: null, low: null, high: null } : point;

const seriesOf = async (line: Line, filters: Filters, weeks: Range[]): Promise<TrendSeries> => {
  const values = await measurePerRange(db(), line.key, filters, weeks);
  return {
    ...line,
    values: values.map(shown),
    hrefs: weeks.map((week) => listHref(line.key, filters, week)),
    captions: values.map((value) => measurementText(line.key, value)),
  };
};

const bucketsOf = (key: MetricKey, weeks: Range[], now: Date) =>
  weeks.map((week) => ({
    label: String(Number(week.week?.slice(6))),
    name: `Week ${Number(week.week?.slice(6))}, ${dates(week)}`,
    isFinal: isFinal(key, week, now),
  }));

const summaryOf = (title: string, series: TrendSeries[]): string =>
  `${title}. Newest week: ${series.map(({ name, captions }) => `${name} ${captions.at(-1)}`).join("; ")}`;

const CSAT: Line[] = [
  { key: "humanOnlyCsat", name: "Human-only", tone: "hu", isOwn: false },
  { key: "aiOnlyCsat", name: "AI-only", tone: "ai", isOwn: false },
  { key: "handoffCsat", name: "Handoff", tone: "ho", isOwn: true },
];

/** The hero: satisfaction after a handoff beside the two other roads. */
export async function Satisfaction({ filters }: { filters: Filters }) {
  const weeks = weeksUpTo(filters.range, WEEKS_SHOWN, filters.zone);
  const series = await Promise.all(CSAT.map((line) => seriesOf(line, filters, weeks)));
  const [human, , handoff] = series;
  const [humanLast, handoffLast] = [human?.values.at(-1), handoff?.values.at(-1)];
  const gap = humanLast && handoffLast ? change(handoffLast, humanLast) : null;
  const title = gap?.isReal
    ? `A handoff ${gap.difference < 0 ? "costs" : "gains"} ${points(Math.abs(gap.difference), 0).replace("+", "")} points against a person from the start`
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
        target={(metricOf("handoffCsat").target ?? 0) * 100}
        limits={null}
        notFinalNote="ratings still come in"
      />
      <p className="note">
        {gap &&
          `Handoff minus human-only ${points(gap.difference)} points (95 % ${points(gap.low)} to ${points(gap.high)}). `}
        Not matched for topic: the AI keeps the easier questions. Weeks with fewer than 10 ratings are left open. The
        axis need not start at 0.
      </p>
      <ChartTable buckets={bucketsOf("handoffCsat", weeks, pageNow())} series={series} />
    </section>
  );
}

/** The escalation rate with limits from the twelve weeks before those that are shown. */
export async function Escalation({ filters }: { filters: Filters }) {
  const all = weeksUpTo(filters.range, 2 * WEEKS_SHOWN, filters.zone);
  const weeks = all.slice(-WEEKS_SHOWN);
  const line: Line = { key: "escalationRate", name: "Escalation rate", tone: "ink", isOwn: true };
  const whole = await seriesOf(line, filters, all);
  const counts = (await measurePerRange(db(), line.key, filters, all)).map(({ part, n }) => ({ part, whole: n }));
  const earlier = counts.slice(0, WEEKS_SHOWN).filter((one) => one.whole > 0);
  const hasBaseline = earlier.length >= 8;
  const points = counts.slice(-WEEKS_SHOWN);
  const chart = pPrimeLimits(points, hasBaseline ? earlier : points);
  const series = {
    ...whole,
    values: whole.values.slice(-WEEKS_SHOWN),
    hrefs: whole.hrefs.slice(-WEEKS_SHOWN),
    captions: whole.captions.slice(-WEEKS_SHOWN),
  };
  const last = chart?.points.at(-1);
  const lastShare = series.values.at(-1)?.value ?? null;
  const title =
    last?.isOutside && lastShare !== null
      ? `The escalation rate broke its ${lastShare > last.high ? "upper" : "lower"} control limit`
      : "Escalation rate";
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="deck">
        Handoff episodes ÷ episodes in which the AI took part, by the week the episode started; Laney p′ limits
      </p>
      <TrendChart
        summary={summaryOf(title, [series])}
        buckets={bucketsOf(line.key, weeks, pageNow())}
        series={[series]}
        target={null}
        limits={
          chart?.points.map((point) =>
            point ? { centre: chart.centre, lower: point.low, upper: point.high, isOutside: point.isOutside } : null,
          ) ?? null
        }
        notFinalNote={null}
      />
      <p className="note">
        {chart &&
          `Mean ${percent(chart.centre, 1)}, from ${hasBaseline ? `the ${earlier.length} weeks before these` : "these weeks themselves: there are too few before them"}. `}
        A diamond is a week that chance alone hardly explains. The axis need not start at 0.
      </p>
      <ChartTable buckets={bucketsOf(line.key, weeks, pageNow())} series={[series]} />
    </section>
  );
}

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
  const series = await Promise.all(RESOLUTION.map((line) => seriesOf(line, filters, weeks)));
  const title = "Resolved after the handoff";
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="deck">
        Share of episodes with a person’s reply that were closed and did not come back within 7 days, by the week they
        ended
      </p>
      <TrendChart
        summary={summaryOf(title, series)}
        buckets={bucketsOf("postEscalationResolution", weeks, now)}
        series={series}
        target={(metricOf("postEscalationResolution").target ?? 0) * 100}
        limits={null}
        notFinalNote={null}
      />
      <p className="note">
        Only weeks that are over for 7 days. Whoever nobody answered counts as not resolved. The axis need not start at
        0.
      </p>
      <ChartTable buckets={bucketsOf("postEscalationResolution", weeks, now)} series={series} />
    </section>
  );
}

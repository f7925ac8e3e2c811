import Link from "next/link";
import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { measure } from "#db/metrics/measure.ts";
import { escalationOf, WEEKS_SHOWN } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { count, percent, rangeName } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import type { Measurement } from "#lib/metrics/measure.ts";
import { baselineText, changedAfter, escalationTitle, type NamedWeek } from "#lib/sentences/escalation.ts";
import type { Counts } from "#lib/stats/proportions/wilson.ts";
import { undisturbed } from "#lib/stats/trends/baseline.ts";
import { type PrimeChart, pPrimeLimits } from "#lib/stats/trends/p-chart.ts";
import { eventsOf } from "./events.ts";
import { bucketsOf, finalNote, type Line, percentOf, seriesOf, summaryOf } from "./series.ts";
import { listHref } from "./week.ts";

const LINE = { key: "escalationRate", name: "Escalation rate", tone: "ink", isOwn: true } as const satisfies Line;
const FEWEST_BASELINE_WEEKS = 8;

/** The escalation rate with limits from the undisturbed ones of the twelve weeks before those that are shown. */
export async function Escalation({ filters }: { filters: Filters }) {
  const [now, { zone }] = [pageNow(), filters];
  const { weeks: all, values: found } = await escalationOf(db(), filters);
  const values = found[LINE.key];
  const weeks = all.slice(-WEEKS_SHOWN);
  const [series, events, targetOf] = await Promise.all([
    seriesOf(LINE, filters, weeks, values.slice(-WEEKS_SHOWN)),
    eventsOf([LINE.key], weeks, zone),
    targetsWith(filters),
  ]);
  const counted = all.map((week, i) => ({ ...countsOf(values[i]), name: rangeName(week, filters.range) }));
  const { chart, baseline } = controlOf(counted);
  const buckets = bucketsOf(LINE.key, weeks, now);
  const final = buckets.map(({ isFinal }) => isFinal);
  const title = final.at(-1) ? escalationTitle(chart, series.values.at(-1)?.value ?? null) : "Escalation rate";
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
        target={percentOf(targetOf(LINE.key))}
        {...limitsOf(chart, final)}
        notFinalNote={finalNote(LINE.key, weeks, now, zone)}
        events={events}
      />
      <p className="note">
        {chart && `${baseline} `}
        {changedAfter(counted.slice(-WEEKS_SHOWN).filter((_, i) => final[i]))} A diamond, with its 95&#8239;% interval,
        is a week that chance alone hardly explains; a week is final a day after its end, when its last episodes have
        had time to be handed over. The axis need not start at 0.
      </p>
      <Companions filters={filters} />
      <ChartTable buckets={buckets} series={[series]} events={events} />
    </section>
  );
}

const COMPANIONS: { metric: MetricKey; text: (n: number) => string }[] = [
  { metric: "askRate", text: (n) => `${count(n)} asked for a person` },
  {
    metric: "failedHandoffs",
    text: (n) => `${count(n)} ${n === 1 ? "handoff" : "handoffs"} failed and reached nobody`,
  },
  { metric: "bypassRate", text: (n) => `${count(n)} bypass (AI off) ${n === 1 ? "is" : "are"} outside both sides` },
];

/** What the rate alone does not say, each with the way to its conversations. */
async function Companions({ filters }: { filters: Filters }) {
  const values = await Promise.all(COMPANIONS.map(({ metric }) => measure(db(), metric, filters)));
  if (values.every(({ n }) => n === 0)) return null;
  const links = COMPANIONS.map(({ metric, text }, i) => {
    const value = values[i];
    if (!value || value.n === 0) return `${metricOf(metric).label}: not available from this source`;
    if (value.part === 0) return text(0);
    return (
      <Link key={metric} href={listHref(metric, filters, filters.range, "part")} className="link">
        {text(value.part)}
      </Link>
    );
  });
  const [asked, failed, bypass] = links;
  return (
    <p className="note mt-1">
      In {rangeName(filters.range)}: {asked}; {failed}. {bypass}.
    </p>
  );
}

const countsOf = (value: Measurement | undefined): Counts => ({ part: value?.part ?? 0, whole: value?.n ?? 0 });

/** Limits of the newest weeks, and what they rest on in words. */
const controlOf = (counted: NamedWeek[]): { chart: PrimeChart | null; baseline: string } => {
  const earlier = counted.slice(0, WEEKS_SHOWN).filter(({ whole }) => whole > 0);
  const shown = counted.slice(-WEEKS_SHOWN);
  if (earlier.length < FEWEST_BASELINE_WEEKS) {
    const baseline = "Mean and limits from these weeks themselves: there are too few before them.";
    return { chart: pPrimeLimits(shown), baseline };
  }
  const { used, leftOut } = undisturbed(earlier);
  return { chart: pPrimeLimits(shown, used), baseline: baselineText(earlier, leftOut) };
};

/** A week that is not final is never outside: it has not had its time. */
const limitsOf = (chart: PrimeChart | null, final: boolean[]) => {
  const last = chart?.points.at(-1);
  if (!chart || !last) return { limits: null };
  const { centre } = chart;
  return {
    limits: chart.points.map((point, i) =>
      point ? { centre, lower: point.low, upper: point.high, isOutside: point.isOutside && final[i] === true } : null,
    ),
    limitNames: {
      centre: `mean ${percent(centre, 1)}`,
      lower: `lower limit ${percent(last.low, 1)}`,
      upper: `upper limit ${percent(last.high, 1)}`,
    },
  };
};

import Link from "next/link";
import { Fragment } from "react";
import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import type { TrendSeries } from "#app/_components/charts/trend.ts";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { IntervalRow } from "#app/_components/interval-row.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { measure } from "#db/metrics/measure.ts";
import { measureWeeks, shownRange, WEEKS_SHOWN } from "#db/metrics/weekly.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { count, dayMonth, intervalText, MISSING, metricText, rangeName } from "#lib/format.ts";
import { finalFrom, isFinal, type MetricKey } from "#lib/metrics/catalogue.ts";
import { isTooFew, type Measurement, ratio, standing } from "#lib/metrics/measure.ts";
import { AFTER_NAME, afterTitle } from "#lib/sentences/after.ts";
import { type Range, weeksUpTo } from "#lib/time/range.ts";
import { eventsOf } from "../events.ts";
import { bucketsOf, type Line, percentOf, seriesOf, summaryOf } from "../series.ts";
import { listHref } from "../week.ts";

const KEY = "postEscalationResolution";
const LINES: Line[] = [
  { key: "humanOnlyResolution", name: "Human-only", tone: "hu", isOwn: false },
  { key: KEY, name: "After a handoff", tone: "ho", isOwn: true },
];

/** What became of those who were handed over, taken apart into what staffing and what product and skill decide. */
export async function After({ filters: given }: { filters: Filters }) {
  const now = pageNow();
  const filters = withRange(given, shownRange(KEY, given, now));
  const weeks = weeksUpTo(given.range, WEEKS_SHOWN, given.zone);
  const [whole, control, targetOf, series] = await Promise.all([
    measure(db(), KEY, filters),
    measure(db(), "humanOnlyResolution", filters),
    targetsWith(given),
    Promise.all(LINES.map((line) => matured(line, given, weeks, now))),
  ]);
  const target = targetOf(KEY);
  const isEmpty = series.every(({ values }) => values.every(({ n }) => n === 0));
  return (
    <section className="section">
      <h2>{afterTitle(whole, control)}</h2>
      <p className="deck">
        Post-escalation resolution: of all who were handed over, those nobody answered among them, the share whom a
        person answered and who did not come back within 7 days of the end, by the week it ended
      </p>
      {isEmpty ? (
        <p className="deck mt-4">
          No episode of these weeks that a person should answer is over for 7 days with these filters.
        </p>
      ) : (
        <div className="mt-4 grid gap-x-6 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <div className="min-w-0">
            <Chart filters={given} weeks={weeks} series={series} target={target} />
          </div>
          <div className="min-w-0">
            <Product filters={filters} whole={whole} target={target} />
            <Beside filters={filters} />
            <p className="note mt-2">
              {rangeName(filters.range, given.range)}
              {filters.range.firstDate !== given.range.firstDate && ", the newest that is final"}. Bars are 95&#8239;%
              intervals.
            </p>
          </div>
        </div>
      )}
    </section>
  );
}

type ChartProps = { filters: Filters; weeks: Range[]; series: TrendSeries[]; target: number | null };

async function Chart({ filters, weeks, series, target }: ChartProps) {
  const { zone } = filters;
  const now = pageNow();
  const keys = LINES.map(({ key }) => key);
  const events = await eventsOf(keys, weeks, zone);
  const buckets = bucketsOf(KEY, weeks, now).map((one, i) => {
    const week = weeks[i];
    return one.isFinal || !week ? one : { ...one, gap: ["final on", dayMonth(finalFrom(KEY, week), zone)] };
  });
  return (
    <>
      <TrendChart
        summary={summaryOf(AFTER_NAME, series)}
        buckets={buckets}
        series={series}
        target={percentOf(target)}
        limits={null}
        notFinalNote={null}
        events={events}
      />
      <p className="note">
        Hatched weeks are not over for 7 days: what is known of them so far are mostly those nobody answered, so nothing
        is drawn. Human-only is the control: the same formula where no AI took part. The axis need not start at 0.
      </p>
      <ChartTable buckets={buckets} series={series} events={events} />
    </>
  );
}

/** A line without its weeks that are not mature. */
const matured = async (line: Line, filters: Filters, weeks: Range[], now: Date) => {
  const measured = await measureWeeks(db(), line.key, filters, weeks);
  const isMature = weeks.map((week) => isFinal(line.key, week, now));
  const values = measured.map((value, i) => (isMature[i] ? value : ratio({ part: 0, n: 0 })));
  const series = await seriesOf(line, filters, weeks, values);
  const captions = series.captions.map((caption, i) => {
    const week = weeks[i];
    return isMature[i] || !week ? caption : `final on ${dayMonth(finalFrom(line.key, week), filters.zone)}`;
  });
  return { ...series, captions };
};

type Named = { metric: MetricKey; name: string; says: string };

const FACTORS: Named[] = [
  { metric: "answeredShare", name: "Answered", says: "staffing" },
  { metric: "resolvedIfAnswered", name: "Resolved if answered", says: "product and skill" },
];

async function Product({ filters, whole, target }: { filters: Filters; whole: Measurement; target: number | null }) {
  const factors = await Promise.all(FACTORS.map(({ metric }) => measure(db(), metric, filters)));
  const isMissed = standing(whole, { target, better: "higher" }) === "missed";
  return (
    <ul
      className="grid grid-cols-[auto_12px_auto_12px_auto] items-start justify-between gap-x-2 border-b border-hair pb-3 tabular-nums"
      aria-label="Answered share times resolved if answered"
    >
      {FACTORS.map((one, i) => (
        <Fragment key={one.metric}>
          <Factor {...one} measurement={factors[i] ?? whole} filters={filters} />
          <li className="text-[22px] leading-8 text-ink-3">{i === 0 ? "×" : "="}</li>
        </Fragment>
      ))}
      <Factor
        metric={KEY}
        name="Resolved"
        says={isMissed ? "▼ under target" : "both together"}
        isMissed={isMissed}
        measurement={whole}
        filters={filters}
      />
    </ul>
  );
}

type FactorProps = Named & { measurement: Measurement; filters: Filters; isMissed?: boolean };

function Factor({ metric, name, says, measurement, filters, isMissed = false }: FactorProps) {
  const { n } = measurement;
  const isShown = n > 0 && !isTooFew(measurement);
  return (
    <li className="min-w-0">
      <Link
        href={listHref(metric, filters, filters.range)}
        className="text-[24px] leading-8 font-semibold tracking-[-0.015em]"
      >
        {isShown ? metricText(metric, measurement.value) : n === 0 ? MISSING : "too few"}
      </Link>
      <p className="text-[13px]">{name}</p>
      <p className={`note ${isMissed ? "!text-red-ink" : ""}`}>{says}</p>
      <p className="note">{statisticsOf(metric, measurement)}</p>
    </li>
  );
}

const BESIDE: { metric: MetricKey; name: string; isOfHandoffs?: boolean }[] = [
  { metric: "assumedShare", name: "Of these only assumed" },
  { metric: "reopenRate", name: "Reopened, thanks aside", isOfHandoffs: true },
  { metric: "repeatContact", name: "New conversation in 72\u00a0h", isOfHandoffs: true },
  { metric: "humanOnlyResolution", name: "Human-only, the control" },
  { metric: "aiResolution", name: "The AI alone, durable" },
  { metric: "aiConfirmed", name: "Of these confirmed" },
];

/** Everything that says how far the product can be trusted, and what it stands beside. */
async function Beside({ filters }: { filters: Filters }) {
  const rows = await Promise.all(
    BESIDE.map(async ({ metric, name, isOfHandoffs }) => {
      const mine = isOfHandoffs ? { ...filters, only: { ...filters.only, segment: ["handoff"] } } : filters;
      return { metric, name, mine, measurement: await measure(db(), metric, mine) };
    }),
  );
  return (
    <ul className="mt-1">
      {rows.map(({ metric, name, mine, measurement }) => (
        <IntervalRow
          key={metric}
          name={name}
          measurement={measurement}
          href={listHref(metric, mine, filters.range)}
          note={statisticsOf(metric, measurement).replace("95\u202f% ", "")}
        />
      ))}
    </ul>
  );
}

const statisticsOf = (metric: MetricKey, measurement: Measurement): string => {
  const interval = isTooFew(measurement) ? null : intervalText(metric, measurement);
  return [`n\u202f${count(measurement.n)}`, interval].filter((one) => one !== null).join(" · ");
};

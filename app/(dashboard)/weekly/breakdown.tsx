import Link from "next/link";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { breakdownOf, HEADLINES } from "#db/metrics/weekly.ts";
import { DIMENSIONS, type Dimension, type Filters } from "#lib/filters.ts";
import { count, intervalText, label, metricText } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import { listHref } from "./week.ts";

const BY = DIMENSIONS.filter((dimension) => dimension !== "segment");
const MOST_ROWS = 15;

export const dimensionOf = (given: string | undefined): Dimension =>
  BY.find((dimension) => dimension === given) ?? "team";

const isSplit = (key: MetricKey, by: Dimension): boolean => !(key === "escalationRate" && by === "team");

/** The five numbers for each value of a dimension. */
export async function Breakdown({ filters, by }: { filters: Filters; by: Dimension }) {
  const columns = await Promise.all(
    HEADLINES.map(async (key) => {
      const rows = isSplit(key, by) ? await breakdownOf(db(), key, filters, by) : [];
      return { key, byValue: new Map(rows.map(({ value, measurement }) => [value, measurement])) };
    }),
  );
  const values = [...new Set(columns.flatMap(({ byValue }) => [...byValue.keys()]))];
  const weight = (value: string) => columns.reduce((sum, { byValue }) => sum + (byValue.get(value)?.n ?? 0), 0);
  const shown = values.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_ROWS);
  return (
    <section className="section">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <h2>The five numbers by {label(by).toLowerCase()}</h2>
        <nav aria-label="Broken down by" className="no-print flex flex-wrap gap-x-4 text-[12px]">
          {BY.map((dimension) => (
            <Link
              key={dimension}
              href={hrefOf("/weekly", filters, { by: dimension })}
              scroll={false}
              aria-current={dimension === by ? "true" : undefined}
              className="min-h-6 text-ink-2 aria-[current]:border-b-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {label(dimension)}
            </Link>
          ))}
        </nav>
      </div>
      <div className="mt-2 overflow-x-auto">
        <table className="table min-w-[760px]">
          <thead>
            <tr>
              <th scope="col">{label(by)}</th>
              {HEADLINES.map((key) => (
                <th key={key} scope="col" className="number">
                  {metricOf(key).label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((value) => (
              <tr key={value}>
                <th scope="row" className="!text-[13px] !text-ink">
                  {label(value)}
                </th>
                {columns.map(({ key, byValue }) => (
                  <td key={key} className="number">
                    <Value
                      metric={key}
                      measurement={byValue.get(value)}
                      href={listHref(key, { ...filters, only: { ...filters.only, [by]: [value] } }, filters.range)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note mt-2">
        {shown.length === 0 && "Nothing happened in this period with these filters. "}
        {!isSplit("escalationRate", by) &&
          "A team is known only once it was handed over to, so the escalation rate has none. "}
        {values.length > MOST_ROWS && `The ${MOST_ROWS} largest of ${values.length}. `}A rate of fewer than 10 is not
        shown; its conversations are. Resolution counts what is mature in this period.
      </p>
    </section>
  );
}

function Value({
  metric,
  measurement,
  href,
}: {
  metric: MetricKey;
  measurement: Measurement | undefined;
  href: string;
}) {
  if (!measurement || measurement.n === 0) return <span className="text-ink-3">–</span>;
  if (isTooFew(measurement)) {
    return (
      <Link href={href} className="text-ink-3">
        too few, n {measurement.n}
      </Link>
    );
  }
  return (
    <Link href={href} title={intervalText(metric, measurement) ?? undefined}>
      {metricText(metric, measurement.value)} <span className="text-ink-3">n {count(measurement.n)}</span>
    </Link>
  );
}

// biome-ignore-all lint/a11y/noRedundantRoles: some browsers forget what a table is once its rows are blocks
import Link from "next/link";
import { None } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { first, hrefOf, type SearchParams } from "#app/_filters.ts";
import { breakdownOf, HEADLINES } from "#db/metrics/weekly.ts";
import { DIMENSIONS, type Dimension, type Filters } from "#lib/filters.ts";
import { count, label, metricText, withinText } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import { listHref } from "./week.ts";

const BY = DIMENSIONS.filter((dimension) => dimension !== "segment");
const MOST_ROWS = 15;

export const dimensionOf = (given: string | undefined): Dimension =>
  BY.find((dimension) => dimension === given) ?? "team";

const isSplit = (key: MetricKey, by: Dimension): boolean => !(key === "escalationRate" && by === "team");

/** Which column the table is sorted by; null = how many were counted. */
export type BreakdownSort = { column: "value" | MetricKey | null; isDescending: boolean };

export const breakdownSortOf = (params: SearchParams): BreakdownSort => ({
  column: [...HEADLINES, "value" as const].find((one) => one === first(params["sort"])) ?? null,
  isDescending: first(params["dir"]) !== "asc",
});

type Cells = Map<string, Measurement>;
type Props = { filters: Filters; by: Dimension; sort: BreakdownSort };

/** The five numbers for each value of a dimension. */
export async function Breakdown({ filters, by, sort }: Props) {
  const columns = await Promise.all(
    HEADLINES.map(async (key) => {
      const rows = isSplit(key, by) ? await breakdownOf(db(), key, filters, by) : [];
      return { key, byValue: new Map(rows.map(({ value, measurement }) => [value, measurement])) };
    }),
  );
  const values = [...new Set(columns.flatMap(({ byValue }) => [...byValue.keys()]))];
  const weight = (value: string) => columns.reduce((sum, { byValue }) => sum + (byValue.get(value)?.n ?? 0), 0);
  const largest = values.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_ROWS);
  const shown = inOrder(largest, sort, columns.find(({ key }) => key === sort.column)?.byValue);
  const heading = (column: BreakdownSort["column"], name: string) => (
    <Heading
      name={name}
      is={sort.column === column ? sort : null}
      link={(dir) => hrefOf("/weekly", filters, { by, sort: column, dir })}
    />
  );
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
      <div className="mt-2 overflow-x-auto max-sm:@container">
        <table role="table" className="table folding sm:min-w-[760px]">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" aria-sort={ariaSort(sort, "value")}>
                {heading("value", label(by))}
              </th>
              {HEADLINES.map((key) => (
                <th key={key} role="columnheader" scope="col" className="number" aria-sort={ariaSort(sort, key)}>
                  {heading(key, metricOf(key).label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((value) => (
              <tr key={value} role="row">
                <th role="rowheader" scope="row" className="!text-[13px] !text-ink">
                  {label(value)}
                </th>
                {columns.map(({ key, byValue }) => (
                  <td key={key} role="cell" className="number" data-column={metricOf(key).label}>
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
        {values.length > MOST_ROWS && `The ${MOST_ROWS} largest of ${values.length}. `}Beside each value its 95&#8239;%
        interval. A rate of fewer than 10 is not shown; its conversations are. Resolution counts what is mature in this
        period.
      </p>
    </section>
  );
}

/** What has no value, or too few for one, comes last either way. */
const inOrder = (values: string[], { column, isDescending }: BreakdownSort, cells: Cells | undefined): string[] => {
  const sign = isDescending ? -1 : 1;
  if (column === "value") return values.toSorted((a, b) => sign * label(a).localeCompare(label(b), "en"));
  if (!cells) return values;
  const of = (value: string) => {
    const cell = cells.get(value);
    return cell && !isTooFew(cell) ? cell.value : null;
  };
  return values.toSorted((a, b) => {
    const [one, other] = [of(a), of(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
};

const ariaSort = ({ column, isDescending }: BreakdownSort, here: BreakdownSort["column"]) => {
  if (column !== here) return undefined;
  return isDescending ? "descending" : "ascending";
};

type HeadingProps = { name: string; is: BreakdownSort | null; link: (dir: string | null) => string };

function Heading({ name, is, link }: HeadingProps) {
  return (
    <Link
      href={link(is?.isDescending ? "asc" : null)}
      scroll={false}
      className={`inline-flex min-h-6 items-center ${is ? "font-semibold text-ink" : "hover:text-ink"}`}
    >
      {name}
      {is && (is.isDescending ? " ↓" : " ↑")}
    </Link>
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
  if (!measurement || measurement.n === 0) return <None />;
  if (isTooFew(measurement)) {
    return (
      <Link href={href} className="text-ink-3">
        too few, n {measurement.n}
      </Link>
    );
  }
  return (
    <Link href={href} className="inline-block whitespace-nowrap">
      {metricText(metric, measurement.value)}{" "}
      <span className="text-[11px] text-ink-3">
        {[withinText(metric, measurement), `n\u00a0${count(measurement.n)}`].filter((one) => one !== null).join(" · ")}
      </span>
    </Link>
  );
}

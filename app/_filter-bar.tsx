import { pageNow, type Reader, requireReader } from "#app/_auth/session.ts";
import { FilterBar } from "#app/_components/filter-bar/filter-bar.tsx";
import type { CompareChoices, PeriodChoices, PeriodLink } from "#app/_components/filter-bar/period-menu.tsx";
import type { ViewChoices } from "#app/_components/filter-bar/view-menu.tsx";
import { db } from "#app/_db.ts";
import { deleteView, keepView, renameView, undeleteView } from "#app/(dashboard)/actions.ts";
import { dimensionValues } from "#db/metrics/dimension-values.ts";
import { type SavedView, viewsFor } from "#db/views.ts";
import { DIMENSIONS, type Filters, inList, viewQuery, withRange, withVersus } from "#lib/filters.ts";
import { capitalised, count, dates, label, localDate, rangeName } from "#lib/format.ts";
import { compareRange } from "#lib/time/compare.ts";
import { monthsBefore, type Period, periodNamed, periodOf } from "#lib/time/periods.ts";
import { type Range, rangeOfDates, weeksUpTo } from "#lib/time/range.ts";
import { dateAfter, dateAt } from "#lib/time/zone.ts";
import { besidesFilters, hrefOf, type SearchParams, viewHref } from "./_filters.ts";

/** by: what a page is about, a stretch of weeks or one day. */
type Props = { path: string; filters: Filters; params: SearchParams; hasCompare?: boolean; by?: "weeks" | "day" };
type LinkTo = (filters: Filters) => string;

/** The filter bar with the choices there are. */
export async function Filtering({ path, filters, params, hasCompare = true, by = "weeks" }: Props) {
  const [values, reader] = await Promise.all([dimensionValues(db(), filters), requireReader()]);
  const views = await viewsFor(db(), reader.id);
  const kept = Object.entries(params).flatMap(([key, value]) =>
    key === "page" ? [] : [value ?? []].flat().map((one): [string, string] => [key, one]),
  );
  const linkTo: LinkTo = (other) => hrefOf(path, other, besidesFilters(params));
  return (
    <FilterBar
      period={by === "day" ? daysOf(filters, linkTo) : periodsOf(filters, linkTo)}
      compare={hasCompare ? comparisonsOf(filters, linkTo) : null}
      groups={DIMENSIONS.map((dimension) => ({
        key: dimension,
        name: dimension === "tier" ? "Tier" : label(dimension),
        options: values[dimension].map(({ value, n }) => ({ value: inList(value), label: label(value), n: count(n) })),
        chosen: (filters.only[dimension] ?? []).map(inList),
      }))}
      views={choicesOf(views, reader, { path, params, filters })}
      kept={kept}
    />
  );
}

const PERIOD_TEXTS: Record<Period, string> = {
  week: "the last week",
  "4w": "the last four weeks",
  "12w": "the last twelve weeks",
  month: "the last month",
  quarter: "the last quarter",
};

type Shown = { path: string; params: SearchParams; filters: Filters };

const choicesOf = (views: SavedView[], reader: Reader, { path, params, filters }: Shown): ViewChoices => {
  const { range, zone } = filters;
  const now = pageNow();
  const fixed = (given: SearchParams) => viewQuery(given, { now, zone, isMoving: false });
  const query = fixed(params);
  const isShown = (view: SavedView) =>
    view.path === path && fixed(Object.fromEntries(new URLSearchParams(view.query))) === query;
  const period = periodNamed(range, now, zone);
  return {
    current: views.find(isShown)?.name ?? null,
    all: views.map((view) => ({
      id: view.id,
      name: view.name,
      href: viewHref(view),
      isShared: view.isShared,
      by: view.isOwn ? (view.isShared ? "shared" : "") : `by ${view.owner ?? "somebody who left"}`,
      mayChange: view.isOwn || reader.role === "admin",
    })),
    path,
    query,
    moves: period && PERIOD_TEXTS[period],
    keep: keepView,
    rename: renameView,
    remove: deleteView,
    restore: undeleteView,
  };
};

const WEEKS_OFFERED = 12;
const MONTHS_OFFERED = 4;

const isSame = (a: Range, b: Range): boolean => a.firstDate === b.firstDate && a.lastDate === b.lastDate;

const weekText = (range: Range): string => `Week ${Number(range.week?.slice(6))}, ${dates(range)}`;

const periodsOf = (filters: Filters, linkTo: LinkTo): PeriodChoices & { value: string } => {
  const { range, zone } = filters;
  const now = pageNow();
  const link = (name: string, to: Range): PeriodLink => ({
    href: linkTo(withRange(filters, to)),
    name,
    isCurrent: isSame(to, range),
  });
  const name = capitalised(rangeName(range));
  const monthLinks = (months: 1 | 3) =>
    monthsBefore(now, months, MONTHS_OFFERED, zone).map((one) => link(rangeName(one), one));
  return {
    value: name === dates(range) ? name : `${name}, ${dates(range)}`,
    weeks: weeksUpTo(periodOf("week", now, zone), WEEKS_OFFERED, zone)
      .toReversed()
      .map((one) => link(weekText(one), one)),
    longer: [
      {
        name: "Several weeks",
        links: [link("Last 4 weeks", periodOf("4w", now, zone)), link("Last 12 weeks", periodOf("12w", now, zone))],
      },
      { name: "Months", links: monthLinks(1) },
      { name: "Quarters", links: monthLinks(3) },
    ],
    from: range.firstDate,
    to: range.lastDate,
  };
};

const DAYS_OFFERED = 14;

const daysOf = (filters: Filters, linkTo: LinkTo): PeriodChoices & { value: string } => {
  const { range, zone } = filters;
  const today = dateAt(pageNow(), zone);
  const nameOf = (date: string) => (date === today ? `Today, ${localDate(date)}` : localDate(date));
  return {
    value: nameOf(range.firstDate),
    weeks: Array.from({ length: DAYS_OFFERED }, (_, i) => dateAfter(today, -i)).map((date) => ({
      href: linkTo(withRange(filters, rangeOfDates(date, date, zone) ?? range)),
      name: nameOf(date),
      isCurrent: date === range.firstDate,
    })),
    longer: [],
    from: range.firstDate,
    to: range.lastDate,
  };
};

const RELATIVE = [
  ["before", "Period before"],
  ["year", "Same a year before"],
  ["4w", "Four weeks before, as one"],
] as const;

const comparisonsOf = (filters: Filters, linkTo: LinkTo): CompareChoices & { value: string } => {
  const { range, compare, versus, zone } = filters;
  return {
    value: rangeName(compare, range),
    relative: RELATIVE.map(([kind, name]) => ({
      href: linkTo(withVersus(filters, kind)),
      name: `${name}: ${rangeName(compareRange(kind, range, zone), range)}`,
      isCurrent: versus === kind,
    })),
    weeks: weeksUpTo(range, WEEKS_OFFERED + 1, zone)
      .slice(0, -1)
      .toReversed()
      .map((one) => ({
        href: linkTo(withVersus(filters, one)),
        name: rangeName(one, range),
        isCurrent: typeof versus !== "string" && isSame(one, versus),
      })),
    from: compare.firstDate,
    to: compare.lastDate,
  };
};

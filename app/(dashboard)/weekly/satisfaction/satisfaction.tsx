import { pageNow } from "#app/_auth/session.ts";
import { ChartTable } from "#app/_components/chart-table.tsx";
import type { TrendSeries } from "#app/_components/charts/trend.ts";
import { TrendChart } from "#app/_components/charts/trend-chart.tsx";
import { Switch } from "#app/_components/switch.tsx";
import { db } from "#app/_db.ts";
import { besidesFilters, first, hrefOf, type SearchParams } from "#app/_filters.ts";
import { targetsWith } from "#app/_targets.ts";
import { measureWeeks } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { dates, percent, rangeName } from "#lib/format.ts";
import { gapTo } from "#lib/metrics/like-for-like.ts";
import { change } from "#lib/metrics/measure.ts";
import { matchedText, satisfactionTitle, unmatchedText } from "#lib/sentences/satisfaction.ts";
import type { Range } from "#lib/time/range.ts";
import { eventsOf } from "../events.ts";
import { bucketsOf, percentOf, seriesOf, summaryOf } from "../series.ts";
import { type Comparison, comparisonOf, type Points } from "./comparison.ts";
import { Gaps } from "./gaps.tsx";
import { LINES, matchedLines } from "./lines.ts";
import { Responding } from "./response.tsx";
import { Scales } from "./scales.tsx";

type View = "matched" | "raw";

/** The hero: satisfaction after a handoff beside the two other roads. */
export async function Satisfaction({ filters, params }: { filters: Filters; params: SearchParams }) {
  const comparison = await comparisonOf(filters);
  const { weeks, points } = comparison;
  const raw = await Promise.all(LINES.map((line) => rawLine(line, filters, weeks)));
  const matched = matchedLines(raw, points, filters);
  const view = viewOf(comparison, first(params["csat"]));
  const shown = view === "matched" ? matched : raw;
  const keys = LINES.map(({ key }) => key);
  const events = await eventsOf(keys, weeks, filters.zone);
  const title = titleOf(raw, comparison, view);
  const buckets = bucketsFor(view, comparison);
  return (
    <section className="section" id="satisfaction">
      <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1">
        <h2>{title}</h2>
        {canMatch(comparison) && <Switch label="Satisfaction shown" choices={choicesOf(view, filters, params)} />}
      </div>
      <p className="deck">
        Share of ratings 4–5 of 5 {view === "matched" ? matchedDeck(points) : "by the week the episode ended"}; bands
        are 95&#8239;% intervals, hollow points are not final
      </p>
      <TrendChart
        summary={summaryOf(title, shown)}
        buckets={buckets}
        series={shown}
        alsoHolds={(view === "matched" ? raw : matched).flatMap(({ values }) => values)}
        target={percentOf((await targetsWith(filters))("handoffCsat"))}
        limits={null}
        notFinalNote="ratings still come in"
        events={events}
      />
      <p className="note">
        {matchText(comparison, filters.range)} {view === "matched" && pointsText(points)} Weeks with fewer than 10
        ratings are left open. The axis {canMatch(comparison) && "is the same for both and "}need not start at 0.
      </p>
      <ChartTable buckets={buckets} series={shown} events={events} />
      <Gaps comparison={comparison} filters={filters} />
      <Responding filters={filters} />
      <Scales filters={filters} />
    </section>
  );
}

const rawLine = async (line: (typeof LINES)[number], filters: Filters, weeks: Range[]): Promise<TrendSeries> =>
  seriesOf(line, filters, weeks, await measureWeeks(db(), line.key, filters, weeks));

const matchedDeck = ({ weeksEach }: Points): string =>
  weeksEach === 1
    ? "by the week the episode ended, each week weighted to the topics of its handoffs"
    : "over the four weeks up to each, weighted to the topics of their handoffs";

const bucketsFor = (view: View, { weeks, points }: Comparison) => {
  const buckets = bucketsOf("handoffCsat", weeks, pageNow());
  if (view === "raw" || points.weeksEach === 1) return buckets;
  return buckets.map((bucket, i) => {
    const range = points.ranges[i];
    return range ? { ...bucket, name: `Four weeks to week ${bucket.label}, ${dates(range)}` } : bucket;
  });
};

const canMatch = ({ found, points }: Comparison): boolean =>
  found.isComparable || points.found.some(({ isComparable }) => isComparable);

/** Like for like wherever it can be, unless the reader asked for the other. */
const viewOf = (comparison: Comparison, asked: string | undefined): View => {
  if (asked === "raw" || !canMatch(comparison)) return "raw";
  return asked === "matched" || comparison.found.isComparable ? "matched" : "raw";
};

/** The matched gap is that of the period; the raw one is that of the newest week, at which the lines end. */
const titleOf = (raw: TrendSeries[], { found }: Comparison, view: View): string => {
  const lastOf = (key: string) => raw.find((one) => one.key === key)?.values.at(-1);
  const [handoff, human] = [lastOf("handoffCsat"), lastOf("humanOnlyCsat")];
  return satisfactionTitle(gapTo(found, "human_only"), handoff && human ? change(handoff, human) : null, view);
};

const choicesOf = (view: View, filters: Filters, params: SearchParams) => {
  const choice = (name: string, one: View) => {
    const href = hrefOf("/weekly", filters, { ...besidesFilters(params), csat: one });
    return { name, href, isOn: one === view };
  };
  return [choice("Like-for-like", "matched"), choice("Raw", "raw")];
};

/** What the comparison of the period rests on, or why there is none. */
const matchText = ({ found, period, isLonger }: Comparison, range: Range): string => {
  if (!found.isComparable) return `Not like for like in ${rangeName(range)}: ${unmatchedText(found)}.`;
  const over = isLonger ? `${rangeName(period)}, because ${rangeName(range)} alone is too thin` : rangeName(range);
  const merged = found.merged > 0 ? ` ${found.merged} with fewer than 5 ratings on a road are taken together;` : "";
  return `Matched by ${matchedText(found.by)} over ${over}:${merged} ${leftOutText(found.leftOut)}.`;
};

const leftOutText = (share: number): string =>
  share === 0 ? "no rating is left out" : `${percent(share, 1)} of the ratings are left out`;

const pointsText = ({ weeksEach, found }: Points): string => {
  const open = found.filter((one) => !one.isComparable && one.why === "too_little_in_common").length;
  const gaps = open === 0 ? "" : ` ${open} of them ${open === 1 ? "has" : "have"} too little in common even so.`;
  return weeksEach === 1
    ? `Points are matched by topic alone: a week holds too few ratings for channel and tier.${gaps}`
    : `Points are matched by topic alone, over the four weeks up to each: single weeks hold too few ratings of each topic, so neighbouring points share weeks.${gaps}`;
};

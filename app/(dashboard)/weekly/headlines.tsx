import { pageNow } from "#app/_auth/session.ts";
import type { TrendEvent } from "#app/_components/charts/trend.ts";
import { HeadlineNumber } from "#app/_components/headline-number.tsx";
import { Pieces } from "#app/_components/pieces.tsx";
import { db } from "#app/_db.ts";
import { definitionOf } from "#app/_definition.ts";
import { targetsWith } from "#app/_targets.ts";
import { measure } from "#db/metrics/measure.ts";
import { HEADLINES, type Headline, headlineOf, humanCsatOf, WEEKS_SHOWN } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import {
  count,
  durationUnit,
  intervalText,
  metricText,
  metricValue,
  points,
  rangeName,
  targetText,
} from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { FEW, isTooFew, standing } from "#lib/metrics/measure.ts";
import { readTogether } from "#lib/metrics/together.ts";
import { leadSentence, subSentence } from "#lib/sentences/weekly.ts";
import { weeksUpTo } from "#lib/time/range.ts";
import { breaksOf } from "./events.ts";
import { comparisonOf } from "./satisfaction/comparison.ts";
import { listHref } from "./week.ts";

const THINGS = { rating: "ratings", episode: "episodes", handoff: "handoffs" };

/** The sentence and the five numbers. */
export async function Headlines({ filters }: { filters: Filters }) {
  const now = pageNow();
  const [alone, humanCsat, targetOf, comparison] = await Promise.all([
    Promise.all(HEADLINES.map((key) => headlineOf(db(), key, filters, now))),
    humanCsatOf(db(), filters),
    targetsWith(filters),
    comparisonOf(filters),
  ]);
  const together = readTogether(alone.map(({ change }) => change));
  const headlines = alone.map((headline, i) => ({ ...headline, change: together[i] ?? null }));
  const companions = await companionsOf(filters);
  const breaks = await Promise.all(
    headlines.map(({ key, range }) => breaksOf(key, weeksUpTo(range, WEEKS_SHOWN, filters.zone), filters.zone)),
  );
  const [csat, ...others] = headlines;
  if (!csat) return null;
  const { range, before } = csat;
  return (
    <>
      <h1 className="lead mt-1">
        <Pieces
          pieces={leadSentence({
            range,
            before,
            csat: csat.now,
            humanCsat,
            csatChange: csat.change,
            beside: comparison,
          })}
        />
      </h1>
      <p className="mt-2 max-w-[900px] text-[14px] leading-[22px] text-pretty text-ink-2 [&_b]:text-ink">
        <Pieces
          pieces={subSentence(
            others.map(({ comparedKey, compared, change }) => ({ key: comparedKey, now: compared, change })),
            range.week ? "this week" : `in ${rangeName(range)}`,
          )}
        />
      </p>
      <section
        aria-label="The five numbers"
        className="section mt-5 grid sm:grid-cols-5 sm:gap-x-5 print:grid-cols-5 print:gap-x-3"
      >
        {headlines.map((headline, i) => (
          <HeadlineNumber
            key={headline.key}
            {...propsOf(headline, filters, targetOf)}
            {...trendOf(headline, breaks[i] ?? [])}
            companions={companions[headline.key] ?? []}
          />
        ))}
      </section>
    </>
  );
}

/** What stands on the tile of the escalation rate always: how many asked, and whom the handoff never took anywhere. */
const companionsOf = async (
  filters: Filters,
): Promise<Partial<Record<MetricKey, { text: string; href: string }[]>>> => {
  const keys = ["askRate", "failedHandoffs"] as const;
  const values = await Promise.all(keys.map((key) => measure(db(), key, filters)));
  if (values[1]?.n === 0) return {};
  const companions = keys.map((key, i) => {
    const value = values[i];
    const text =
      !value || value.n === 0
        ? "not available from this source"
        : isTooFew(value)
          ? "too few"
          : metricText(key, value.value);
    return { text: `${metricOf(key).label}: ${text}`, href: listHref(key, filters, filters.range, "part") };
  });
  return { escalationRate: companions };
};

const propsOf = (headline: Headline, filters: Filters, targetOf: (key: MetricKey) => number | null) => {
  const { key, range, now, series } = headline;
  const { unit, grain } = metricOf(key);
  const target = targetOf(key);
  const isSeconds = unit === "seconds";
  return {
    definition: definitionOf(key, target),
    qualifier: qualifierOf(headline, filters),
    value: metricValue(key, now.value),
    unit: isSeconds ? durationUnit(now.value) : "\u202f%",
    missing: missingOf(headline),
    href: listHref(key, filters, range),
    n: nText(headline, THINGS[grain]),
    standing: standingOf(headline, targetOf(headline.comparedKey)),
    change: changeOf(headline),
    points: series.map((point) =>
      isTooFew(point)
        ? { value: null, low: null, high: null }
        : { value: point.value, low: point.low, high: point.high },
    ),
    target,
  };
};

const trendOf = ({ key, series }: Headline, breaks: TrendEvent[]) => {
  const values = series.map(({ value }) => metricText(key, value)).join(", ");
  const notes = breaks.map(({ date, text }) => `; † ${date}: ${text}`).join("");
  return {
    breaks: breaks.map(({ position }) => position),
    trend: `${metricOf(key).label}, the last ${series.length} weeks: ${values}${notes}`,
  };
};

const qualifierOf = ({ key, range, isFinal }: Headline, filters: Filters): string | null => {
  if (range.firstDate !== filters.range.firstDate) return rangeName(range, filters.range);
  if (key === "timeToFirstHuman") return "median";
  return isFinal ? null : "not final";
};

const missingOf = ({ key, now }: Headline): string | null => {
  if (now.n === 0) return metricOf(key).nullMeans;
  if (isTooFew(now)) return `Fewer than ${FEW}: too few for a rate.`;
  return now.value === null ? metricOf(key).nullMeans : null;
};

const nText = ({ key, now }: Headline, things: string): string => {
  const interval = isTooFew(now) ? null : intervalText(key, now);
  return [`n\u202f${count(now.n)} ${things}`, interval].filter((one) => one !== null).join(" · ");
};

const standingOf = (headline: Headline, target: number | null): { text: string; isMissed: boolean } | null => {
  const { comparedKey, compared, key } = headline;
  const { better } = metricOf(comparedKey);
  if (target === null) return null;
  if (compared.value === null || isTooFew(compared)) {
    const what = key === comparedKey ? "target" : "within 5 min, target";
    return { text: `${what} ${targetText(comparedKey, target)}`, isMissed: false };
  }
  const verdict = standing(compared, { target, better });
  const name = key === comparedKey ? "target" : `${metricText(comparedKey, compared.value)} within 5 min, target`;
  if (verdict === "unclear")
    return { text: `${name} ${targetText(comparedKey, target)}: close, not clear`, isMissed: false };
  if (verdict === null) return { text: `${name} ${targetText(comparedKey, target)}`, isMissed: false };
  const gap = points(Math.abs(compared.value - target)).replace(/[+−±]/, "");
  const side = compared.value < target ? "under" : "over";
  const text =
    key === comparedKey
      ? `${gap} points ${side} target ${targetText(comparedKey, target)}`
      : `${name} ${targetText(comparedKey, target)}`;
  return verdict === "missed" ? { text: `▼ ${text}`, isMissed: true } : { text: `✓ ${text}`, isMissed: false };
};

const AGES = { final: "", equal: " at equal age", unequal: ", which is not of equal age" };

const changeOf = (headline: Headline): { text: string; isReal: boolean } | null => {
  const { change, range, before, key, comparedKey, age, isOverlapping } = headline;
  const on = rangeName(before, range);
  if (isOverlapping) return { text: `shares days with ${on}: not compared`, isReal: false };
  if (!change) return { text: `too few to compare with ${on}`, isReal: false };
  const what = key === comparedKey ? "" : " within 5 min";
  const verdict = change.isReal ? (change.difference > 0 ? "a real rise" : "a real fall") : "no real change";
  return {
    text: `${points(change.difference)}${what} on ${on}${AGES[age]}: ${verdict}`,
    isReal: change.isReal,
  };
};

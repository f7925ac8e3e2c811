import type { EscalationReading } from "#lib/alarms/looks.ts";
import { finalFrom } from "#lib/metrics/catalogue.ts";
import { isTooFew } from "#lib/metrics/measure.ts";
import { undisturbed } from "#lib/stats/trends/baseline.ts";
import { pPrimeLimits, primeDeviations } from "#lib/stats/trends/p-chart.ts";
import { type Range, rangeOfDates } from "#lib/time/range.ts";
import { dateAfter, dateAt } from "#lib/time/zone.ts";
import type { Db } from "../client.ts";
import { measurePerRange } from "../metrics/measure.ts";

const BASELINE_DAYS = 84;

/** The last local date whose escalation rate can no longer grow for want of time. */
export const lastMatureDay = (now: Date, zone: string): Range | null => {
  const today = dateAt(now, zone);
  for (const days of [1, 2, 3]) {
    const date = dateAfter(today, -days);
    const day = rangeOfDates(date, date, zone);
    if (day && finalFrom("escalationRate", day) <= now) return day;
  }
  return null;
};

/** How far the escalation rate of a day lay above its centre, by p′ limits of the 84 days before it without the disturbed
 * ones. */
export const escalationOfDay = async (db: Db, day: Range, zone: string): Promise<EscalationReading> => {
  const days = Array.from({ length: BASELINE_DAYS + 1 }, (_, i) => dateAfter(day.firstDate, i - BASELINE_DAYS));
  const ranges = days.flatMap((date) => rangeOfDates(date, date, zone) ?? []);
  const measured = await measurePerRange(db, "escalationRate", { range: day, zone, only: {} }, ranges);
  const counts = measured.map(({ part, n }) => ({ part, whole: n }));
  const [last, baseline] = [counts.at(-1), counts.slice(0, -1)];
  const chart = pPrimeLimits([], undisturbed(baseline).used);
  const deviations = chart && last && !isTooFew({ n: last.whole }) ? primeDeviations(chart, last) : null;
  return { endedAt: day.to, deviations };
};

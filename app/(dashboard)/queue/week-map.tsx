import { pageNow } from "#app/_auth/session.ts";
import { type HeatCell, HourHeatmap } from "#app/_components/hour-heatmap.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { calendarByKey, queueHours } from "#db/hours.ts";
import { intervalsOfAll } from "#db/queue/intervals.ts";
import { completeUntil } from "#db/sources.ts";
import { hoursOf, type QueueHour } from "#lib/alarms/intervals.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { count, dates, percent, WEEKDAYS } from "#lib/format.ts";
import { hoursShown, stretchesOf } from "#lib/metrics/hour-map.ts";
import { WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { openWeekHours } from "#lib/time/open-hours.ts";
import { rangeOfDates } from "#lib/time/range.ts";
import { dateAfter, weekdayOf } from "#lib/time/zone.ts";

const FEW = 5;
/** Below these shares a cell is darker. */
const STEPS = [0.9, 0.8, 0.65, 0.5];

/** The seven days up to the one that is shown, by hour: how many were answered in time. */
export async function WeekMap({ filters: asked }: { filters: Filters }) {
  const { zone } = asked;
  const last = asked.range.firstDate;
  const range = rangeOfDates(dateAfter(last, -6), last, zone) ?? asked.range;
  const filters = withRange(asked, range);
  const now = pageNow();
  const [hours, until, calendar] = await Promise.all([
    queueHours(db()),
    completeUntil(db(), now),
    calendarByKey(db(), WORKSPACE_HOURS),
  ]);
  const found = hoursOf(await intervalsOfAll(db(), filters, { now, until, hours }), zone);
  const cells = found.filter(({ serviceLevel }) => serviceLevel.n > 0).map((hour) => cellOf(hour, asked));
  const shown = hoursShown(cells);
  const open = calendar ? openWeekHours(calendar, range, zone) : new Set<number>();
  const days = Array.from({ length: 7 }, (_, i) => dateAfter(range.firstDate, i));
  return (
    <section className="section" aria-label="The week by hour">
      <h2>The seven days up to it</h2>
      <p className="deck">Percent answered within 5 open minutes, by hour of the handoff, {dates(range)}</p>
      {cells.length === 0 ? (
        <p className="deck mt-4">Nobody was handed over in open hours in these days.</p>
      ) : (
        <HourHeatmap
          label="Percent answered within 5 open minutes by day and hour"
          hours={shown}
          rows={days.map((date) => {
            const weekday = weekdayOf(date);
            return {
              weekday,
              name: WEEKDAYS[weekday - 1] ?? "",
              stretches: stretchesOf(weekday, shown, { cells, open }),
            };
          })}
        >
          Shaded below 90, 80, 65 and 50 %. Hatched: fewer than {FEW}.
        </HourHeatmap>
      )}
    </section>
  );
}

const cellOf = (hour: QueueHour, filters: Filters): HeatCell => {
  const { part, n } = hour.serviceLevel;
  const day = rangeOfDates(hour.date, hour.date, filters.zone) ?? filters.range;
  const share = n === 0 ? null : part / n;
  const parts = [
    `${WEEKDAYS[hour.weekday - 1]} ${hour.hour}:00`,
    `${percent(share)} of ${count(n)} within five minutes`,
    `${count(hour.left)} left`,
    `${count(hour.people)} answering`,
    hour.isProvisional ? "not final" : null,
  ];
  return {
    weekday: hour.weekday,
    hour: hour.hour,
    shown: share === null || n < FEW ? null : String(Math.round(share * 100)),
    strength: share === null ? 0 : STEPS.filter((step) => share < step).length,
    text: parts.filter((part) => part !== null).join(", "),
    href: hrefOf("/handoffs", withRange(filters, day), { hour: String(hour.hour) }),
    isWorst: false,
  };
};

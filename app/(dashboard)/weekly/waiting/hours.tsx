import { type HeatCell, HourHeatmap } from "#app/_components/hour-heatmap.tsx";
import { Switch } from "#app/_components/switch.tsx";
import { db } from "#app/_db.ts";
import { hrefOf, type SearchParams } from "#app/_filters.ts";
import { targetsWith } from "#app/_targets.ts";
import { calendarByKey } from "#db/hours.ts";
import { type HourCell, measure, waitsByHour } from "#db/metrics/measure.ts";
import { handoffWaits } from "#db/metrics/waits.ts";
import { overWeeks } from "#db/metrics/weekly.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { count, dates, measurementText, percent, WEEKDAYS } from "#lib/format.ts";
import { hoursShown, type Reading, stretchesOf, worstHour } from "#lib/metrics/hour-map.ts";
import { isTooFew, type Measurement } from "#lib/metrics/measure.ts";
import { risksOn } from "#lib/metrics/wait-curve.ts";
import { medianWait } from "#lib/metrics/waits.ts";
import { WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { openWeekHours } from "#lib/time/open-hours.ts";
import { type Cells, cellsOf, switchHref } from "./view.ts";

type Props = { filters: Filters; params: SearchParams };

const WEEKS = 4;

/** Where in the week the waits are long, over four weeks so that a cell holds enough. */
export async function Hours({ filters: asked, params }: Props) {
  const cells = cellsOf(params);
  const range = overWeeks(asked, WEEKS);
  const filters = withRange(asked, range);
  const [calendar, found, all, target] = await Promise.all([
    calendarByKey(db(), WORKSPACE_HOURS),
    waitsByHour(db(), filters),
    ofAllHours(cells, filters),
    targetsWith(filters),
  ]);
  const readings = found.map((cell) => readingOf(cell, cells));
  const worst = worstHour(readings, all, KINDS[cells].better);
  const tint = tintOf(cells, target("answeredInTarget"));
  const drawn = readings.map((one) => heatCell(one, { cells, filters, tint, isWorst: one === worst }));
  const hours = hoursShown(drawn);
  const open = calendar ? openWeekHours(calendar, range, filters.zone) : new Set<number>();
  const choice = (name: string, kind: Cells, turned: string | null) => ({
    name,
    href: switchHref(asked, params, { cells: turned }),
    isOn: cells === kind,
  });
  return (
    <section className="section" aria-label="Waits by hour of the week">
      <div className="flex flex-wrap items-baseline justify-between gap-x-5">
        <h2>{worst ? `${KINDS[cells].title}: ${hourName(worst)}` : "Waits by hour of the week"}</h2>
        <Switch
          label="What a cell says"
          choices={[choice("Median wait", "median", null), choice("Within 5 min", "within", "within")]}
        />
      </div>
      <p className="deck">
        {KINDS[cells].deck} by hour of the handoff, {dates(range)}
      </p>
      {drawn.length === 0 ? (
        <p className="deck mt-4">Nobody was handed over in open hours in these weeks.</p>
      ) : (
        <HourHeatmap
          label={`${KINDS[cells].deck} by weekday and hour`}
          hours={hours}
          rows={WEEKDAYS.map((name, i) => ({
            weekday: i + 1,
            name,
            stretches: stretchesOf(i + 1, hours, { cells: drawn, open }),
          }))}
        >
          {worst && `Framed: ${textOf(worst, cells)}; worse than all hours together by its whole interval. `}
          {drawn.some(({ shown }) => shown === null) && "Hatched: fewer than 10 handoffs. "}
          {tint.said} Handoffs while closed are left out. Times in {filters.zone}.
        </HourHeatmap>
      )}
    </section>
  );
}

const KINDS = {
  median: {
    metric: "timeToFirstHuman",
    better: "lower",
    title: "The longest waits",
    deck: "Median open minutes to the first human reply",
  },
  within: {
    metric: "answeredInTarget",
    better: "higher",
    title: "Fewest in time",
    deck: "Percent answered within 5 open minutes",
  },
} as const;

const ofAllHours = async (cells: Cells, filters: Filters): Promise<Measurement> =>
  cells === "within"
    ? measure(db(), "answeredInTarget", filters)
    : medianWait(risksOn((await handoffWaits(db(), filters)).inHours, "open"));

const readingOf = ({ weekday, hour, measurement, inTarget }: HourCell, cells: Cells): Reading => ({
  weekday,
  hour,
  measurement: cells === "within" ? inTarget : measurement,
});

type Tint = { said: string; of: (value: number) => number };

const step = (n: number): number => Math.max(0, Math.min(4, Math.floor(n)));

/** From four minutes up in steps of two, or from the target down in steps of ten points: short of that a cell stays white. */
const tintOf = (cells: Cells, target: number | null): Tint =>
  cells === "median"
    ? { said: "Shaded from 4 min up.", of: (seconds) => step((seconds / 60 - 2) / 2) }
    : {
        said: `Shaded below ${percent(target ?? 1)}.`,
        of: (share) => ((target ?? 1) > share ? step(((target ?? 1) - share) * 10 + 1) : 0),
      };

const hourName = ({ weekday, hour }: Reading): string => `${WEEKDAYS[weekday - 1]} ${hour}:00`;

const textOf = (reading: Reading, cells: Cells): string => {
  const { measurement } = reading;
  const isUnreached = measurement.value === null && !isTooFew(measurement);
  const text = isUnreached
    ? `not reached · n\u202f${count(measurement.n)}`
    : measurementText(KINDS[cells].metric, measurement);
  return `${hourName(reading)} ${text}`;
};

type Drawing = { cells: Cells; filters: Filters; tint: Tint; isWorst: boolean };

const heatCell = (reading: Reading, { cells, filters, tint, isWorst }: Drawing): HeatCell => {
  const { weekday, hour, measurement } = reading;
  const { value } = measurement;
  return {
    weekday,
    hour,
    isWorst,
    shown: isTooFew(measurement) ? null : shownOf(value, cells),
    strength: isTooFew(measurement) ? 0 : value === null ? 4 : tint.of(value),
    text: textOf(reading, cells),
    href: hrefOf("/handoffs", filters, { metric: "answeredInTarget", weekday: String(weekday), hour: String(hour) }),
  };
};

const shownOf = (value: number | null, cells: Cells): string => {
  if (value === null) return "∞";
  return String(Math.round(cells === "within" ? value * 100 : value / 60));
};

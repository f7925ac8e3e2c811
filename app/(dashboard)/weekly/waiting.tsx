import Link from "next/link";
import { WaitChart } from "#app/_components/charts/wait-chart.tsx";
import { type HeatCell, HourHeatmap } from "#app/_components/hour-heatmap.tsx";
import { db } from "#app/_db.ts";
import { targetsWith } from "#app/_targets.ts";
import { calendarByKey } from "#db/hours.ts";
import { hoursOf, waitingOf } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { count, dates, duration, durationUnit, measurementText, metricText, WEEKDAYS } from "#lib/format.ts";
import { isTooFew, type Measurement, standing } from "#lib/metrics/measure.ts";
import { incidence, waitQuantile } from "#lib/metrics/waits.ts";
import { closedWeekdays, WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { listHref } from "./week.ts";

const MINUTES = Array.from({ length: 61 }, (_, i) => i / 2);
const QUANTILES = [0.5, 0.75, 0.9, 0.95];

/** The curve of waiting: what had become of the handoffs after each minute. */
export async function Waiting({ filters }: { filters: Filters }) {
  const { risks, inTarget, all, left, open } = await waitingOf(db(), filters);
  const curve = incidence(
    risks,
    MINUTES.map((minutes) => minutes * 60),
  );
  const percentiles = QUANTILES.map((p) => ({ p, found: waitQuantile(risks, p).value }));
  const target = (await targetsWith(filters))("answeredInTarget");
  const reached = `${metricText("answeredInTarget", inTarget.value)} answered in 5 min, n ${count(inTarget.n)}`;
  return (
    <section className="section">
      <h2>Time to the first human reply</h2>
      <p className="deck">
        What became of those handed over in open hours, by open minutes since the handoff; nobody who left is dropped
      </p>
      {curve.length === 0 ? (
        <p className="deck mt-4">Nobody was handed over with these filters.</p>
      ) : (
        <WaitChart
          summary={`${reached}. ${percentiles.map(({ p, found }) => `p${p * 100} ${duration(found)}`).join(", ")}`}
          points={curve.map(({ seconds, ...shares }) => ({ minutes: seconds / 60, ...shares }))}
          targetMinutes={5}
          target={target === null ? null : { share: target, isMissed: isMissed(inTarget, target) }}
          reached={reached}
          percentiles={percentiles.flatMap(({ p, found }) =>
            found === null ? [] : [{ name: `p${p * 100}`, minutes: found / 60, text: duration(found) }],
          )}
        />
      )}
      <p className="note">
        Percentiles by Kaplan–Meier:{" "}
        {percentiles
          .map(
            ({ p, found }) =>
              `p${p * 100} ${found === null ? "not reached" : `${duration(found)} ${durationUnit(found)}`}`,
          )
          .join(" · ")}
        . With those handed over while closed, who wait from opening: p50 {measurementText("timeToFirstHuman", all)}.
        Left before an answer{" "}
        <Link className="link" href={listHref("leftBeforeAnswer", filters, filters.range, "part")}>
          {measurementText("leftBeforeAnswer", left)}
        </Link>
        . Still waiting{" "}
        <Link className="link" href={listHref("stillWaiting", filters, filters.range, "part")}>
          {count(open.part)}
        </Link>
        .
      </p>
    </section>
  );
}

const isMissed = (reached: Measurement, target: number): boolean =>
  !isTooFew(reached) && standing(reached, { target, better: "higher" }) === "missed";

/** Where in the week the waits are long, over four weeks so that a cell holds enough. */
export async function Hours({ filters }: { filters: Filters }) {
  const hours = await calendarByKey(db(), WORKSPACE_HOURS);
  const { range, cells: found } = await hoursOf(db(), filters);
  const cells = found.map(
    ({ weekday, hour, measurement }): HeatCell => ({
      weekday,
      hour,
      n: measurement.n,
      seconds: isTooFew(measurement) ? null : measurement.value,
    }),
  );
  // Another queue may be open on a day on which the workspace is not.
  const closed = hours ? closedWeekdays(hours.versions, range.firstDate, range.lastDate) : [];
  const worst = cells.reduce<HeatCell | null>(
    (most, cell) => ((cell.seconds ?? 0) > (most?.seconds ?? 0) ? cell : most),
    null,
  );
  const title =
    worst?.seconds != null
      ? `The longest waits: ${WEEKDAYS[worst.weekday - 1]} ${worst.hour}:00`
      : "Waits by hour of the week";
  return (
    <section className="section">
      <h2>{title}</h2>
      <p className="deck">Median open minutes to the first human reply by hour of the handoff, {dates(range)}</p>
      <HourHeatmap
        cells={cells}
        worst={worst}
        closedDays={closed.filter((day) => !cells.some(({ weekday }) => weekday === day))}
      />
      <p className="note">
        {worst?.seconds != null && `Framed: ${duration(worst.seconds)} ${durationUnit(worst.seconds)}, n ${worst.n}. `}
        Hatched: fewer than 10 handoffs. Handoffs while closed are left out. Times in {filters.zone}.
      </p>
    </section>
  );
}

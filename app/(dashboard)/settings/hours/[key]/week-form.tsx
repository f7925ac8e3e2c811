import { ActionForm } from "#app/_components/action-form.tsx";
import type { NamedCalendar } from "#db/hours.ts";
import { WEEKDAYS } from "#lib/format.ts";
import { hoursOfWeekday, versionAt } from "#lib/time/calendar.ts";
import { hoursText } from "#lib/time/hours-text.ts";
import { saveWeek } from "../actions.ts";

type Props = {
  calendar: NamedCalendar;
  today: string /** Date of the version to look at; "" = today's. */;
  shown: string;
};

/** The hours of a week, a line a day as one would write them, and from when on they hold. */
export function WeekForm({ calendar, today, shown }: Props) {
  const begins = calendar.versions.find(({ from }) => from !== null && from === shown)?.from ?? today;
  const { zone, windows } = versionAt(calendar.versions, begins);
  return (
    <section className="section">
      <h2>The week</h2>
      <p className="deck">
        Several stretches with a comma between; nothing is closed. A night goes on “next day”. A place elsewhere names
        its zone: 08:00–16:00 Europe/London.
      </p>
      <ActionForm
        // Other hours to look at are another form.
        key={begins}
        action={saveWeek}
        submit="Save the week"
        keeps
        className="mt-3 space-y-3"
      >
        <input type="hidden" name="key" value={calendar.key} />
        <input type="hidden" name="revision" value={calendar.revision} />
        <div className="grid grid-cols-[48px_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5">
          {WEEKDAYS.map((day, i) => (
            <label key={day} className="contents">
              <span>{day}</span>
              <input
                name={`day${i + 1}`}
                defaultValue={hoursText(hoursOfWeekday(windows, i + 1))}
                placeholder="closed"
                autoComplete="off"
                className="field tabular-nums"
              />
            </label>
          ))}
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          <label>
            <span className="label">Time zone</span>
            <input name="zone" defaultValue={zone} required autoComplete="off" className="field" />
          </label>
          <label>
            <span className="label">Holds from</span>
            <input name="from" type="date" defaultValue={begins} required className="field" />
          </label>
        </div>
      </ActionForm>
      <p className="note mt-2">
        What was counted before that date stays as it was. A date in the past changes numbers of the past; how many is
        said before it is done. Stretches that overlap count once.
      </p>
    </section>
  );
}

import { ActionForm } from "#app/_components/action-form.tsx";
import type { NamedCalendar } from "#db/hours.ts";
import { count, localDate } from "#lib/format.ts";
import { type Exception, exceptionsOf } from "#lib/time/calendar.ts";
import { hoursText } from "#lib/time/hours-text.ts";
import { removeDay, saveDay } from "../actions.ts";

/** Dates with other hours than their weekday's, those that come first; one can be added and taken away. */
export function Holidays({ calendar, today }: { calendar: NamedCalendar; today: string }) {
  const all = exceptionsOf(calendar.versions);
  const [coming, over] = [true, false].map((isComing) => all.filter(({ date }) => date >= today === isComing));
  return (
    <section className="section">
      <h2>Holidays and half days</h2>
      <p className="deck">On these dates other hours hold, or none. A night goes with the date on which it starts.</p>
      {coming?.length === 0 && <p className="mt-3 text-ink-2">None is planned.</p>}
      <Days days={coming ?? []} calendarKey={calendar.key} />
      {over && over.length > 0 && (
        <details className="mt-3">
          <summary className="link min-h-6 cursor-pointer">Over: {count(over.length)}</summary>
          <Days days={over.toReversed()} calendarKey={calendar.key} />
        </details>
      )}
      <ActionForm action={saveDay} submit="Add the day" look="quiet" keeps className="mt-4 space-y-3">
        <input type="hidden" name="key" value={calendar.key} />
        <div className="grid gap-3 sm:grid-cols-2">
          <label>
            <span className="label">Date</span>
            <input name="date" type="date" required className="field" />
          </label>
          <label>
            <span className="label">Name</span>
            <input name="name" maxLength={80} autoComplete="off" className="field" placeholder="Works outing" />
          </label>
          <label className="sm:col-span-2">
            <span className="label">Hours on that day, such as 09:00–13:00; nothing is closed</span>
            <input name="hours" autoComplete="off" className="field" placeholder="closed" />
          </label>
        </div>
      </ActionForm>
    </section>
  );
}

function Days({ days, calendarKey }: { days: Exception[]; calendarKey: string }) {
  return (
    <ul className="mt-1">
      {days.map(({ date, name, hours }) => (
        <li key={date} className="flex items-baseline gap-x-4 border-b border-hair py-1.5">
          <span className="flex min-w-0 flex-1 flex-wrap gap-x-4">
            <span className="w-32 tabular-nums">{localDate(date)}</span>
            <b className="font-semibold">{name}</b>
          </span>
          <span className="text-ink-2 tabular-nums">{hoursText(hours) || "closed"}</span>
          <ActionForm action={removeDay} submit="Remove" name={`Remove ${name}, ${localDate(date)}`} look="link">
            <input type="hidden" name="key" value={calendarKey} />
            <input type="hidden" name="date" value={date} />
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}

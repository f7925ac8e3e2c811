import { ActionForm } from "#app/_components/action-form.tsx";
import type { NamedCalendar } from "#db/hours.ts";
import { localDate } from "#lib/format.ts";
import { exceptionsOf, hoursOn, versionAt } from "#lib/time/calendar.ts";
import { saveDay } from "../actions.ts";
import { type Place, placesOf, type Suggested, suggestedDays } from "./suggested.ts";

type Props = { calendar: NamedCalendar; today: string; place: Place };

/** Public holidays of a country, state and region, each taken over with one click. */
export function Suggestions({ calendar, today, place: asked }: Props) {
  const { place, countries, states, regions } = placesOf(asked);
  const days = place.country ? suggestedDays(place, today) : [];
  return (
    <section className="section" id="suggestions">
      <h2>Public holidays</h2>
      <p className="deck">Suggestions for the next 14 months; what you add is closed. Your own list is the truth.</p>
      <form action={`/settings/hours/${calendar.key}#suggestions`} className="mt-3 flex flex-wrap items-end gap-3">
        <Choice name="country" title="Country" choices={countries} chosen={place.country} />
        {states.length > 0 && <Choice name="state" title="State" choices={states} chosen={place.state} />}
        {regions.length > 0 && <Choice name="region" title="Region" choices={regions} chosen={place.region} />}
        <button type="submit" className="button quiet">
          Show
        </button>
      </form>
      {place.country && days.length === 0 && <p className="mt-3 text-ink-2">None is known there.</p>}
      <ul className="mt-1">
        {days.map((day) => (
          <Day key={day.date} day={day} calendar={calendar} />
        ))}
      </ul>
      <p className="note mt-3">
        Dates from{" "}
        <a className="link" href="https://github.com/commenthol/date-holidays" rel="noreferrer" target="_blank">
          date-holidays
        </a>{" "}
        © commenthol and contributors (ISC), data after{" "}
        <a
          className="link"
          href="https://github.com/commenthol/date-holidays/blob/master/LICENSE"
          rel="noreferrer"
          target="_blank"
        >
          Wikipedia
        </a>{" "}
        (
        <a className="link" href="https://creativecommons.org/licenses/by-sa/3.0/" rel="noreferrer" target="_blank">
          CC BY-SA 3.0
        </a>
        ). Those that depend on the moon can move by a day.
      </p>
    </section>
  );
}

type ChoiceProps = { name: string; title: string; choices: { code: string; name: string }[]; chosen: string };

function Choice({ name, title, choices, chosen }: ChoiceProps) {
  return (
    <label className="min-w-40 flex-1 sm:max-w-56">
      <span className="label">{title}</span>
      <select name={name} defaultValue={chosen} className="field">
        <option value="">{name === "country" ? "Choose" : "All of it"}</option>
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ day: { date, name }, calendar: { key, versions } }: { day: Suggested; calendar: NamedCalendar }) {
  const isTaken = exceptionsOf(versions).some((one) => one.date === date);
  const isClosed = !isTaken && hoursOn(versionAt(versions, date), date).length === 0;
  return (
    <li className="flex items-baseline gap-x-4 border-b border-hair py-1.5">
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-4">
        <span className="w-32 tabular-nums">{localDate(date)}</span>
        <span>{name}</span>
      </span>
      {isClosed && <span className="text-ink-3">closed anyway</span>}
      {isTaken ? (
        <span className="min-h-6 text-ink-2">✓ in your list</span>
      ) : (
        <ActionForm action={saveDay} submit="Add" name={`Add ${name}, ${localDate(date)}`} look="link">
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="date" value={date} />
          <input type="hidden" name="name" value={name} />
        </ActionForm>
      )}
    </li>
  );
}

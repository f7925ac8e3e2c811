import Holidays, { type HolidaysTypes } from "date-holidays";
import { Temporal } from "temporal-polyfill";

export type Place = { country: string; state: string; region: string };
export type Suggested = { date: string; name: string };
type Named = { code: string; name: string };

const MONTHS_AHEAD = 14;

/** A country as far as it is known, with the choices that are left; parts that are not known are "". */
export const placesOf = ({
  country,
  state,
  region,
}: Place): { place: Place; countries: Named[]; states: Named[]; regions: Named[] } => {
  const all = new Holidays();
  const known = (choices: Record<string, string> | undefined, code: string) =>
    choices && Object.hasOwn(choices, code) ? code : "";
  const listed = (choices: Record<string, string> | undefined): Named[] =>
    Object.entries(choices ?? {})
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const countries = all.getCountries("en");
  const place = { country: known(countries, country), state: "", region: "" };
  const states = place.country ? all.getStates(place.country, "en") : undefined;
  place.state = known(states, state);
  const regions = place.state ? all.getRegions(place.country, place.state, "en") : undefined;
  place.region = known(regions, region);
  return { place, countries: listed(countries), states: listed(states), regions: listed(regions) };
};

/** Public holidays of a place in the coming months, in order, one a date. */
export const suggestedDays = ({ country, state, region }: Place, today: string): Suggested[] => {
  const days = new Holidays(country, state, region, { types: ["public"] });
  const first = Temporal.PlainDate.from(today);
  const last = first.add({ months: MONTHS_AHEAD }).toString();
  const found = [first.year - 1, first.year, first.year + 1, first.year + 2]
    .flatMap((year) => days.getHolidays(year, "en"))
    .flatMap((holiday) => datesOf(holiday).map((date) => ({ date, name: holiday.name })))
    .filter(({ date }) => date >= today && date <= last);
  return [...new Map(found.map((one) => [one.date, one])).values()].sort((a, b) => (a.date < b.date ? -1 : 1));
};

/** The dates of which a holiday takes more than half: one that begins at sunset is the next day's, half a day is none.
 * Its beginning reads "2026-03-20 00:00:00 -0600", the last part being hours to go back. */
export const datesOf = ({ date, start, end }: Pick<HolidaysTypes.Holiday, "date" | "start" | "end">): string[] => {
  const [day = "", clock = "00:00:00", back = "-0000"] = date.split(" ");
  const begins = Temporal.PlainDateTime.from(`${day}T${clock}`).subtract({ hours: Number(back.slice(1, 3)) });
  const hours = (end.getTime() - start.getTime()) / 3_600_000;
  const offset = begins.hour + begins.minute / 60;
  const first = Math.ceil((offset - 11.99) / 24);
  const until = Math.ceil((offset + hours - 12) / 24);
  return Array.from({ length: Math.max(0, until - first) }, (_, i) =>
    begins
      .toPlainDate()
      .add({ days: first + i })
      .toString(),
  );
};

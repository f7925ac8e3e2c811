import { pageNow } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { calendarByKey, type NamedCalendar, recountSize, saveCalendar } from "#db/hours.ts";
import { AppError } from "#lib/errors.ts";
import { count, localDate } from "#lib/format.ts";
import { type Calendar, dateIn } from "#lib/time/calendar.ts";
import { ALWAYS, changedFrom, feltFrom } from "#lib/time/change-calendar.ts";

export const textOf = (data: FormData, name: string): string => String(data.get(name) ?? "").trim();

/** The calendar that a form is about. */
export const theCalendar = async (data: FormData): Promise<NamedCalendar> => {
  const calendar = await calendarByKey(db(), textOf(data, "key"));
  if (!calendar) throw new AppError("not_found", "These hours are not there any more.");
  return calendar;
};

export const handoffs = (n: number): string => (n === 1 ? "1 handoff is" : `${count(n)} handoffs are`);

/** Stores other hours. What changes numbers of the past is said and counted first, and done when it was confirmed. */
export const changeHours = async (
  calendar: NamedCalendar,
  versions: Calendar["versions"],
  confirmed: string,
): Promise<Outcome> => {
  const now = pageNow();
  const date = changedFrom(calendar.versions, versions);
  if (date === null) {
    await saveCalendar(db(), { ...calendar, versions, since: undefined, now });
    return { done: "Saved. The times at which it is open are the same." };
  }
  const since = feltFrom(date, calendar.versions, versions);
  const n = since === null || since <= now ? await recountSize(db(), { key: calendar.key, since }) : 0;
  const isPast = date === ALWAYS || date < dateIn(calendar.versions, now);
  if (isPast && n > 0 && confirmed !== date) {
    const from = date === ALWAYS ? "all dates" : `${localDate(date)} and later`;
    const sentence = `This changes hours of ${from}, and with them numbers of the past: ${handoffs(n)} counted again.`;
    return { ask: { sentence, value: date, submit: "Change the past" } };
  }
  await saveCalendar(db(), { ...calendar, versions, since, now });
  return { done: n > 0 ? `Saved. ${handoffs(n)} counted again.` : "Saved." };
};

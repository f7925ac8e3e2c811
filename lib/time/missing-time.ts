import { Temporal } from "temporal-polyfill";
import { localDate } from "#lib/format.ts";
import type { Hours } from "./calendar.ts";

const DAY_MINUTES = 1440;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A time of hours of a local date that the clock jumps over there, said in a sentence; null = there is none such. Where it
 * jumps from 02:00 to 03:00, hours may end at 02:00 and begin at 03:00. */
export const missingTime = (date: string, zone: string, all: readonly Hours[]): string | null => {
  for (const { opens, closes, zone: own = zone } of all) {
    const [begin, end] = [gapAt(date, own, minutesOf(opens)), gapAt(date, own, minutesOf(closes))];
    const gap = begin ?? (end && end.from !== end.asked ? end : null);
    if (gap) {
      const { asked, from, to, on } = gap;
      return `On ${localDate(on)} there is no ${asked}: the clock goes from ${from} to ${to} at once.`;
    }
  }
  return null;
};

type Gap = { on: string; asked: string; from: string; to: string };

/** The gap that a time of day falls into, in minutes since the date began by the clock. */
const gapAt = (date: string, zone: string, minutes: number): Gap | null => {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minutes / DAY_MINUTES) });
  const asked = day.toPlainDateTime().add({ minutes: minutes % DAY_MINUTES });
  const found = asked.toZonedDateTime(zone, { disambiguation: "later" });
  if (found.toPlainDateTime().equals(asked)) return null;
  const jump = found.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  if (!jump) return null;
  const clock = (at: Temporal.PlainDateTime) => at.toString().slice(11, 16);
  const before = jump.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 });
  return {
    ...{ on: day.toString(), asked: clock(asked) },
    ...{ from: clock(before), to: clock(jump.toPlainDateTime()) },
  };
};

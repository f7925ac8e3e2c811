import { WEEKDAYS } from "#lib/format.ts";
import { type Hours, hoursOfWeekday, type WeeklyHours } from "./calendar.ts";
import { isZone } from "./zone.ts";

const MOST = 12;
const LATEST = 48 * 60;
const TIME = "(\\d{1,2})(?:[:.](\\d{2}))?";
const WINDOW = new RegExp(
  `^${TIME} ?(?:[-–—]|to) ?${TIME}(?: ?(next day|\\+1))?(?: ([a-z][\\w+-]*(?:/[\\w+-]+)*))?$`,
  "i",
);

const two = (n: number) => String(n).padStart(2, "0");
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

type Read = { hours: Hours } | { problem: string };

/** Hours as people write them: "9–12:30, 13:30–17:00", "22:00–06:00 next day", "08:00–16:00 Europe/London"; nothing, or
 * "closed", is closed. What overlaps is no mistake, it counts once. */
export const parseHours = (text: string): { hours: Hours[] } | { problem: string } => {
  const written = text.split(/[,;\n]/).map((part) => part.trim().replaceAll(/\s+/g, " "));
  const parts = written.filter((part) => part !== "" && part.toLowerCase() !== "closed");
  if (parts.length > MOST) return { problem: `A day has at most ${MOST} stretches of hours.` };
  const hours: Hours[] = [];
  for (const part of parts) {
    const read = readWindow(part);
    if ("problem" in read) return read;
    hours.push(read.hours);
  }
  return { hours: hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1)) };
};

const readWindow = (part: string): Read => {
  const shown = part.length > 40 ? `${part.slice(0, 40)}…` : part;
  const match = WINDOW.exec(part);
  if (!match) return { problem: `“${shown}” are no hours like 09:00–17:00.` };
  const [, opensHour, opensMinute = "0", closesHour, closesMinute = "0", nextDay, zone] = match;
  const opens = Number(opensHour) * 60 + Number(opensMinute);
  const closes = Number(closesHour) * 60 + Number(closesMinute) + (nextDay ? 1440 : 0);
  const isTime = opens < 1440 && Number(opensMinute) < 60 && Number(closesMinute) < 60 && closes <= LATEST;
  if (!isTime) return { problem: `“${shown}”: there is no such time of day.` };
  if (closes <= opens) {
    const night = closes < opens ? ` For a night write ${clock(opens)}–${clock(closes)} next day.` : "";
    return { problem: `“${shown}” closes ${closes === opens ? "when" : "before"} it opens.${night}` };
  }
  if (zone && !isZone(zone)) return { problem: `“${zone}” is no time zone, such as Europe/Berlin.` };
  return { hours: { opens: clock(opens), closes: clock(closes), ...(zone ? { zone } : {}) } };
};

const closing = (closes: string): string => {
  const hour = Number(closes.slice(0, 2));
  return closes > "24:00" ? `${two(hour - 24)}${closes.slice(2)} next day` : closes;
};

/** The same the other way round; no hours are "". */
export const hoursText = (hours: Hours[]): string =>
  hours.map(({ opens, closes, zone }) => `${opens}–${closing(closes)}${zone ? ` ${zone}` : ""}`).join(", ");

/** "Mon–Thu 09:00–17:00 · Fri 09:00–15:00": days with the same hours together, closed ones left out. */
export const weekText = (windows: WeeklyHours[]): string => {
  const days = WEEKDAYS.map((name, i) => ({ name, text: hoursText(hoursOfWeekday(windows, i + 1)) }));
  const runs: { first: string; last: string; text: string }[] = [];
  for (const [i, { name, text }] of days.entries()) {
    const run = runs.at(-1);
    if (run && i > 0 && run.text === text) run.last = name;
    else runs.push({ first: name, last: name, text });
  }
  const open = runs.filter(({ text }) => text !== "");
  const named = open.map(({ first, last, text }) => `${first === last ? first : `${first}–${last}`} ${text}`);
  return named.join(" · ") || "never open";
};

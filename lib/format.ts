import { Temporal } from "temporal-polyfill";
import { type MetricKey, metricOf } from "./metrics/catalogue.ts";
import { isTooFew, type Measurement } from "./metrics/measure.ts";
import type { Range } from "./time/range.ts";

/** Everything that turns a number or an instant into text for eyes. "–" = not available. */
export const MISSING = "–";
const NARROW = "\u202f";
const MINUS = "−";

const counts = new Intl.NumberFormat("en-GB");

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 1,409 */
export const count = (n: number): string => counts.format(n);

/** 68 % or 24.0 %, from a share of 0–1. */
export const percent = (share: number | null, digits = 0): string =>
  share === null ? MISSING : `${(share * 100).toFixed(digits)}${NARROW}%`;

/** 63–72, from shares; the unit stands beside it. */
export const percentInterval = (low: number, high: number, digits = 0): string =>
  `${(low * 100).toFixed(digits)}–${(high * 100).toFixed(digits)}`;

/** +0.9 or −2.9: a difference of shares in points. */
export const points = (difference: number, digits = 1): string => {
  const text = Math.abs(difference * 100).toFixed(digits);
  if (Number(text) === 0) return `±${text}`;
  return `${difference < 0 ? MINUS : "+"}${text}`;
};

const two = (n: number) => String(n).padStart(2, "0");

/** 4.15: a score or a mean of scores. */
export const score = (value: number): string => value.toFixed(2);

/** "p 0.03", or "p < 0.001" for what is smaller. */
export const pText = (p: number): string => (p < 0.001 ? "p < 0.001" : `p ${p.toFixed(p < 0.01 ? 3 : 2)}`);

/** 18:42 under an hour, 1 h 05 under two days, else 3 d 4 h. */
export const duration = (seconds: number | null): string => {
  if (seconds === null) return MISSING;
  const whole = Math.floor(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
  const hours = Math.floor(whole / 3600);
  if (hours < 48) return `${hours} h ${two(Math.floor((whole % 3600) / 60))}`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
};

/** The unit that a duration's text needs beside it: "min" for m:ss, nothing when it names its own. */
export const durationUnit = (seconds: number | null): string => (seconds !== null && seconds < 3600 ? "min" : "");

const digitsOf = (key: MetricKey) => (key.endsWith("Csat") || key === "answeredInTarget" ? 0 : 1);

/** A metric's value without its unit's sign, in the number of digits it is shown with. */
export const metricValue = (key: MetricKey, value: number | null): string => {
  if (metricOf(key).unit === "seconds") return duration(value);
  return value === null ? MISSING : (value * 100).toFixed(digitsOf(key));
};

/** Value with its unit, such as "68 %" or "4:10 min". */
export const metricText = (key: MetricKey, value: number | null): string => {
  if (value === null) return MISSING;
  if (metricOf(key).unit === "seconds") return `${duration(value)} ${durationUnit(value)}`.trim();
  return percent(value, digitsOf(key));
};

/** A target as it is typed: "75" percent, "5:00" minutes and seconds; "" = none. */
export const targetField = (key: MetricKey, target: number | null): string => {
  if (target === null) return "";
  if (metricOf(key).unit === "share") return String(Number((target * 100).toFixed(4)));
  return `${Math.floor(target / 60)}:${two(Math.round(target % 60))}`;
};

/** A target with its unit, not rounded as values are: "75 %", "99.5 %", "5:00 min". */
export const targetText = (key: MetricKey, target: number): string =>
  metricOf(key).unit === "share" ? `${targetField(key, target)}${NARROW}%` : metricText(key, target);

/** "63–72", or null where there is no interval; for where 95 % is said once. */
export const withinText = (key: MetricKey, measurement: Measurement): string | null =>
  intervalText(key, measurement)?.replace(`95${NARROW}% `, "") ?? null;

/** "95 % 63–72", or null where there is no interval. An end that was not reached reads "∞". */
export const intervalText = (key: MetricKey, { low, high }: Measurement): string | null => {
  if (low === null) return null;
  if (metricOf(key).unit === "seconds") return `95${NARROW}% ${duration(low)}–${high === null ? "∞" : duration(high)}`;
  return high === null ? null : `95${NARROW}% ${percentInterval(low, high, digitsOf(key))}`;
};

/** Value, n and interval in one line; what is missing in words. */
export const measurementText = (key: MetricKey, measurement: Measurement): string => {
  if (measurement.n === 0) return "none";
  if (isTooFew(measurement)) return `too few · n${NARROW}${count(measurement.n)}`;
  const parts = [
    metricText(key, measurement.value),
    `n${NARROW}${count(measurement.n)}`,
    intervalText(key, measurement),
  ];
  return parts.filter((part) => part !== null).join(" · ");
};

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthOf = (month: number) => MONTHS[month - 1] ?? "";

const local = (at: Date, zone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** 16 Nov 2026 */
export const date = (at: Date, zone: string): string => {
  const { day, month, year } = local(at, zone);
  return `${day} ${monthOf(month)} ${year}`;
};

/** Fri 25 Dec 2026, of a local date such as "2026-12-25". */
export const localDate = (text: string): string => {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(text);
  return `${WEEKDAYS[dayOfWeek - 1]} ${day} ${monthOf(month)} ${year}`;
};

/** 16 Nov */
export const dayMonth = (at: Date, zone: string): string => {
  const { day, month } = local(at, zone);
  return `${day} ${monthOf(month)}`;
};

/** 10:04, 24 hours, in the zone. */
export const time = (at: Date, zone: string): string => {
  const { hour, minute } = local(at, zone);
  return `${two(hour)}:${two(minute)}`;
};

/** 2026-11-16T10:04:00+01:00, for files: the zone's clock, and how far it is from UTC. */
export const localInstant = (at: Date, zone: string): string =>
  local(at, zone).toString({ timeZoneName: "never", smallestUnit: "second" });

/** 10:04:12, for what is read second by second. */
export const clock = (at: Date, zone: string): string => {
  const { hour, minute, second } = local(at, zone);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
};

/** "3:42 min" or "1 h 05". */
export const lengthText = (seconds: number): string => `${duration(seconds)} ${durationUnit(seconds)}`.trim();

/** For what changes while one looks: "under a minute", "34 min", "3 h", "2 d". */
export const roughLength = (seconds: number): string => {
  if (seconds < 60) return "under a minute";
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 48 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
};

/** "the clock goes back: a day of 25 hours", of a date of so many. */
export const clockChangeText = (hours: number): string =>
  `the clock goes ${hours > 24 ? "back" : "forward"}: a day of ${hours} hours`;

/** Mon 16 Nov 10:04 */
export const dateTime = (at: Date, zone: string): string => {
  const { dayOfWeek, day, month, hour, minute } = local(at, zone);
  return `${WEEKDAYS[dayOfWeek - 1]} ${day} ${monthOf(month)} ${two(hour)}:${two(minute)}`;
};

export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** 16–22 Nov 2026, 30 Nov – 6 Dec 2026, or one date. */
export const dates = ({ firstDate, lastDate }: Pick<Range, "firstDate" | "lastDate">): string => {
  const [first, last] = [Temporal.PlainDate.from(firstDate), Temporal.PlainDate.from(lastDate)];
  const end = `${last.day} ${monthOf(last.month)} ${last.year}`;
  if (first.equals(last)) return end;
  if (first.year !== last.year) return `${first.day} ${monthOf(first.month)} ${first.year} – ${end}`;
  return first.month === last.month ? `${first.day}–${end}` : `${first.day} ${monthOf(first.month)} – ${end}`;
};

const MONTH_NAMES = "January February March April May June July August September October November December".split(" ");

/** "week 47", "weeks 44–47", "October 2026", "Q3 2026", or the dates of a range that is none of these. Weeks of another
 * year than that of the range they stand beside name their own. */
export const rangeName = (range: Range, beside?: Range): string => {
  const [first, last] = [Temporal.PlainDate.from(range.firstDate), Temporal.PlainDate.from(range.lastDate)];
  const besideYear = beside && Temporal.PlainDate.from(beside.lastDate).yearOfWeek;
  const year = besideYear === undefined || besideYear === last.yearOfWeek ? "" : ` of ${last.yearOfWeek}`;
  if (range.week) return `week ${Number(range.week.slice(6))}${year}`;
  if (first.dayOfWeek === 1 && last.dayOfWeek === 7 && first.yearOfWeek === last.yearOfWeek) {
    return `weeks ${first.weekOfYear}–${last.weekOfYear}${year}`;
  }
  const isWhole = first.day === 1 && last.day === last.daysInMonth && first.year === last.year;
  if (isWhole && first.month === last.month) return `${MONTH_NAMES[first.month - 1]} ${first.year}`;
  if (isWhole && first.month % 3 === 1 && last.month === first.month + 2) return `Q${last.month / 3} ${first.year}`;
  return dates(range);
};

/** web_chat → Web chat, ai_only → AI-only, none → Not given. */
export const label = (value: string): string => {
  const known = Object.hasOwn(LABELS, value) ? LABELS[value] : undefined;
  if (known) return known;
  const words = value.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const LABELS: Record<string, string> = {
  none: "Not given",
  ai: "the AI",
  rule: "a rule",
  customer: "the customer",
  ai_only: "AI-only",
  handoff: "Handoff",
  human_only: "Human-only",
  other: "Nobody replied",
  email: "E-mail",
  sms: "SMS",
  whatsapp: "WhatsApp",
  e_reader: "E-reader",
  e_books: "E-books",
  no_kb_result: "No article found",
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
};

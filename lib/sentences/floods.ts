import { count, dateTime, time } from "#lib/format.ts";
import type { Flood } from "#lib/knowledge/apart.ts";
import { dateAt } from "#lib/time/zone.ts";

const LONGEST = 60;

/** What is counted apart from the topics that rise: "Counted apart, as one event and no topic's rise: 50,000 handoffs of Tue 10
 * Nov 10:00 to 10:59, that say nearly the same, “payments are down, nothing works”." Null = nothing is. */
export const floodSentence = (floods: readonly Flood[], zone: string): string | null => {
  if (floods.length === 0) return null;
  const each = floods.map(
    ({ n, text, from, to }) =>
      `${count(n)} handoffs of ${spanText(from, to, zone)}, that say nearly the same, “${shortened(text)}”`,
  );
  const what = floods.length === 1 ? "as one event and no topic’s rise" : "as one event each and no topic’s rise";
  return `Counted apart, ${what}: ${each.join("; ")}.`;
};

const spanText = (from: Date, to: Date, zone: string): string =>
  `${dateTime(from, zone)} to ${dateAt(from, zone) === dateAt(to, zone) ? time(to, zone) : dateTime(to, zone)}`;

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
};

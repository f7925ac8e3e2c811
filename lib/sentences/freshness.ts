import { count, dateTime, roughLength } from "#lib/format.ts";

export type Currentness = {
  /** Conversations that are not assessed yet, or to be counted again. */
  unread: number;
  /** Sources that are behind, each with the time up to which it is complete; null = nothing of it is. */
  late: { key: string; until: Date | null }[];
  /** Names of sources whose past is being read for the first time. */
  filling: string[];
  /** History that is being read again by changed rules; null = none. Null in it = not known yet. */
  rereading: { done: number; total: number; perMinute: number | null; secondsLeft: number | null } | null;
};

/** What a reader of any page has to know about how current its numbers are, one sentence each; none when all is well. */
export const freshnessSentences = ({ unread, late, filling, rereading }: Currentness, zone: string): string[] => [
  ...late.map(({ key, until }) =>
    until
      ? `Data of ${key} is complete until ${dateTime(until, zone)}; what came later is missing here.`
      : `${key} has not been read completely yet; conversations are missing here.`,
  ),
  ...filling.map((key) => `The past of ${key} is being read; earlier weeks are not complete yet.`),
  ...(unread > 0 ? [`${count(unread)} conversations are being read; numbers on this page still move.`] : []),
  ...(rereading ? [rereadingText(rereading)] : []),
];

const rereadingText = ({ done, total, perMinute, secondsLeft }: NonNullable<Currentness["rereading"]>): string =>
  [
    `History is read again by changed rules: ${count(done)} of ${count(total)} conversations`,
    perMinute === null ? null : `${count(Math.round(perMinute))} a minute`,
    secondsLeft === null ? null : `${roughLength(secondsLeft)} left`,
  ]
    .filter((part) => part !== null)
    .join(", ")
    .concat(". Numbers on this page still move.");

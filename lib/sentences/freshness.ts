import { count, dateTime } from "#lib/format.ts";

export type Currentness = {
  /** Conversations that are not assessed yet, or to be counted again. */
  unread: number;
  /** Sources that are behind, each with the time up to which it is complete; null = nothing of it is. */
  late: { key: string; until: Date | null }[];
  /** Names of sources whose past is being read for the first time. */
  filling: string[];
};

/** What a reader of any page has to know about how current its numbers are, one sentence each; none when all is well. */
export const freshnessSentences = ({ unread, late, filling }: Currentness, zone: string): string[] => [
  ...late.map(({ key, until }) =>
    until
      ? `Data of ${key} is complete until ${dateTime(until, zone)}; what came later is missing here.`
      : `${key} has not been read completely yet; conversations are missing here.`,
  ),
  ...filling.map((key) => `The past of ${key} is being read; earlier weeks are not complete yet.`),
  ...(unread > 0 ? [`${count(unread)} conversations are being read; numbers on this page still move.`] : []),
];

import type { Interval } from "./wilson.ts";

/** How many were asked, how many of them answered, and how many answers count. */
export type Responses = { offered: number; answered: number; part: number };

/** What the share could be if all who were asked had answered: from none of the silent to all of them. Assumes nothing
 * about why they are silent. Null when nobody was asked. Manski 1989, J Hum Resour 24:343. */
export const worstCase = ({ offered, answered, part }: Responses): Interval | null =>
  offered === 0 ? null : { low: part / offered, high: (part + offered - answered) / offered };

import { moments } from "./at-risk.ts";

const CAUSES = ["answered", "left", "silent", "other"] as const;
/** left: said or showed it; silent: fell silent, from which leaving is inferred. */
export type Cause = (typeof CAUSES)[number];

/** One wait: how long it lasted and what ended it; null = still open. */
export type Ended = { t: number; cause: Cause | null };

/** Shares just after t, which add to 1. */
export type IncidenceStep = { t: number; waiting: number } & Record<Cause, number>;

/** Cumulative incidence of each way a wait can end, at each distinct time one ended; t keeps the unit it came in. The
 * ways compete: one who left cannot be answered any more, and is not treated as if he could. Empty when no wait ended:
 * all still wait. Aalen & Johansen 1978, Scand J Stat 5:141. */
export const aalenJohansen = (rows: readonly Ended[]): IncidenceStep[] => {
  const steps: IncidenceStep[] = [];
  const share: Record<Cause, number> = { answered: 0, left: 0, silent: 0, other: 0 };
  let waiting = 1;
  const lists = [...CAUSES, null].map((cause) => rows.filter((row) => row.cause === cause).map(({ t }) => t));
  for (const { t, atRisk, here } of moments(lists)) {
    let all = 0;
    for (const [i, cause] of CAUSES.entries()) {
      const own = here[i] ?? 0;
      share[cause] += (waiting * own) / atRisk;
      all += own;
    }
    if (all === 0) continue;
    waiting *= 1 - all / atRisk;
    steps.push({ t, waiting, ...share });
  }
  return steps;
};

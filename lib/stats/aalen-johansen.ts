export type Cause = "answered" | "left" | "other";

/** One wait: how long it lasted and what ended it; null = still open. */
export type Ended = { t: number; cause: Cause | null };

/** Shares just after t; they add to 1. */
export type IncidenceStep = { t: number; waiting: number } & Record<Cause, number>;

/** Cumulative incidence of each way a wait can end, at each distinct time one ended. Aalen & Johansen 1978. */
export const aalenJohansen = (rows: Ended[]): IncidenceStep[] => {
  const ordered = rows.toSorted((a, b) => a.t - b.t);
  const steps: IncidenceStep[] = [];
  const share = { answered: 0, left: 0, other: 0 };
  let waiting = 1;
  for (let i = 0; i < ordered.length; ) {
    const t = ordered[i]?.t ?? 0;
    const atRisk = ordered.length - i;
    const ended = { answered: 0, left: 0, other: 0 };
    for (; ordered[i]?.t === t; i += 1) {
      const cause = ordered[i]?.cause;
      if (cause) ended[cause] += 1;
    }
    const all = ended.answered + ended.left + ended.other;
    if (all === 0) continue;
    share.answered += (waiting * ended.answered) / atRisk;
    share.left += (waiting * ended.left) / atRisk;
    share.other += (waiting * ended.other) / atRisk;
    waiting *= 1 - all / atRisk;
    steps.push({ t, waiting, ...share });
  }
  return steps;
};

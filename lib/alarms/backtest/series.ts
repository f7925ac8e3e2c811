import { TARGET_SECONDS } from "#lib/conversation/waits.ts";
import { FEW } from "#lib/metrics/measure.ts";
import { businessSeconds, deadline } from "#lib/time/business-time.ts";
import type { Calendar } from "#lib/time/calendar.ts";
import { bandOf, type Timing } from "../next-state.ts";

const HOUR_MS = 3_600_000;

/** How a value went. `valueAt` is to be asked with growing times. */
export type Series = {
  valueAt: (t: number) => number | null;
  /** The first time from `t` on, not before, at which it may breach; null = never again. */
  nextBreach: (t: number) => number | null;
};

/** One handoff, as it ended; times in milliseconds. ended: when it was given up, while it waits; businessSeconds:
 * null while it waits. canCount: in the service level. */
export type PastWait = {
  at: number;
  ended: number;
  businessSeconds: number | null;
  isAnswered: boolean;
  canCount: boolean;
};

type Span = { from: number; to: number };

/** Minutes that the one who waited longest had waited. Waits that never grew beyond `clear` may be left out: whatever they
 * were the oldest for, it was clear. */
export const oldestSeries = (waits: readonly PastWait[], rule: Timing, calendar: Calendar): Series => {
  const inOrder = waits.toSorted((a, b) => a.at - b.at);
  const breaches = inOrder.flatMap(({ at, ended, businessSeconds: waited }): Span[] => {
    if (waited !== null && waited <= rule.fire * 60) return [];
    const from = deadline(calendar, new Date(at), rule.fire * 60)?.getTime();
    return from !== undefined && from < ended ? [{ from, to: ended }] : [];
  });
  let first = 0;
  const valueAt = (t: number): number => {
    while ((inOrder[first]?.ended ?? Number.POSITIVE_INFINITY) <= t) first += 1;
    const oldest = inOrder[first];
    return oldest && oldest.at <= t ? businessSeconds(calendar, new Date(oldest.at), new Date(t)) / 60 : 0;
  };
  return { valueAt, nextBreach: within(breaches) };
};

/** How many waited. */
export const countSeries = (waits: readonly PastWait[], rule: Timing): Series =>
  steps(
    waits.flatMap(({ at, ended }) => [
      { t: at, n: 1, part: 0 },
      { t: ended, n: -1, part: 0 },
    ]),
    rule,
    ({ n }) => n,
  );

/** Of those handed over in the hour before, the share answered in target among those decided by then; null under ten. */
export const shareSeries = (waits: readonly PastWait[], rule: Timing, calendar: Calendar): Series =>
  steps(
    waits.flatMap((wait) => {
      const isInTime = wait.businessSeconds !== null && wait.businessSeconds < TARGET_SECONDS;
      const decided = isInTime ? wait.ended : overdueAt(wait, calendar);
      const gone = wait.at + HOUR_MS;
      const part = isInTime && wait.isAnswered ? 1 : 0;
      if (!wait.canCount || decided >= gone) return [];
      return [
        { t: decided, n: 1, part },
        { t: gone, n: -1, part: -part },
      ];
    }),
    rule,
    ({ n, part }) => (n < FEW ? null : part / n),
  );

const overdueAt = ({ at }: PastWait, calendar: Calendar): number => {
  const plain = at + TARGET_SECONDS * 1000;
  // Nearly all of them: closing time does not come between.
  if (businessSeconds(calendar, new Date(at), new Date(plain)) === TARGET_SECONDS) return plain;
  return deadline(calendar, new Date(at), TARGET_SECONDS)?.getTime() ?? Number.POSITIVE_INFINITY;
};

type Change = { t: number; n: number; part: number };
type Tally = { n: number; part: number };

/** A value that changes at these times only. */
const steps = (changes: readonly Change[], rule: Timing, value: (tally: Tally) => number | null): Series => {
  const inOrder = changes.filter(({ t }) => t !== Number.POSITIVE_INFINITY).toSorted((a, b) => a.t - b.t);
  const breaches: Span[] = [];
  sweep(inOrder, (tally, from, to) => {
    if (bandOf(rule, value(tally)) === "breach") breaches.push({ from, to });
  });
  const tally = { n: 0, part: 0 };
  let next = 0;
  const valueAt = (t: number): number | null => {
    for (let change = inOrder[next]; change && change.t <= t; change = inOrder[next]) {
      tally.n += change.n;
      tally.part += change.part;
      next += 1;
    }
    return value(tally);
  };
  return { valueAt, nextBreach: within(breaches) };
};

const sweep = (changes: readonly Change[], visit: (tally: Tally, from: number, to: number) => void): void => {
  const tally = { n: 0, part: 0 };
  for (const [i, { t, n, part }] of changes.entries()) {
    tally.n += n;
    tally.part += part;
    const to = changes[i + 1]?.t ?? Number.POSITIVE_INFINITY;
    if (to > t) visit(tally, t, to);
  }
};

/** The first time from `t` on that lies in one of these. Asked with growing times. */
const within = (spans: readonly Span[]): ((t: number) => number | null) => {
  const inOrder = spans.toSorted((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of inOrder) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  let next = 0;
  return (t) => {
    while ((merged[next]?.to ?? Number.POSITIVE_INFINITY) <= t) next += 1;
    const span = merged[next];
    return span ? Math.max(t, span.from) : null;
  };
};

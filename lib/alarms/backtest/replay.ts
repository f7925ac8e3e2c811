import { type AlarmState, FRESH, type IncidentEffect, isOfIncident } from "../machine.ts";
import { nextState, type Timing } from "../next-state.ts";
import type { Reason } from "../notification.ts";
import { isFloor } from "../rule.ts";
import type { Series } from "./series.ts";

const TICK_MS = 30_000;

/** An incident that there would have been; times in milliseconds. ended: null = it was open at the end. */
export type WouldBe = { fired: number; ended: number | null; endedBy: Reason | null; peak: number | null };

type Span = { from: number; to: number };

type Course = Span & { rule: Timing; series: Series; hours: Openings; tickMs: number };

/** What a rule would have done: the machine itself over a history, as if it had looked every thirty seconds between two
 * times, with data that was never late, no silence, and nobody who acknowledged. Open spans are in order. Times in which
 * nothing can happen are passed over. */
export const replay = (
  rule: Timing,
  series: Series,
  { from, to, open, tickMs = TICK_MS }: Span & { open: readonly Span[]; tickMs?: number },
): WouldBe[] => {
  const course: Course = { rule, series, hours: openings(open), from, to, tickMs };
  const found: WouldBe[] = [];
  let state = FRESH;
  for (let t = due(course, state, from); t !== null && t <= to; t = due(course, state, t + tickMs)) {
    const value = series.valueAt(t);
    const isOpen = course.hours(t) === t;
    const at = { now: t, watermark: t, isSilenced: false, isDeleted: false, incidentId: String(t) };
    const step = nextState(state, { rule, value, isOpen, ...at });
    state = step.state;
    for (const effect of step.effects.filter(isOfIncident)) note(found, effect, t);
    const last = found.at(-1);
    if (last && state.incident) last.peak = worse(rule, last.peak, value);
  }
  return found;
};

/** The first look from `t` on at which something can happen; null = none. */
const due = ({ series, hours, from, tickMs }: Course, { phase }: AlarmState, t: number): number | null => {
  if (phase !== "inactive" && phase !== "suspended") return t;
  const opens = hours(t);
  const at = opens === null || phase === "suspended" ? opens : series.nextBreach(opens);
  return at === null ? null : from + Math.ceil((at - from) / tickMs) * tickMs;
};

const note = (found: WouldBe[], { kind, reason }: IncidentEffect, t: number): void => {
  const last = found.at(-1);
  if (kind === "fired") found.push({ fired: t, ended: null, endedBy: null, peak: null });
  else if (last && kind === "resolved") Object.assign(last, { ended: t, endedBy: reason });
};

const worse = (rule: Timing, one: number | null, other: number | null): number | null => {
  if (one === null || other === null) return one ?? other;
  return isFloor(rule.kind) ? Math.min(one, other) : Math.max(one, other);
};

/** The first open time from `t` on; null = it opens no more. Asked with growing times. */
type Openings = (t: number) => number | null;

const openings = (open: readonly Span[]): Openings => {
  let current = 0;
  return (t) => {
    while ((open[current]?.to ?? Number.POSITIVE_INFINITY) <= t) current += 1;
    const span = open[current];
    return span ? Math.max(t, span.from) : null;
  };
};

import { type AlarmState, type Effect, NEW_INCIDENT, type OpenIncident } from "./machine.ts";
import type { NotificationKind, Reason } from "./notification.ts";
import { type AlarmKind, type AlarmLevel, type AlarmRule, isFloor } from "./rule.ts";

const MINUTE_MS = 60_000;
/** A clock that is further back than this was wrong before, not now. */
const CLOCK_TRUST_MS = 60 * MINUTE_MS;

type Minutes = "forMinutes" | "keepMinutes" | "staleAfterMinutes" | "ackTimeoutMinutes" | "repeatMinutes";
export type Timing = Pick<AlarmRule, "kind" | "fire" | "clear" | "escalateMinutes" | Minutes>;

/** One look at a queue. Times in milliseconds. */
export type Look = {
  rule: Timing;
  now: number;
  /** Up to when the data is complete; null = nothing is. */
  watermark: number | null;
  /** As of the earlier of both, in the unit of the kind; null = there is nothing to measure, which is no breach. */
  value: number | null;
  isOpen: boolean;
  isSilenced: boolean;
  /** Rule or queue are gone, or switched off. */
  isDeleted: boolean;
  /** For an incident that would begin with this look. */
  incidentId: string;
};

export type Step = { state: AlarmState; effects: Effect[] };
type Run = Step & { look: Look };

type Band = "breach" | "hold" | "clear";

/** Where a value lies: beyond `fire` (strictly), at `clear` or better, or between. */
export const bandOf = (
  { kind, fire, clear }: { kind: AlarmKind; fire: number; clear: number },
  value: number | null,
): Band => {
  if (value === null) return "clear";
  const sign = isFloor(kind) ? -1 : 1;
  if (sign * value > sign * fire) return "breach";
  return sign * value <= sign * clear ? "clear" : "hold";
};

/** The next state of a rule for one queue, and what is to be told or recorded, by the table of statistics §5.2: `for` and
 * `keep` run in data time, delivery in wall time, so that missing data neither fires nor resolves. The same look a second
 * time does nothing. */
export const nextState = (before: AlarmState, given: Look): Step => {
  const now = trustedNow(before, given.now);
  const run: Run = { state: withoutPauses(before, given, now), effects: [], look: { ...given, now } };
  if (given.isDeleted) {
    if (before.incident) resolve(run, "rule_deleted");
    run.state = { ...run.state, phase: "inactive", since: null, isStale: false };
    return { state: run.state, effects: run.effects };
  }
  noteStaleness(run);
  const asOf = dataTime(run);
  if (asOf !== null) move(run, asOf);
  if (run.state.phase === "firing") deliver(run);
  return { state: run.state, effects: run.effects };
};

/** A clock that steps back stands still here until it has caught up, so that two evaluators whose clocks differ count no
 * minute twice. */
const trustedNow = ({ evaluatedAt }: AlarmState, now: number): number =>
  evaluatedAt !== null && evaluatedAt - now <= CLOCK_TRUST_MS ? Math.max(now, evaluatedAt) : now;

/** Delivery timers do not count the time in which nobody evaluated, and that of escalating none that was silenced. */
const withoutPauses = (state: AlarmState, { rule, isSilenced }: Look, now: number): AlarmState => {
  const gap = now - (state.evaluatedAt ?? now);
  const isPause = gap < 0 || gap > rule.staleAfterMinutes * MINUTE_MS;
  const next = { ...state, evaluatedAt: now, isSilenced };
  if (!state.incident) return next;
  const { levelSince, ackedAt } = state.incident;
  const isFrozen = isPause || state.isSilenced;
  const incident = {
    ...state.incident,
    levelSince: isFrozen ? levelSince + gap : levelSince,
    ackedAt: isPause && ackedAt !== null ? ackedAt + gap : ackedAt,
  };
  return { ...next, incident };
};

const isStaleAt = ({ look }: Run): boolean =>
  look.watermark === null || look.now - look.watermark > look.rule.staleAfterMinutes * MINUTE_MS;

/** On its edges, while somebody minds: in open hours, or in an incident. */
const noteStaleness = (run: Run): void => {
  const { state, look } = run;
  const isStale = isStaleAt(run);
  if (isStale === state.isStale || (isStale && !look.isOpen && !state.incident)) return;
  run.effects.push({ kind: isStale ? "data_stale" : "data_fresh" });
  run.state = { ...state, isStale };
};

/** The data time to evaluate at; null = data is stale or has not moved on. After a jump, dwelling begins anew. */
const dataTime = (run: Run): number | null => {
  const { state, look } = run;
  if (look.watermark === null || isStaleAt(run)) return null;
  const asOf = Math.min(look.now, look.watermark);
  const moved = asOf - (state.asOf ?? asOf - 1);
  if (moved <= 0 && moved >= -CLOCK_TRUST_MS) return null;
  const isJump = moved < 0 || moved > look.rule.staleAfterMinutes * MINUTE_MS;
  run.state = { ...state, asOf, since: isJump && state.since !== null ? asOf : state.since };
  return asOf;
};

const enter = (run: Run, phase: AlarmState["phase"], since: number | null): void => {
  run.state = { ...run.state, phase, since };
};

const move = (run: Run, asOf: number): void => {
  const { phase } = run.state;
  const band = bandOf(run.look.rule, run.look.value);
  if (phase === "inactive" || phase === "pending") fromQuiet(run, band, asOf);
  else if (!run.look.isOpen) suspend(run, asOf);
  else if (phase === "suspended") fromSuspended(run, band, asOf);
  else fromOpen(run, band, asOf);
};

const fromQuiet = (run: Run, band: Band, asOf: number): void => {
  const { state, look } = run;
  if (!look.isOpen || band !== "breach") {
    if (state.phase === "pending") enter(run, "inactive", null);
    return;
  }
  if (state.phase === "inactive") enter(run, "pending", asOf);
  if (asOf - (run.state.since ?? asOf) >= look.rule.forMinutes * MINUTE_MS) fire(run, asOf);
};

const fire = (run: Run, asOf: number): void => {
  enter(run, "firing", asOf);
  const { now, incidentId } = run.look;
  run.state = { ...run.state, incident: { ...NEW_INCIDENT, id: incidentId, levelSince: now } };
  tell(run, "fired", null);
};

const fromOpen = (run: Run, band: Band, asOf: number): void => {
  const { state, look } = run;
  if (band !== "clear") {
    if (state.phase === "recovering") enter(run, "firing", asOf);
    return;
  }
  if (state.phase === "firing") enter(run, "recovering", asOf);
  if (asOf - (run.state.since ?? asOf) >= look.rule.keepMinutes * MINUTE_MS) resolve(run, "cleared");
};

const suspend = (run: Run, asOf: number): void => {
  if (run.state.phase === "suspended") return;
  enter(run, "suspended", asOf);
  tell(run, "suspended", null);
};

const fromSuspended = (run: Run, band: Band, asOf: number): void => {
  if (band === "clear") {
    resolve(run, "cleared_while_closed");
    return;
  }
  enter(run, "firing", asOf);
  change(run, { ackedAt: null, snoozedUntil: null, level: 0, levelSince: run.look.now });
  if (run.state.incident?.isDelivered) tell(run, "resumed", null);
};

/** What is due by the clock while it fires. */
const deliver = (run: Run): void => {
  const { incident } = run.state;
  if (!incident) return;
  const { rule, now, isSilenced } = run.look;
  if (!isSilenced && !incident.isDelivered) {
    fireLate(run, incident);
  } else if (incident.snoozedUntil !== null) {
    if (now >= incident.snoozedUntil) again(run, "snooze_expired");
  } else if (incident.ackedAt !== null) {
    if (now - incident.ackedAt >= rule.ackTimeoutMinutes * MINUTE_MS) again(run, "ack_timeout");
  } else climb(run, incident);
};

/** Only now it is told: what an acknowledgement waits for begins now too, and a snooze that is over has done its work. */
const fireLate = (run: Run, { ackedAt, snoozedUntil }: OpenIncident): void => {
  const { now } = run.look;
  const isOver = snoozedUntil !== null && now >= snoozedUntil;
  change(run, { level: 0, levelSince: now, ackedAt: ackedAt === null || isOver ? null : now });
  if (isOver) change(run, { snoozedUntil: null });
  tell(run, "fired", "late");
};

/** Nobody has acknowledged it: on to the next level, or at the last one told once more. */
const climb = (run: Run, { level, levelSince }: OpenIncident): void => {
  const { rule, now } = run.look;
  const next = nextLevel(level);
  const minutes = next === null ? rule.repeatMinutes : (rule.escalateMinutes[level] ?? 0);
  if (now - levelSince < minutes * MINUTE_MS) return;
  change(run, { level: next ?? level, levelSince: now });
  tell(run, next === null ? "repeated" : "escalated", null);
};

const nextLevel = (level: AlarmLevel): AlarmLevel | null => (level === 0 ? 1 : level === 1 ? 2 : null);

const again = (run: Run, reason: Reason): void => {
  change(run, { ackedAt: null, snoozedUntil: null, level: 0, levelSince: run.look.now });
  tell(run, "renotified", reason);
};

const change = (run: Run, changes: Partial<OpenIncident>): void => {
  const { incident } = run.state;
  if (incident) run.state = { ...run.state, incident: { ...incident, ...changes } };
};

/** What is silenced, or of an incident that nobody was told of, is on record only. */
const tell = (run: Run, kind: NotificationKind, reason: Reason | null): void => {
  const { incident } = run.state;
  if (!incident) return;
  const { id, n, level, isDelivered: wasDelivered } = incident;
  const isDelivered = !run.look.isSilenced && (wasDelivered || kind === "fired");
  run.effects.push({ kind, reason, level, n, incidentId: id, isDelivered });
  const highest = Math.max(incident.highest, level) as AlarmLevel;
  change(run, { n: n + 1, highest, isDelivered: wasDelivered || isDelivered });
};

/** Whoever was told that it began is told that it is over, silence or not: else a pager stays open for ever. */
const resolve = (run: Run, reason: Reason): void => {
  const { incident } = run.state;
  if (incident) {
    const { id, n, highest, isDelivered } = incident;
    run.effects.push({ kind: "resolved", reason, level: highest, n, incidentId: id, isDelivered });
  }
  run.state = { ...run.state, phase: "inactive", since: null, incident: null };
};

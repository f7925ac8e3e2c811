import type { AlarmState, Command, Effect, Rejection } from "./machine.ts";

const MINUTE_MS = 60_000;

export type Commanded = { state: AlarmState; effects: Effect[]; rejection: Rejection | null };

/** What a command of a person makes of a state, by the table of statistics §5.2. A second acknowledgement changes nothing,
 * the first counts; what cannot be done is rejected and changes nothing. `now` in milliseconds. */
export const afterCommand = (state: AlarmState, command: Command, now: number): Commanded => {
  const { incident } = state;
  if (!incident) return { state, effects: [], rejection: "no_open_incident" };
  if (command.kind === "resolve") return resolved(state, incident);
  const at = Math.max(now, state.evaluatedAt ?? now);
  return {
    state: { ...state, incident: { ...incident, ...changed(incident, command, at) } },
    effects: [],
    rejection: null,
  };
};

type Incident = NonNullable<AlarmState["incident"]>;

const changed = (
  { ackedAt, snoozedUntil }: Incident,
  command: Exclude<Command, { kind: "resolve" }>,
  at: number,
): Partial<Incident> => {
  if (command.kind === "unack") return { ackedAt: null, snoozedUntil: null, levelSince: at };
  if (command.kind === "snooze") return { ackedAt: ackedAt ?? at, snoozedUntil: at + command.minutes * MINUTE_MS };
  return { ackedAt: snoozedUntil === null ? (ackedAt ?? at) : at, snoozedUntil: null };
};

const resolved = (state: AlarmState, { id, n, highest, isDelivered }: Incident): Commanded => {
  if (state.phase === "firing") return { state, effects: [], rejection: "still_breaching" };
  const effect: Effect = { kind: "resolved", reason: "manual", level: highest, n, incidentId: id, isDelivered };
  return { state: { ...state, phase: "inactive", since: null, incident: null }, effects: [effect], rejection: null };
};

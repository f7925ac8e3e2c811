import { afterCommand } from "#lib/alarms/after-command.ts";
import { type AlarmState, type Command, type Effect, FRESH, isOfIncident } from "#lib/alarms/machine.ts";
import { type Look, nextState, type Timing } from "#lib/alarms/next-state.ts";
import { usualRule } from "#lib/alarms/rule.ts";

const MINUTE_MS = 60_000;

/** A history of a queue on a virtual clock. Times in minutes. */
export type History = {
  /** Business minutes of the oldest wait at a data time. */
  oldest: (d: number) => number | null;
  minutes: number;
  rule?: Partial<Timing>;
  /** The rule as it is from then on. */
  edited?: { from: number; rule: Partial<Timing> };
  watermark?: (t: number) => number;
  isOpen?: (t: number) => boolean;
  isSilenced?: (t: number) => boolean;
  isDeleted?: (t: number) => boolean;
  commands?: { at: number; command: Command }[];
  /** What the clock of the evaluator shows. */
  clock?: (t: number) => number;
  /** No evaluator runs. */
  isDown?: (t: number) => boolean;
  isTwice?: boolean;
  isStored?: boolean;
  tick?: number;
};

export type Told = { t: number; effect: Effect; isOpen: boolean; isStale: boolean; isSilenced: boolean };
export type Simulated = { states: string[]; told: Told[]; rejections: string[]; last: AlarmState };

const always = () => true;
const never = () => false;
const same = (t: number) => t;

const DEFAULTS: Required<Omit<History, "oldest" | "minutes" | "rule" | "edited">> = {
  tick: 0.5,
  isOpen: always,
  isSilenced: never,
  isDeleted: never,
  isDown: never,
  clock: same,
  watermark: same,
  commands: [],
  isTwice: false,
  isStored: false,
};

/** Runs the machine over a history, as the evaluator does. */
export const simulate = (given: History): Simulated => {
  const history = { ...DEFAULTS, ...given };
  const run: Simulated = { states: [], told: [], rejections: [], last: FRESH };
  for (let t = 0; t <= history.minutes; t += history.tick) {
    for (const { command } of history.commands.filter(({ at }) => at === t)) commanded(run, command, t);
    if (history.isDown(t)) continue;
    const look = lookAt(history, t);
    looked(run, look, t, history.isStored);
    if (history.isTwice) looked(run, look, t, history.isStored);
  }
  return run;
};

const lookAt = (history: History & typeof DEFAULTS, t: number): Look => {
  const [now, known] = [history.clock(t), history.watermark(t)];
  const edited = history.edited && t >= history.edited.from ? history.edited.rule : {};
  return {
    rule: { ...usualRule("oldest_wait"), ...history.rule, ...edited },
    now: now * MINUTE_MS,
    watermark: known * MINUTE_MS,
    value: history.oldest(Math.min(now, known)),
    isOpen: history.isOpen(t),
    isSilenced: history.isSilenced(t),
    isDeleted: history.isDeleted(t),
    incidentId: `i${Math.min(now, known)}`,
  };
};

const looked = (run: Simulated, look: Look, t: number, isStored: boolean): void => {
  const { state, effects } = nextState(run.last, look);
  if (state.phase !== run.last.phase) run.states.push(`${t}:${state.phase.toUpperCase()}`);
  const isStale = look.now - (look.watermark ?? 0) > look.rule.staleAfterMinutes * MINUTE_MS;
  const { isOpen, isSilenced } = look;
  run.told.push(...effects.map((effect) => ({ t, effect, isOpen, isStale, isSilenced })));
  run.last = isStored ? JSON.parse(JSON.stringify(state)) : state;
};

const commanded = (run: Simulated, command: Command, t: number): void => {
  const { state, effects, rejection } = afterCommand(run.last, command, t * MINUTE_MS);
  if (rejection) run.rejections.push(`${t}:rejected(${rejection})`);
  if (state.phase !== run.last.phase) run.states.push(`${t}:${state.phase.toUpperCase()}`);
  run.told.push(...effects.map((effect) => ({ t, effect, isOpen: true, isStale: false, isSilenced: false })));
  run.last = state;
};

/** What was told, as the scenarios write it. */
export const toldText = ({ t, effect }: Told): string => {
  if (!isOfIncident(effect)) return `${t}:${effect.kind}`;
  const { kind, reason, level, isDelivered } = effect;
  const mark = isDelivered ? "" : kind === "resolved" ? "[never_notified]" : "[silenced]";
  return `${t}:${kind}${reason ? `(${reason})` : ""}${kind === "escalated" ? `→L${level}` : ""}${mark}`;
};

export type Scenario = [id: string, guarantee: string, history: History, states: string, told: string];

/** The changes of state and what was told or rejected, as the scenarios write them. */
export const happened = (history: History): [states: string, told: string] => {
  const { states, told, rejections } = simulate(history);
  const byTime = (a: string, b: string) => Number.parseFloat(a) - Number.parseFloat(b);
  return [states.join(" "), [...told.map(toldText), ...rejections].sort(byTime).join(" ")];
};

export const within =
  (from: number, to: number) =>
  (t: number): boolean =>
    t >= from && t < to;

import { quantile } from "#lib/stats/quantile.ts";

/** How far somebody who asked for a person got, one after the other; stayed = resolved, and not back within 7 days. */
export const FUNNEL_STEPS = ["asked", "handed", "answered", "resolved", "stayed"] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** Where an ask ended: the last step it reached, and what kept it from the next one. given_up: nobody came for 7 days, and
 * nothing ended it. open: it is not known yet. */
const ENDINGS = {
  unhanded_left: { reached: "asked", isOpen: false },
  unhanded_closed: { reached: "asked", isOpen: false },
  unhanded_given_up: { reached: "asked", isOpen: false },
  unhanded_open: { reached: "asked", isOpen: true },
  unanswered_left: { reached: "handed", isOpen: false },
  unanswered_closed: { reached: "handed", isOpen: false },
  unanswered_back: { reached: "handed", isOpen: false },
  unanswered_given_up: { reached: "handed", isOpen: false },
  unanswered_open: { reached: "handed", isOpen: true },
  unresolved: { reached: "answered", isOpen: false },
  unresolved_open: { reached: "answered", isOpen: true },
  came_back: { reached: "resolved", isOpen: false },
  stay_open: { reached: "resolved", isOpen: true },
  stayed: { reached: "stayed", isOpen: false },
} as const satisfies Record<string, { reached: FunnelStep; isOpen: boolean }>;

export type AskEnding = keyof typeof ENDINGS;
export const ASK_ENDINGS = Object.keys(ENDINGS) as AskEnding[];

const GROUPS = { unhanded: "asked", unanswered: "handed" } as const satisfies Record<string, FunnelStep>;

/** A bar of the funnel, all whom a step lost, or one ending: whatever can be opened as a list. */
export const FUNNEL_MARKS = [...new Set([...FUNNEL_STEPS, ...Object.keys(GROUPS), ...ASK_ENDINGS])];

const placeOf = (step: FunnelStep): number => FUNNEL_STEPS.indexOf(step);

/** The endings that a mark is made of: a step holds all who reached it. */
export const endingsOf = (mark: string): AskEnding[] =>
  ASK_ENDINGS.filter((ending) => {
    const { reached, isOpen } = ENDINGS[ending];
    if (mark === ending) return true;
    if (Object.hasOwn(GROUPS, mark)) return reached === GROUPS[mark as keyof typeof GROUPS] && !isOpen;
    return (FUNNEL_STEPS as readonly string[]).includes(mark) && placeOf(reached) >= placeOf(mark as FunnelStep);
  });

/** What it took to get from one step to the next, or until that was over: seconds on the clock, and messages of the
 * customer. */
export type Spent = { seconds: number; turns: number };

/** One who asked. spent: from the ask on, one for each step after it; null = the step before was not reached, or still goes
 * on. */
export type AskRow = { ending: AskEnding; spent: readonly (Spent | null)[] };

/** Medians with how many they rest on; null = nobody. */
export type MedianSpent = (Spent & { n: number }) | null;

export type FunnelRow = {
  step: FunnelStep;
  n: number;
  /** What getting here from the step before cost those who did. */
  spent: MedianSpent;
  /** Who got to the step before and never here, and why, and what they had spent by then. */
  never: { mark: string; n: number; spent: MedianSpent; reasons: { mark: AskEnding; n: number }[] };
  /** Of whom it is not known yet. */
  open: { mark: AskEnding; n: number } | null;
};

/** How far those who asked got, where the others were lost, and what it cost them. A step's n, its never and its open add
 * up to the n of the step before. Returning after a resolution costs no time of its own, so the last step has no medians. */
export const funnelOf = (rows: readonly AskRow[]): FunnelRow[] =>
  FUNNEL_STEPS.map((step, i) => {
    const reached = rows.filter(({ ending }) => placeOf(ENDINGS[ending].reached) >= i);
    const stuck = rows.filter(({ ending }) => placeOf(ENDINGS[ending].reached) === i - 1);
    const lost = stuck.filter(({ ending }) => !ENDINGS[ending].isOpen);
    const at = (some: readonly AskRow[]) => medianOf(some.map(({ spent }) => spent[i - 1] ?? null));
    return {
      step,
      n: reached.length,
      spent: at(reached),
      never: { mark: NEVER[step], n: lost.length, spent: at(lost), reasons: reasonsOf(step, lost) },
      open: openOf(step, stuck),
    };
  });

const NEVER: Record<FunnelStep, string> = {
  asked: "",
  handed: "unhanded",
  answered: "unanswered",
  resolved: "unresolved",
  stayed: "came_back",
};

const reasonsOf = (step: FunnelStep, lost: readonly AskRow[]): { mark: AskEnding; n: number }[] =>
  endingsOf(NEVER[step]).map((mark) => ({ mark, n: lost.filter(({ ending }) => ending === mark).length }));

const openOf = (step: FunnelStep, stuck: readonly AskRow[]): { mark: AskEnding; n: number } | null => {
  const mark = ASK_ENDINGS.find((one) => ENDINGS[one].isOpen && placeOf(ENDINGS[one].reached) === placeOf(step) - 1);
  return mark ? { mark, n: stuck.filter(({ ending }) => ending === mark).length } : null;
};

const medianOf = (spent: readonly (Spent | null)[]): MedianSpent => {
  const known = spent.filter((one) => one !== null);
  const seconds = quantile(
    known.map((one) => one.seconds),
    0.5,
  );
  const turns = quantile(
    known.map((one) => one.turns),
    0.5,
  );
  return seconds === null || turns === null ? null : { seconds, turns, n: known.length };
};

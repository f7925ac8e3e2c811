import type { AlarmPhase } from "#lib/alarms/machine.ts";

/** How an alarm stands, ready for eyes and for JSON. */
export type AlarmCard = {
  key: string;
  /** Null while it is pending: nothing can be answered yet. */
  incidentId: string | null;
  phase: AlarmPhase;
  /** "Firing, acknowledged". */
  state: string;
  isHeld: boolean;
  since: string;
  /** Rule and queue. */
  name: string;
  measured: string;
  why: string | null;
  /** share: of what pushed the load up, "71 %"; empty = nothing of it. isClear: more than chance. */
  factors: { name: string; text: string; log: number; share: string; isClear: boolean }[];
  /** What they are counted of and held against. */
  basis: string | null;
  /** Who answered, and how. */
  answer: string | null;
  isAcked: boolean;
  isCleared: boolean;
  href: string | null;
};

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
  factors: { name: string; text: string; log: number }[];
  /** Who answered, and how. */
  answer: string | null;
  isAcked: boolean;
  isCleared: boolean;
  href: string | null;
};

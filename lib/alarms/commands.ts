import type { AlarmKind } from "./rule.ts";

/** What a silence holds back: whatever matches all that is given. team: null = handed to no team that is known. */
export type SilenceMatcher = { ruleId?: string; kind?: AlarmKind; sourceId?: string; team?: string | null };

/** What the journal tells of. */
export const JOURNALED = [
  "fired",
  "escalated",
  "repeated",
  "renotified",
  "suspended",
  "resumed",
  "resolved",
  "data_stale",
  "data_fresh",
  "acknowledged",
  "unacknowledged",
  "snoozed",
  "silenced",
  "silence_ended",
  "judged",
  "done",
  "rule_saved",
  "rule_removed",
] as const;
export type Journaled = (typeof JOURNALED)[number];

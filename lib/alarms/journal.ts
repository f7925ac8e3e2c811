import { z } from "zod";

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

const LONGEST_NOTE = 500;

/** What somebody writes beside a command. */
export const note = z.string().trim().max(LONGEST_NOTE, `A note has at most ${LONGEST_NOTE} characters.`);

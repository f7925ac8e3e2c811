import type { Metric } from "../metric.ts";

const resolution = (segment: string, label: string, target: number | null): Metric => ({
  label,
  version: 1,
  unit: "share",
  better: "higher",
  target,
  grain: "episode",
  says: `How many episodes that were ${segment} ended with the customer’s need met.`,
  part: "Episodes with a public human reply, closed or ended after the human’s last word, and no return about the same topic within 7 days",
  whole: `All mature episodes that were ${segment}; one that nobody answered counts as not resolved`,
  cohort: "the day the episode ended, or 7 days after the last handoff of one that never ended",
  matureAfterDays: 7,
  nullMeans: "No episode has been over for 7 days.",
});

/** What became of it. */
export const RESOLUTION = {
  postEscalationResolution: resolution("handed over", "Post-escalation resolution", 0.8),
  humanOnlyResolution: resolution("handled by people alone", "Human-only resolution", null),
} satisfies Record<string, Metric>;

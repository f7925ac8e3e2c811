import type { Metric } from "../metric.ts";

const csat = (segment: string, label: string): Metric => ({
  label,
  version: 1,
  unit: "share",
  better: "higher",
  target: segment === "handed over" ? 0.75 : null,
  grain: "rating",
  says: `How many of those who rated an episode that was ${segment} were satisfied.`,
  part: "Ratings of 4 or 5 on a 1–5 scale; other scales by their stored mapping",
  whole: `Ratings of episodes that were ${segment}: one per episode, the last within 7 days of the first; of the whole conversation or of the part that the segment is about`,
  cohort: "the day the rated episode ended",
  matureAfterDays: 14,
  nullMeans: "Nobody rated.",
});

/** Satisfaction, each of three ways a conversation can go. */
export const CSAT = {
  handoffCsat: csat("handed over", "Handoff CSAT"),
  aiOnlyCsat: csat("handled by the AI alone", "AI-only CSAT"),
  humanOnlyCsat: csat("handled by people alone", "Human-only CSAT"),
} satisfies Record<string, Metric>;

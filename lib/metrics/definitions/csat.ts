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

const responseRate = (segment: string, label: string): Metric => ({
  label,
  version: 1,
  unit: "share",
  better: "higher",
  target: null,
  grain: "episode",
  says: `How many of those who were asked to rate an episode that was ${segment} did so.`,
  part: "Rated at least once, the whole conversation or the part that the segment is about",
  whole: `Episodes that were ${segment} and for which the source names a survey of the whole or of that part`,
  cohort: "the day the episode ended",
  matureAfterDays: 14,
  nullMeans: "Nobody was asked, or the source does not say who was.",
});

/** Satisfaction, and how many it is known of, each of three ways a conversation can go. */
export const CSAT = {
  handoffCsat: csat("handed over", "Handoff CSAT"),
  aiOnlyCsat: csat("handled by the AI alone", "AI-only CSAT"),
  humanOnlyCsat: csat("handled by people alone", "Human-only CSAT"),
  handoffResponseRate: responseRate("handed over", "Handoff response rate"),
  aiOnlyResponseRate: responseRate("handled by the AI alone", "AI-only response rate"),
  humanOnlyResponseRate: responseRate("handled by people alone", "Human-only response rate"),
} satisfies Record<string, Metric>;

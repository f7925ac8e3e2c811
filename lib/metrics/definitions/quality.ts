import type { Metric } from "../metric.ts";

/** How well the seam held. */
export const QUALITY = {
  explicitRepetition: {
    label: "Explicit repetition (R1)",
    version: 1,
    unit: "share",
    better: "lower",
    target: 0.08,
    grain: "episode",
    says: "How many customers said, after the handoff, that they had already told the bot.",
    part: "Handoff episodes with a phrase such as “as I already told the bot” after the first handoff",
    whole: "Handoff episodes in which the customer wrote again after the first public human reply",
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans: "No customer wrote again after a human had replied.",
  },
} satisfies Record<string, Metric>;

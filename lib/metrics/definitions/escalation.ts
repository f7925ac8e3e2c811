import type { Metric } from "../metric.ts";

/** How often the AI handed over. */
export const ESCALATION = {
  escalationRate: {
    label: "Escalation rate",
    version: 1,
    unit: "share",
    better: "lower",
    target: null,
    grain: "episode",
    says: "How many of the episodes in which the AI took part were handed over to a person.",
    part: "Episodes with at least one executed handoff, or a human takeover",
    whole:
      "Episodes in which the AI took part (AI-only and handoff), without test, spam, unanswered proactive, merged and deleted ones",
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans: "The AI took part in no episode.",
  },
} satisfies Record<string, Metric>;

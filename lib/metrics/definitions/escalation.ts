import type { Metric } from "../metric.ts";

const WITH_AI =
  "Episodes in which the AI took part (AI-only and handoff), without test, spam, unanswered proactive, merged and deleted ones";

/** How often the AI handed over, was asked to, and failed to. */
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
    whole: WITH_AI,
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans: "The AI took part in no episode.",
  },
  askRate: {
    label: "Asked for a person",
    version: 1,
    unit: "share",
    better: "lower",
    target: null,
    grain: "episode",
    says: "In how many of the episodes in which the AI took part the customer asked for a person.",
    part: "Episodes in which the customer asked for a person, handed over or not",
    whole: `${WITH_AI}; of sources that tell when somebody asks`,
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans: "The AI took part in no episode, or no source tells when somebody asks for a person.",
  },
  failedHandoffs: {
    label: "Failed handoffs",
    version: 1,
    unit: "share",
    better: "lower",
    target: null,
    grain: "episode",
    says: "In how many of the episodes in which the AI took part a handoff was promised or made and reached nobody.",
    part: "Episodes in which the AI announced a handoff that never came, or every handoff went back to the AI without anybody having taken it",
    whole: WITH_AI,
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans: "The AI took part in no episode.",
  },
  bypassRate: {
    label: "Bypassed the AI",
    version: 1,
    unit: "share",
    better: "lower",
    target: null,
    grain: "episode",
    says: "How many customers went to people because the AI was off, down or out of its usage limit.",
    part: "Episodes handed on for an operational reason before the AI gave any answer; they are human-only and stand outside the escalation rate",
    whole: "Episodes in which the AI took part, and those that bypassed it",
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans: "The AI took part in no episode, and none bypassed it.",
  },
} satisfies Record<string, Metric>;

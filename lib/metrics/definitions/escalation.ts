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
    lagDays: 1,
    nullMeans: "The AI took part in no episode.",
  },
  askRate: {
    label: "Asked for a person",
    version: 2,
    unit: "share",
    better: "lower",
    target: null,
    grain: "episode",
    says: "In how many of the episodes in which the AI took part the customer asked for a person.",
    part: "Episodes in which the customer asked for a person, in their own words, by a button or as the source tells, handed over or not",
    whole: `${WITH_AI}; in languages read, or of sources that tell of asks`,
    cohort: "the day the episode started",
    matureAfterDays: null,
    nullMeans:
      "The AI took part in no episode, or none is in a language that is read or of a source that tells of asks.",
    earlier: [
      {
        version: 1,
        replacedOn: "2026-11-25",
        change: "Asking in the customer’s own words counts too, where before only what the source told did.",
        part: "Episodes in which the source tells that the customer asked for a person, handed over or not",
        whole: `${WITH_AI}; of sources that tell when somebody asks`,
        nullMeans: "The AI took part in no episode, or no source tells when somebody asks for a person.",
      },
    ],
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

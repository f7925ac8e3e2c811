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
  cohort: ENDED,
  matureAfterDays: 7,
  nullMeans: "No episode has been over for 7 days.",
});

const ENDED = "the day the episode ended, or 7 days after the last handoff of one that never ended";
const ENDED_WITH_AI =
  "the day the episode ended; for one that never ended 7 days after the last handoff, or after the customer’s last word to the AI";

const share = (
  metric: Pick<Metric, "label" | "better" | "says" | "part" | "whole" | "nullMeans"> & { cohort?: string },
): Metric => ({
  version: 1,
  unit: "share",
  target: null,
  grain: "episode",
  cohort: ENDED,
  matureAfterDays: 7,
  ...metric,
});

/** What became of it. */
export const RESOLUTION = {
  postEscalationResolution: resolution("handed over", "Post-escalation resolution", 0.8),
  answeredShare: share({
    label: "Answered share",
    better: "higher",
    says: "How many episodes that were handed over got a person’s answer: the part of post-escalation resolution that staffing decides.",
    part: "Episodes with a public human reply",
    whole: "All mature episodes that were handed over",
    nullMeans: "No episode has been over for 7 days.",
  }),
  resolvedIfAnswered: share({
    label: "Resolved if answered",
    better: "higher",
    says: "How many episodes that were handed over and answered ended with the customer’s need met: the part that product and skill decide.",
    part: "Closed or ended after the human’s last word, and no return about the same topic within 7 days",
    whole: "Mature episodes that were handed over and have a public human reply",
    nullMeans: "No answered episode has been over for 7 days.",
  }),
  assumedShare: share({
    label: "Resolution assumed",
    better: "lower",
    says: "How many of the resolutions after a handoff are only assumed, because nobody closed the episode.",
    part: "Ended by silence after the human’s last word",
    whole: "Mature episodes that were handed over and count as resolved",
    nullMeans: "No episode that was handed over counts as resolved.",
  }),
  humanOnlyResolution: resolution("handled by people alone", "Human-only resolution", null),
  aiResolution: share({
    label: "AI resolution (durable)",
    better: "higher",
    says: "How many of the episodes in which the AI took part it resolved alone, so that the customer did not come back.",
    part: "AI-only episodes that were confirmed (rated well, or thanked) or assumed (the AI spoke last, nothing speaks against it, and it was closed or silent), with no return about the same topic within 7 days",
    whole: "All mature episodes in which the AI took part (AI-only and handoff)",
    cohort: ENDED_WITH_AI,
    nullMeans: "No episode has been over for 7 days.",
  }),
  aiConfirmed: share({
    label: "AI resolution confirmed",
    better: "higher",
    says: "How many of the AI’s resolutions the customer confirmed, by a good rating or by thanks.",
    part: "Rated well within 7 days, or ended with the customer’s thanks for an answer",
    whole: "Mature AI-only episodes that count as resolved",
    cohort: ENDED_WITH_AI,
    nullMeans: "The AI resolved no episode that has been over for 7 days.",
  }),
  reopenRate: share({
    label: "Reopened",
    better: "lower",
    says: "How many closed episodes the customer reopened.",
    part: "Followed in the same conversation within 7 days by a message of the customer that is more than thanks",
    whole: "Episodes closed at least 7 days ago",
    cohort: "the day the episode was closed",
    nullMeans: "No episode was closed, or none 7 days ago.",
  }),
  repeatContact: {
    ...share({
      label: "Repeat contact",
      better: "lower",
      says: "How many closed episodes were followed by a new conversation of the same customer.",
      part: "Followed within 72 hours by another conversation of the customer, about the same topic where topics are known",
      whole: "Episodes of known customers closed at least 72 hours ago",
      cohort: "the day the episode was closed",
      nullMeans: "No episode of a known customer was closed, or none 72 hours ago.",
    }),
    matureAfterDays: 3,
  },
} satisfies Record<string, Metric>;

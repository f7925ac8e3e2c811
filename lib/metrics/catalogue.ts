export type Metric = {
  label: string;
  /** Raised when the definition changes. */
  version: number;
  unit: "share" | "seconds";
  better: "higher" | "lower";
  /** A share or seconds; null = no target. */
  target: number | null;
  /** What one counted thing is. */
  grain: "rating" | "episode" | "handoff";
  /** What the metric says, in one sentence. */
  says: string;
  /** The formula in words. */
  part: string;
  whole: string;
  /** The date that decides to which week a counted thing belongs. */
  cohort: string;
  /** Days after the end of a range until its value is final; null when it is final once its waits are over. */
  matureAfterDays: number | null;
  nullMeans: string;
};

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

/** Every metric, once. Popover, API, CSV header and this page's sentences are made from it. */
export const METRICS = {
  handoffCsat: csat("handed over", "Handoff CSAT"),
  aiOnlyCsat: csat("handled by the AI alone", "AI-only CSAT"),
  humanOnlyCsat: csat("handled by people alone", "Human-only CSAT"),
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
  timeToFirstHuman: {
    label: "Time to first human",
    version: 1,
    unit: "seconds",
    better: "lower",
    target: 300,
    grain: "handoff",
    says: "How long customers waited between the handoff and the first public human reply, in open hours.",
    part: "Answered by a person",
    whole:
      "First handoffs of an episode, without takeovers. Kaplan–Meier median of the wait: those who left and those still waiting count until then",
    cohort: "the time of the handoff",
    matureAfterDays: null,
    nullMeans: "Half of the customers had no answer yet, so the median was not reached.",
  },
  answeredInTarget: {
    label: "Answered within 5 minutes",
    version: 1,
    unit: "share",
    better: "higher",
    target: 0.8,
    grain: "handoff",
    says: "How many of those handed over in open hours had a person’s reply in less than five open minutes.",
    part: "Answered in less than 300 business seconds",
    whole:
      "First handoffs in open hours, without takeovers, that are answered, left, closed, handed back, or already waiting for 300 business seconds",
    cohort: "the time of the handoff",
    matureAfterDays: null,
    nullMeans: "No wait in open hours is decided yet.",
  },
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
  postEscalationResolution: resolution("handed over", "Post-escalation resolution", 0.8),
  humanOnlyResolution: resolution("handled by people alone", "Human-only resolution", null),
  leftBeforeAnswer: {
    label: "Left before an answer",
    version: 1,
    unit: "share",
    better: "lower",
    target: null,
    grain: "handoff",
    says: "How many customers left before a person replied.",
    part: "Left explicitly or silently before a public human reply, after 30 seconds or more",
    whole: "First handoffs of an episode, without takeovers and without those left within 30 seconds",
    cohort: "the time of the handoff",
    matureAfterDays: null,
    nullMeans: "Nobody was handed over.",
  },
  stillWaiting: {
    label: "Still waiting",
    version: 1,
    unit: "share",
    better: "lower",
    target: null,
    grain: "handoff",
    says: "How many customers still wait for a person.",
    part: "Waiting when last looked at",
    whole: "First handoffs of an episode, without takeovers",
    cohort: "the time of the handoff",
    matureAfterDays: null,
    nullMeans: "Nobody was handed over.",
  },
} satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;

export const METRIC_KEYS = Object.keys(METRICS) as MetricKey[];

export const isMetricKey = (key: string): key is MetricKey => Object.hasOwn(METRICS, key);

export const metricOf = (key: MetricKey): Metric => METRICS[key];

/** Whether a range's value can still change: its observation window is not over at `now`. */
export const isFinal = (key: MetricKey, { to }: { to: Date }, now: Date): boolean => {
  const days = metricOf(key).matureAfterDays ?? 0;
  return now.getTime() >= to.getTime() + days * 86_400_000;
};

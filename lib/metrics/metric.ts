/** What a metric is, in words and figures; the SQL that counts it is `db/metrics/records.ts`. */
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

/** What a metric is, in words and figures; the SQL that counts it is `db/metrics/records.ts`. */
export type Metric = Formula & {
  label: string;
  /** Raised when the definition changes; what held before goes to `earlier`. */
  version: number;
  unit: "share" | "seconds";
  better: "higher" | "lower";
  /** A share or seconds, where the workspace has set none of its own; null = no target. */
  target: number | null;
  /** What one counted thing is. */
  grain: "rating" | "episode" | "handoff";
  /** What the metric says, in one sentence. */
  says: string;
  /** The date that decides to which week a counted thing belongs. */
  cohort: string;
  /** Days after the end of a range until its value is final; null when it is final once its waits are over. */
  matureAfterDays: number | null;
  /** Days that a counted thing needs until it can count in the part, where the value is not held back as long. */
  lagDays?: number;
  /** The definitions it had before, the newest first; each can still be asked for by its version. */
  earlier?: readonly Earlier[];
};

/** How the value is made. */
export type Formula = {
  /** In words: what counts, and of what. */
  part: string;
  whole: string;
  nullMeans: string;
  /** The value is the cumulative incidence of an answer in less than so many business seconds; without, part ÷ whole. */
  incidenceUnderSeconds?: number;
};

/** A definition that another one has replaced. */
export type Earlier = Formula & {
  version: number;
  /** Local date, such as 2026-11-25, from which the newer one holds. */
  replacedOn: string;
  /** What the newer one changed, in one sentence. */
  change: string;
};

import type { MetricKey } from "./catalogue.ts";
import type { Measurement } from "./measure.ts";

/** What was said of a week when it was settled. */
export type PublishedPoint = {
  key: MetricKey;
  /** Definition it was counted by. */
  version: number;
  /** ISO week, such as 2026-W46. */
  week: string;
  measurement: Measurement;
  publishedAt: Date;
};

export type Restatement = {
  published: PublishedPoint;
  now: Measurement;
  /** Another definition holds now, so that a difference need not come from the data. */
  isRedefined: boolean;
};

const ROUNDING = 1e-9;

const isSame = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a)));

/** How a week's value of today, counted by `version`, differs from what was published of it; null when it does not or
 * nothing was published. The interval follows from the rest, so it is not compared. */
export const restatement = (
  published: PublishedPoint | undefined,
  { now, version }: { now: Measurement; version: number },
): Restatement | null => {
  if (!published) return null;
  const { measurement: then } = published;
  if (then.part === now.part && then.n === now.n && isSame(then.value, now.value)) return null;
  return { published, now, isRedefined: published.version !== version };
};

import { count, date, duration, MISSING, percent } from "#lib/format.ts";
import { metricOf } from "#lib/metrics/catalogue.ts";
import type { Restatement } from "#lib/metrics/restatement.ts";

/** By how much a week's value was restated, since when, and what came of it: "published 68.1 % on 9 Nov 2026, now 67.4 %:
 * 3 ratings came in later". */
export const restatedSentence = (restated: Restatement, zone: string): string => {
  const { published, now, isRedefined } = restated;
  const { unit, grain } = metricOf(published.key);
  const text = (value: number | null): string => {
    if (value === null) return MISSING;
    return unit === "seconds" ? duration(value) : percent(value, 1);
  };
  const { measurement: then, publishedAt, version } = published;
  const by = isRedefined ? ` by definition ${version}` : "";
  const values = `published ${text(then.value)}${by} on ${date(publishedAt, zone)}, now ${text(now.value)}`;
  return `${values}: ${reasonOf(now.n - then.n, grain, now.n)}`;
};

const reasonOf = (more: number, grain: string, n: number): string => {
  const things = (size: number) => `${count(size)} ${size === 1 ? grain : `${grain}s`}`;
  if (more > 0) return `${things(more)} came in later`;
  if (more < 0) return `${things(-more)} no longer ${more === -1 ? "counts" : "count"}`;
  return `the same ${things(n)}, of which some count otherwise`;
};

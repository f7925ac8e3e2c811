import { db } from "#app/_db.ts";
import { publishedPoints } from "#db/metrics/published.ts";
import type { Filters } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import type { PublishedPoint } from "#lib/metrics/restatement.ts";
import type { Range } from "#lib/time/range.ts";

type Find = (key: MetricKey, week: string | null) => PublishedPoint | undefined;

/** What was published of these metrics in these weeks. Only the whole workspace is published, so with a filter nothing is. */
export const publishedWith = async (
  { only }: Pick<Filters, "only">,
  keys: readonly MetricKey[],
  ranges: readonly Pick<Range, "week">[],
): Promise<Find> => {
  const weeks = ranges.flatMap(({ week }) => week ?? []);
  if (Object.keys(only).length > 0 || weeks.length === 0) return () => undefined;
  const points = await publishedPoints(db(), keys, weeks);
  const byName = new Map(points.map((point) => [`${point.key} ${point.week}`, point]));
  return (key, week) => byName.get(`${key} ${week}`);
};

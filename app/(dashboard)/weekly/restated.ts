import { db } from "#app/_db.ts";
import { publishedPoints } from "#db/metrics/published.ts";
import type { Filters } from "#lib/filters.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import type { Measurement } from "#lib/metrics/measure.ts";
import { restatement } from "#lib/metrics/restatement.ts";
import { restatedSentence } from "#lib/sentences/restated.ts";
import type { Range } from "#lib/time/range.ts";

/** Per week, how today's count differs from what was published of it, in words; null = it does not, or nothing was. Only
 * the whole workspace is published, so with a filter nothing is. */
export const restatedOf = async (
  key: MetricKey,
  filters: Filters,
  weeks: Range[],
  values: Measurement[],
): Promise<(string | null)[]> => {
  if (Object.keys(filters.only).length > 0) return weeks.map(() => null);
  const points = await publishedPoints(
    db(),
    [key],
    weeks.flatMap(({ week }) => week ?? []),
  );
  const { version } = metricOf(key);
  return weeks.map(({ week }, i) => {
    const [published, now] = [points.find((point) => point.week === week), values[i]];
    const found = now ? restatement(published, { now, version }) : null;
    return found && restatedSentence(found, filters.zone);
  });
};

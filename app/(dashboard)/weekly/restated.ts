import { publishedWith } from "#app/_published.ts";
import type { Filters } from "#lib/filters.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import type { Measurement } from "#lib/metrics/measure.ts";
import { restatement } from "#lib/metrics/restatement.ts";
import { restatedSentence } from "#lib/sentences/restated.ts";
import type { Range } from "#lib/time/range.ts";

/** Per week, how today's count differs from what was published of it, in words; null = it does not, or nothing was. */
export const restatedOf = async (
  key: MetricKey,
  filters: Filters,
  weeks: Range[],
  values: Measurement[],
): Promise<(string | null)[]> => {
  const publishedOf = await publishedWith(filters, [key], weeks);
  const { version } = metricOf(key);
  return weeks.map(({ week }, i) => {
    const now = values[i];
    const found = now ? restatement(publishedOf(key, week), { now, version }) : null;
    return found && restatedSentence(found, filters.zone);
  });
};

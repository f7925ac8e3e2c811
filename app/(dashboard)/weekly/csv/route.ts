import { stringify } from "csv-stringify/sync";
import { pageNow, refusal } from "#app/_auth/session.ts";
import { CSV, csvHeaders } from "#app/_csv.ts";
import { db } from "#app/_db.ts";
import { readFilters } from "#app/_filters.ts";
import { publishedWith } from "#app/_published.ts";
import { targetsWith } from "#app/_targets.ts";
import { measurePerRange } from "#db/metrics/measure.ts";
import { isFinal, METRIC_KEYS } from "#lib/metrics/catalogue.ts";
import { metricRow } from "#lib/metrics/rows.ts";
import { weeksUpTo } from "#lib/time/range.ts";

/** Every metric of the last twelve weeks with these filters. */
export const GET = async (request: Request): Promise<Response> => {
  const refused = await refusal();
  if (refused) return refused;
  const filters = await readFilters(Object.fromEntries(new URL(request.url).searchParams));
  const weeks = weeksUpTo(filters.range, 12, filters.zone);
  const [targetOf, publishedOf] = await Promise.all([targetsWith(filters), publishedWith(filters, METRIC_KEYS, weeks)]);
  const rows = await Promise.all(
    METRIC_KEYS.map(async (key) => {
      const measured = await measurePerRange(db(), key, filters, weeks);
      return weeks.map((range, i) => {
        const measurement = measured[i] ?? { value: null, part: 0, n: 0, low: null, high: null };
        return metricRow(key, {
          range,
          zone: filters.zone,
          isFinal: isFinal(key, range, pageNow()),
          measurement,
          target: targetOf(key),
          published: publishedOf(key, range.week),
        });
      });
    }),
  );
  const name = `seam-${filters.range.week ?? filters.range.lastDate}.csv`;
  return new Response(stringify(rows.flat(), CSV), { headers: csvHeaders(name) });
};

import { db } from "#app/_db.ts";
import { publishedWith } from "#app/_published.ts";
import { targetsWith } from "#app/_targets.ts";
import { answer } from "#app/api/_answer.ts";
import { measure, measurePerRange } from "#db/metrics/measure.ts";
import { isFinal } from "#lib/metrics/catalogue.ts";
import { metricRow } from "#lib/metrics/rows.ts";
import { weeksIn } from "#lib/time/range.ts";
import { readQuestion } from "../../_question.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ key: string }> };

/** One metric for the filters: one row, or with bucket=week one per ISO week that the range touches; with version=1 by an
 * earlier definition. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer(request, async () => {
    const { key, filters, bucket, version, now } = await readQuestion(request, (await params).key);
    const { zone } = filters;
    const ranges = bucket === "week" ? weeksIn(filters.range, zone) : [filters.range];
    const measured =
      bucket === "week"
        ? await measurePerRange(db(), key, filters, ranges, { version })
        : [await measure(db(), key, filters, { version })];
    const [targetOf, publishedOf] = await Promise.all([targetsWith(filters), publishedWith(filters, [key], ranges)]);
    return {
      data: measured.flatMap((measurement, i) => {
        const range = ranges[i];
        if (!range) return [];
        const published = publishedOf(key, range.week);
        const more = { isFinal: isFinal(key, range, now), target: targetOf(key), published, version };
        return [metricRow(key, { range, zone, measurement, ...more })];
      }),
    };
  });

import { db } from "#app/_db.ts";
import { recordRow } from "#app/_records.ts";
import { answer } from "#app/api/_answer.ts";
import { listCount, listRecords } from "#db/metrics/list.ts";
import { readQuestion } from "../../../_question.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ key: string }> };

/** The records behind a metric's number, a page at a time; only=part for those in the numerator. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  answer(request, async () => {
    const { key, filters, only, limit, offset, version } = await readQuestion(request, (await params).key);
    const [rows, total] = await Promise.all([
      listRecords(db(), key, filters, { only, limit, offset, version }),
      listCount(db(), key, filters, { only, version }),
    ]);
    return { total, limit, offset, data: rows.map(recordRow) };
  });

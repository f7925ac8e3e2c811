import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { refusal } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { readFilters } from "#app/_filters.ts";
import { recordRow } from "#app/_records.ts";
import { listRecords } from "#db/metrics/list.ts";
import { readView } from "../query.ts";

const BATCH = 2000;

/** A cell that a spreadsheet would run as a formula is kept as text. */
const tame = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** The whole list of the page, in its order, one line per row, as a stream. */
export const GET = async (request: Request): Promise<Response> => {
  const refused = await refusal();
  if (refused) return refused;
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filters = await readFilters(params);
  const { key, query } = readView(params);
  async function* rows() {
    for (let offset = 0; ; offset += BATCH) {
      const batch = await listRecords(db(), key, filters, { ...query, limit: BATCH, offset });
      for (const row of batch) yield recordRow(row);
      if (batch.length < BATCH) return;
    }
  }
  const lines = stringify({ header: true, cast: { boolean: String, string: tame } });
  const feed = async () => {
    try {
      for await (const row of rows()) if (!lines.write(row)) await new Promise((done) => lines.once("drain", done));
      lines.end();
    } catch (error) {
      lines.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };
  void feed();
  const name = `seam-${key}-${filters.range.week ?? filters.range.lastDate}.csv`;
  return new Response(Readable.toWeb(lines) as ReadableStream, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` },
  });
};

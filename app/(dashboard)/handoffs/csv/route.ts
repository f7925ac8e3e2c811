import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { refusal } from "#app/_auth/session.ts";
import { CSV, csvHeaders } from "#app/_csv.ts";
import { db } from "#app/_db.ts";
import { readFilters } from "#app/_filters.ts";
import { fileRow } from "#app/_records.ts";
import { readView } from "#app/_view.ts";
import { streamRecords } from "#db/metrics/list.ts";
import { log } from "#lib/log.ts";

const BATCH = 2000;

/** The whole list of the page, in its order, one line per row, as a stream. */
export const GET = async (request: Request): Promise<Response> => {
  const refused = await refusal();
  if (refused) return refused;
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filters = await readFilters(params);
  const { key, query, problem } = readView(params);
  if (problem) return new Response(`${problem}\n`, { status: 400, headers: { "cache-control": "private, no-store" } });
  async function* rows() {
    for await (const batch of streamRecords(db(), key, filters, { ...query, batch: BATCH })) {
      for (const row of batch) yield fileRow(row, { key, zone: filters.zone });
    }
  }
  // Whoever stops reading stops the questions too, and an error breaks the file off instead of ending it.
  const lines = pipeline(Readable.from(rows()), stringify(CSV), (error) => {
    if (error && !request.signal.aborted) log.error("csv", error);
  });
  const by = query.version === undefined ? "" : `-v${query.version}`;
  const name = `seam-${key}${by}-${filters.range.week ?? filters.range.lastDate}.csv`;
  return new Response(Readable.toWeb(lines) as ReadableStream, { headers: csvHeaders(name) });
};

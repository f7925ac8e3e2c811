import type { Db } from "#db/client.ts";
import { importRecords } from "#db/import-records.ts";
import { openRefusedAfter, payloadsOf, type RefusedRecord, resolveRefused } from "#db/import-runs.ts";
import { type CsvRow, csvKind, withRow } from "#lib/import/csv.ts";
import { parseJson } from "#lib/import/json.ts";
import { linesOf } from "#lib/import/lines.ts";
import { isObject } from "#lib/import/reader.ts";
import type { ReadContext } from "#lib/import/record.ts";
import { jsonRecords } from "#lib/import/records.ts";

const PAGE = 100;

type Setting = { db: Db; context: ReadContext; isDryRun: boolean };

/** Tries every open refused record again, a page at a time, for the source it was meant for. A CSV row whose conversation
 * has come meanwhile is added to that conversation. */
export const retryRefused = async (setting: Setting): Promise<{ taken: number; refused: number }> => {
  const done = { taken: 0, refused: 0 };
  for (let after = ""; ; ) {
    const page = await openRefusedAfter(setting.db, after, PAGE);
    for (const record of page) done[(await isTaken(record, setting)) ? "taken" : "refused"] += 1;
    const last = page.at(-1);
    if (!last) return done;
    after = last.id;
  }
};

const isTaken = async (record: RefusedRecord, { db, context, isDryRun }: Setting): Promise<boolean> => {
  const payload = await payloadToTry(db, record);
  const isSent = record.importRunId === null;
  const candidates = jsonRecords(linesOf(single(payload)), isSent ? null : record.fileName);
  const counts = await importRecords(db, candidates, {
    kind: isSent ? "push" : "import",
    context: { ...context, defaultSource: record.sourceKey ?? context.defaultSource },
    isDryRun,
    onBatch: async () => {},
  });
  if (counts.refused > 0 || counts.created + counts.updated + counts.unchanged === 0) return false;
  if (!isDryRun) await resolveRefused(db, record.id, context.now);
  return true;
};

/** The refused text; of a CSV row without conversation, the conversation that it belongs to with the row added. */
const payloadToTry = async (db: Db, { payload }: RefusedRecord): Promise<string> => {
  const row = parseJson(payload);
  if (!isObject(row) || typeof row["conversation_id"] !== "string") return payload;
  const kind = csvKind(Object.keys(row));
  const owners = await payloadsOf(db, row["conversation_id"]);
  const owner = owners.length === 1 ? parseJson(owners[0] ?? "") : null;
  if (kind === null || kind === "conversations" || !isObject(owner) || !Array.isArray(owner[kind])) return payload;
  return JSON.stringify(withRow(owner, kind, row as CsvRow));
};

async function* single(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

import type { Db } from "#db/client.ts";
import type { ImportCounts, Refusal } from "#db/import-runs.ts";
import { type PageItem, savePage } from "#db/save-page.ts";
import { parseRecord, type ReadContext } from "#lib/import/record.ts";
import type { Candidate } from "#lib/import/records.ts";
import { oneAhead } from "#lib/one-ahead.ts";

const BATCH = 500;
/** Characters of payload: 500 records of 5 MB would be more than a text, a jsonb or the memory holds. */
const BATCH_SIZE = 8 * 1024 * 1024;

type Options = {
  context: ReadContext;
  /** Called after each committed batch. */
  onBatch: (counts: ImportCounts, refusals: Refusal[]) => Promise<void>;
  isDryRun: boolean;
};

/** Takes records in, a batch a transaction: killed at any moment, nothing half-written stays, and the same input sent
 * again completes the work. When the input ends in an error, what came before it is taken first. */
export const importRecords = async (
  db: Db,
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  options: Options,
): Promise<ImportCounts> => {
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for await (const { items, refusals } of oneAhead(batches(candidates, options.context))) {
    const saved = options.isDryRun
      ? { created: items.length, updated: 0, unchanged: 0 }
      : await saveBySource(db, items, options.context.now);
    counts.created += saved.created;
    counts.updated += saved.updated;
    counts.unchanged += saved.unchanged;
    counts.refused += refusals.length;
    await options.onBatch(counts, refusals);
  }
  return counts;
};

type Batch = { items: PageItem[]; refusals: Refusal[] };

async function* batches(
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  context: ReadContext,
): AsyncGenerator<Batch> {
  let [batch, size, failure]: [Batch, number, unknown] = [{ items: [], refusals: [] }, 0, null];
  const source = untilFailure(candidates, (error) => {
    failure = error;
  });
  for await (const candidate of source) {
    const read = readCandidate(candidate, context);
    if ("item" in read) batch.items.push(read.item);
    else batch.refusals.push(read.refusal);
    size += candidate.payload.length;
    if (batch.items.length + batch.refusals.length < BATCH && size < BATCH_SIZE) continue;
    yield batch;
    [batch, size] = [{ items: [], refusals: [] }, 0];
  }
  if (batch.items.length + batch.refusals.length > 0) yield batch;
  if (failure !== null) throw failure;
}

async function* untilFailure(
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Candidate> {
  try {
    yield* candidates;
  } catch (error) {
    onFailure(error);
  }
}

const readCandidate = (candidate: Candidate, context: ReadContext): { item: PageItem } | { refusal: Refusal } => {
  const { line, payload } = candidate;
  if ("reason" in candidate) return { refusal: { line, field: "", reason: candidate.reason, payload } };
  const parsed = parseRecord(candidate.json, context);
  if (!parsed.ok) return { refusal: { line, field: parsed.field, reason: parsed.reason, payload } };
  const { conversation } = parsed;
  if (candidate.hadInvalidUtf8) {
    conversation.defects.push({ field: "", code: "invalid_utf8", detail: "bytes that are not UTF-8 were replaced" });
  }
  return { item: { conversation, payload, eventId: conversation.externalId } };
};

const saveBySource = async (db: Db, batch: PageItem[], now: Date) => {
  const total = { created: 0, updated: 0, unchanged: 0 };
  for (const [key, items] of Map.groupBy(batch, ({ conversation }) => conversation.source)) {
    const saved = await savePage(db, { source: { key, kind: "import" }, items, now });
    total.created += saved.created;
    total.updated += saved.updated;
    total.unchanged += saved.unchanged;
  }
  return total;
};

import { isObject } from "#lib/import/reader.ts";
import { parseRecord, type ReadContext } from "#lib/import/record.ts";
import type { Candidate } from "#lib/import/records.ts";
import { oneAhead } from "#lib/one-ahead.ts";
import type { Db } from "./client.ts";
import type { ImportCounts, Refusal } from "./import-runs.ts";
import type { Closed } from "./open-source.ts";
import { type PageItem, storePage } from "./save-page.ts";
import { connectedKeys } from "./sources.ts";

const BATCH = 500;
/** Characters of payload: 500 records of 5 MB would be more than a text, a jsonb or the memory holds. */
const BATCH_SIZE = 8 * 1024 * 1024;

/** What became of one record. */
export type RecordVerdict = { line: number; source: string; id: string; verdict: "created" | "updated" | "unchanged" };

type Options = {
  context: ReadContext;
  /** What a source is that these records name first: brought in files, or pushed. */
  kind: "import" | "push";
  /** They are sent the moment they change: what says nothing of its revision is newer than what came before it. */
  byArrival?: boolean;
  /** Called after each committed batch. */
  onBatch: (counts: ImportCounts, refusals: Refusal[], verdicts: RecordVerdict[]) => Promise<void>;
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
  const reading = { ...options.context, connected: await connectedKeys(db) };
  for await (const { items, refusals } of oneAhead(batches(candidates, reading))) {
    const { verdicts, closed } = options.isDryRun
      ? { verdicts: items.map((item) => verdictOf(item, "created")), closed: [] }
      : await saveBySource(db, items, options);
    refusals.push(...closed);
    for (const { verdict } of verdicts) counts[verdict] += 1;
    counts.refused += refusals.length;
    await options.onBatch(counts, refusals, verdicts);
  }
  return counts;
};

const verdictOf = ({ line, conversation }: LinedItem, verdict: RecordVerdict["verdict"]): RecordVerdict => ({
  line,
  source: conversation.source,
  id: conversation.externalId,
  verdict,
});

type LinedItem = PageItem & { line: number };
type Reading = ReadContext & { connected: ReadonlySet<string> };

type Batch = { items: LinedItem[]; refusals: Refusal[] };

async function* batches(
  candidates: AsyncIterable<Candidate> | Iterable<Candidate>,
  context: Reading,
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

const readCandidate = (candidate: Candidate, context: Reading): { item: LinedItem } | { refusal: Refusal } => {
  const { line, payload } = candidate;
  const source = sourceOf(candidate) ?? context.defaultSource;
  const refused = (field: string, reason: string) => ({ refusal: { line, field, reason, payload, source } });
  if ("reason" in candidate) return refused("", candidate.reason);
  const parsed = parseRecord(candidate.json, context);
  if (!parsed.ok) return refused(parsed.field, parsed.reason);
  const { conversation } = parsed;
  if (context.connected.has(conversation.source)) return refused("source", CLOSED.connected(conversation.source));
  if (candidate.hadInvalidUtf8) {
    conversation.defects.push({ field: "", code: "invalid_utf8", detail: "bytes that are not UTF-8 were replaced" });
  }
  return { item: { conversation, payload, eventId: conversation.externalId, line } };
};

const sourceOf = (candidate: Candidate): string | null => {
  const named = "json" in candidate && isObject(candidate.json) ? candidate.json["source"] : null;
  return typeof named === "string" && named !== "" ? named : null;
};

const CLOSED: Record<Closed, (source: string) => string> = {
  connected: (source) => `${source} is read by itself; name another source`,
  removing: (source) => `${source} is being removed; send it again once it is gone`,
};

const saveBySource = async (db: Db, batch: LinedItem[], { context, kind, byArrival = false }: Options) => {
  const verdicts: RecordVerdict[] = [];
  const closed: Refusal[] = [];
  for (const [key, items] of Map.groupBy(batch, ({ conversation }) => conversation.source)) {
    const stored = await storePage(db, { source: { key, kind }, items, byArrival, now: context.now });
    if (typeof stored === "string") closed.push(...items.map((item) => closedTo(item, key, stored)));
    else verdicts.push(...items.map((item) => verdictOf(item, stored.get(item) ?? "unchanged")));
  }
  return { verdicts, closed };
};

const closedTo = ({ line, payload }: LinedItem, source: string, closed: Closed): Refusal => ({
  ...{ line, field: "source", reason: CLOSED[closed](source), payload, source },
  ...(closed === "removing" ? { isLeaving: true } : {}),
});

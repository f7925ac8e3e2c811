import type { Db } from "#db/client.ts";
import { importRecords, type RecordVerdict } from "#db/import-records.ts";
import { type Refusal, saveRefused } from "#db/import-runs.ts";
import { nudgeAssess } from "#db/sources.ts";
import { AppError } from "#lib/errors.ts";
import { linesOf } from "#lib/import/lines.ts";
import { jsonRecords } from "#lib/import/records.ts";

type Setting = { mode: "demo" | "own" | string; zone: string; source: string; sender: string };

export type Taken = {
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  results: (RecordVerdict | { line: number; verdict: "refused"; field: string; reason: string })[];
};

/** Stores what a body holds as it streams in, a batch a transaction, and says of each record what became of it. What was
 * refused is kept with its reason too. Throws `conflict` in a demo: made-up and real data never mix. */
export const takeIn = async (
  db: Db,
  body: AsyncIterable<Uint8Array> | null,
  { mode, zone, source, sender }: Setting,
): Promise<Taken> => {
  if (mode === "demo")
    throw new AppError("conflict", "This workspace shows the demo; choose “Start with my data” first.");
  if (!body) throw new AppError("bad_input", "The body is empty; send one conversation, a list, or one per line.");
  const now = new Date();
  const results: Taken["results"] = [];
  const fileName = `pushed by ${sender}`;
  const counts = await importRecords(db, jsonRecords(linesOf(body), null), {
    context: { now, zone, defaultSource: source },
    kind: "push",
    byArrival: true,
    isDryRun: false,
    onBatch: async (_, refusals, verdicts) => {
      results.push(...verdicts, ...refusals.map(refusedOf));
      await saveRefused(db, { id: null, fileName }, refusals, now);
    },
  });
  const received = results.length;
  if (received === 0) throw new AppError("bad_input", "There is no conversation in the body.");
  await nudgeAssess(db);
  return { received, ...counts, results: results.sort((a, b) => a.line - b.line) };
};

const refusedOf = ({ line, field, reason }: Refusal) => ({ line, verdict: "refused" as const, field, reason });

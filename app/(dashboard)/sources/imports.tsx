import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { importRunsNewestFirst, openRefusedOfFiles } from "#db/import-runs.ts";
import { count, dateTime } from "#lib/format.ts";

const RUNS: Column[] = [
  { name: "File", className: "font-semibold" },
  { name: "Started" },
  { name: "New", isNumber: true },
  { name: "Updated", isNumber: true },
  { name: "Unchanged", isNumber: true },
  { name: "Refused", isNumber: true },
  { name: "State", isPlain: true },
];

/** The last files that came in. */
export async function Imports({ zone }: { zone: string }) {
  const runs = await importRunsNewestFirst(db(), 20);
  return (
    <section className="section">
      <h2>Imports</h2>
      {runs.length === 0 && <p className="deck mt-1">No file has been imported.</p>}
      {runs.length > 0 && (
        <FoldingTable
          columns={RUNS}
          rows={runs.map((run) => ({
            key: run.id,
            cells: [
              run.fileName,
              dateTime(run.startedAt, zone),
              count(run.created),
              count(run.updated),
              count(run.unchanged),
              count(run.refused),
              run.error ?? (run.finishedAt ? "complete" : "running, or stopped half-way: send it again"),
            ],
          }))}
        />
      )}
    </section>
  );
}

const REFUSED: Column[] = [
  { name: "File or sender" },
  { name: "Source" },
  { name: "Line", isNumber: true },
  { name: "Field" },
  { name: "Reason", isPlain: true },
  { name: "When" },
];

/** Records of files, and records sent to us, that could not be taken. */
export async function RefusedRecords({ zone }: { zone: string }) {
  const refused = await openRefusedOfFiles(db(), 200);
  return (
    <section className="section">
      <h2>Refused records</h2>
      <p className="deck">
        {refused.length === 0
          ? "None. A record is refused only when its id, its time or every author is unusable."
          : "Everything else that came with these went in. Correct the file written beside each import and send it again, or retry with npm run import -- --retry."}
      </p>
      {refused.length > 0 && (
        <FoldingTable
          columns={REFUSED}
          rows={refused.map(({ id, fileName, sourceKey, line, field, reason, refusedAt }) => ({
            key: id,
            cells: [fileName, sourceKey ?? "–", line, field || "–", reason, dateTime(refusedAt, zone)],
          }))}
        />
      )}
    </section>
  );
}

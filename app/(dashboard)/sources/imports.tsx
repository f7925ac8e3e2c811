import { db } from "#app/_db.ts";
import { importRunsNewestFirst, openRefusedOfFiles } from "#db/import-runs.ts";
import { count, dateTime } from "#lib/format.ts";

/** The last files that came in. */
export async function Imports({ zone }: { zone: string }) {
  const runs = await importRunsNewestFirst(db(), 20);
  return (
    <section className="section">
      <h2>Imports</h2>
      {runs.length === 0 && <p className="deck mt-1">No file has been imported.</p>}
      {runs.length > 0 && (
        <div className="overflow-x-auto">
          <table className="table mt-2">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Started</th>
                <th scope="col" className="number">
                  New
                </th>
                <th scope="col" className="number">
                  Updated
                </th>
                <th scope="col" className="number">
                  Unchanged
                </th>
                <th scope="col" className="number">
                  Refused
                </th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td className="font-semibold">{run.fileName}</td>
                  <td>{dateTime(run.startedAt, zone)}</td>
                  <td className="number">{count(run.created)}</td>
                  <td className="number">{count(run.updated)}</td>
                  <td className="number">{count(run.unchanged)}</td>
                  <td className="number">{count(run.refused)}</td>
                  <td>{run.error ?? (run.finishedAt ? "complete" : "running, or stopped half-way: send it again")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

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
        <div className="overflow-x-auto">
          <table className="table mt-2">
            <thead>
              <tr>
                <th scope="col">File or sender</th>
                <th scope="col">Source</th>
                <th scope="col" className="number">
                  Line
                </th>
                <th scope="col">Field</th>
                <th scope="col">Reason</th>
                <th scope="col">When</th>
              </tr>
            </thead>
            <tbody>
              {refused.map((one) => (
                <tr key={one.id}>
                  <td>{one.fileName}</td>
                  <td>{one.sourceKey ?? "–"}</td>
                  <td className="number">{one.line}</td>
                  <td>{one.field || "–"}</td>
                  <td>{one.reason}</td>
                  <td>{dateTime(one.refusedAt, zone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

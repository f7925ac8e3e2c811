import type { Metadata } from "next";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { importRunsNewestFirst, openRefused } from "#db/import-runs.ts";
import { sourceSummaries } from "#db/sources.ts";
import { count, dateTime } from "#lib/format.ts";
import { EXAMPLE } from "#lib/import/example.ts";

export const metadata: Metadata = { title: "Sources" };

export default async function Sources() {
  await requireAdmin();
  const { zone } = await theWorkspace();
  const [sources, runs, refused] = await Promise.all([
    sourceSummaries(db()),
    importRunsNewestFirst(db(), 20),
    openRefused(db(), 200),
  ]);
  return (
    <main className="page space-y-10">
      <section className="section">
        <h1 className="text-[24px] leading-8 font-semibold">Sources</h1>
        {sources.length === 0 ? (
          <p className="deck mt-2">Nothing has come in yet. Import a file, as shown below.</p>
        ) : (
          <div className="overflow-x-auto">
            <table className="table mt-2">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Kind</th>
                  <th scope="col" className="number">
                    Conversations
                  </th>
                  <th scope="col">Last received</th>
                  <th scope="col">First seen</th>
                </tr>
              </thead>
              <tbody>
                {sources.map((source) => (
                  <tr key={source.key}>
                    <td className="font-semibold">{source.key}</td>
                    <td>{source.kind === "demo" ? "made-up data" : "import"}</td>
                    <td className="number">{count(source.conversations)}</td>
                    <td>{source.lastReceivedAt ? dateTime(source.lastReceivedAt, zone) : "–"}</td>
                    <td>{dateTime(source.createdAt, zone)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
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
                    <td>
                      {run.error ?? (run.finishedAt ? "complete" : "running, or stopped half-way: send it again")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section className="section">
        <h2>Refused records</h2>
        <p className="deck">
          {refused.length === 0
            ? "None. A record is refused only when its id, its time or every author is unusable."
            : "Everything else of these files went in. Correct the file written beside each import and send it again, or retry with npm run import -- --retry."}
        </p>
        {refused.length > 0 && (
          <div className="overflow-x-auto">
            <table className="table mt-2">
              <thead>
                <tr>
                  <th scope="col">File</th>
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
      <section className="section">
        <h2>Bring your own conversations</h2>
        <p className="deck mt-1 max-w-[720px]">
          <code>npm run import -- FILE…</code> takes JSON lines, the four CSV files and vCon, plain or .gz. Sending a
          file twice changes nothing; a newer revision replaces. The format is described at{" "}
          <a href="/api/v1/schema" className="link">
            /api/v1/schema
          </a>
          ; one full record looks like this, on one line:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre className="mt-3 max-h-96 overflow-auto bg-sunken p-4 text-[12px] leading-[18px]" tabIndex={0}>
          {JSON.stringify(EXAMPLE, null, 2)}
        </pre>
      </section>
    </main>
  );
}

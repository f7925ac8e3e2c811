import { pageNow } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { latestReadings } from "#db/readings.ts";
import type { Source } from "#db/sources.ts";
import { date, dateTime } from "#lib/format.ts";
import { REASON_TEXT } from "#lib/sources/words.ts";
import { readAgain } from "../actions.ts";
import { Progress } from "../progress.tsx";

const COLUMNS: Column[] = [
  { name: "What is read" },
  { name: "Began between", className: "whitespace-nowrap" },
  { name: "How far", isPlain: true, className: "min-w-56" },
  { name: "Finished", className: "whitespace-nowrap" },
];

/** What of the past has been read, is being read, or waits for it. */
export async function Readings({ source, zone }: { source: Source; zone: string }) {
  const readings = await latestReadings(db(), source.id);
  return (
    <section className="section">
      <h2>The past</h2>
      {readings.length === 0 && <p className="deck mt-1">Nothing of the past has been asked for.</p>}
      {readings.length > 0 && (
        <FoldingTable
          columns={COLUMNS}
          rows={readings.map((reading) => {
            const { id, reason, fromAt, toAt, finishedAt } = reading;
            return {
              key: id,
              cells: [
                REASON_TEXT[reason],
                `${date(fromAt, zone)} – ${date(toAt, zone)}`,
                <Progress key="progress" reading={reading} source={source} now={pageNow()} />,
                finishedAt ? dateTime(finishedAt, zone) : "–",
              ],
            };
          })}
        />
      )}
      <p className="deck mt-2">
        A conversation that is stored here and not listed by the source any more is asked for by name, and erased when
        the source says that it is gone.
      </p>
      <ActionForm action={readAgain} submit="Read again" look="quiet" className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="source" value={source.key} />
        <label>
          <span className="label">Read again what began in</span>
          <select name="days" className="field">
            <option value={3}>the last three days</option>
            <option value={35}>the last five weeks</option>
            <option value={365}>the last year</option>
            <option value={3650}>the last ten years</option>
          </select>
        </label>
      </ActionForm>
    </section>
  );
}

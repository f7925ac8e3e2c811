import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { refusedOf } from "#db/import-runs.ts";
import type { SourceSummary } from "#db/sources.ts";
import { count, dateTime } from "#lib/format.ts";
import { retryRefused } from "../actions.ts";

const SHOWN = 100;

/** Conversations that were read and could not be taken. */
export async function RefusedHere({ source, zone }: { source: SourceSummary; zone: string }) {
  const refused = await refusedOf(db(), source.id, SHOWN);
  if (refused.length === 0) return null;
  return (
    <section className="section">
      <div className="flex flex-wrap items-baseline gap-x-6">
        <h2>{count(source.refused)} refused</h2>
        <ActionForm action={retryRefused} submit="Fetch all again" look="link">
          <input type="hidden" name="source" value={source.key} />
        </ActionForm>
      </div>
      <div className="overflow-x-auto">
        <table className="table mt-2">
          <thead>
            <tr>
              <th scope="col">Conversation</th>
              <th scope="col">Field</th>
              <th scope="col">Reason</th>
              <th scope="col">When</th>
              <th scope="col">
                <span className="sr">Retry</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ id, externalId, field, reason, refusedAt }) => (
              <tr key={id}>
                <td className="font-semibold">{externalId}</td>
                <td>{field || "–"}</td>
                <td>{reason}</td>
                <td className="whitespace-nowrap">{dateTime(refusedAt, zone)}</td>
                <td>
                  <ActionForm action={retryRefused} submit="Fetch again" look="link">
                    <input type="hidden" name="source" value={source.key} />
                    <input type="hidden" name="conversation" value={externalId ?? ""} />
                  </ActionForm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

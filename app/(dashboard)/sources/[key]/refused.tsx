import { ActionForm } from "#app/_components/action-form.tsx";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { refusedOf } from "#db/import-runs.ts";
import type { SourceSummary } from "#db/sources.ts";
import { count, dateTime } from "#lib/format.ts";
import { retryRefused } from "../actions.ts";

const SHOWN = 100;

const COLUMNS: Column[] = [
  { name: "Conversation", className: "font-semibold" },
  { name: "Field" },
  { name: "Reason", isPlain: true },
  { name: "When", className: "whitespace-nowrap" },
  { name: "Retry", isUnnamed: true },
];

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
      <FoldingTable
        columns={COLUMNS}
        rows={refused.map(({ id, externalId, field, reason, refusedAt }) => ({
          key: id,
          cells: [
            externalId,
            field || "–",
            reason,
            dateTime(refusedAt, zone),
            <ActionForm key="again" action={retryRefused} submit="Fetch again" look="link">
              <input type="hidden" name="source" value={source.key} />
              <input type="hidden" name="conversation" value={externalId ?? ""} />
            </ActionForm>,
          ],
        }))}
      />
    </section>
  );
}

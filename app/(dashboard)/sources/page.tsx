import type { Metadata } from "next";
import Link from "next/link";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { Refresh } from "#app/_components/refresh.tsx";
import { db } from "#app/_db.ts";
import { leftOutCounts } from "#db/excluded.ts";
import { sourceSummaries } from "#db/sources.ts";
import { count } from "#lib/format.ts";
import { EXAMPLE } from "#lib/import/example.ts";
import { DESCRIPTORS } from "#lib/sources/catalogue.ts";
import { Connections } from "./connections.tsx";
import { Imports, RefusedRecords } from "./imports.tsx";
import { LEFT_OUT } from "./left-out.ts";

export const metadata: Metadata = { title: "Sources" };

export default async function Sources() {
  await requireAdmin();
  const { zone, mode } = await theWorkspace();
  const sources = await sourceSummaries(db());
  return (
    <main className="page space-y-10">
      <Refresh seconds={3} />
      <section>
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
          <h1 className="text-[24px] leading-8 font-semibold">Sources</h1>
          {mode === "own" && (
            <div className="flex flex-wrap gap-2 sm:ml-auto">
              {DESCRIPTORS.map(({ kind, action }) => (
                <Link key={kind} href={`/sources/connect/${kind}`} className="button quiet">
                  {action}
                </Link>
              ))}
            </div>
          )}
        </div>
        {mode === "demo" && (
          <p className="deck mt-1">
            This workspace shows the demo. To connect your own systems, choose “Start with my data” in{" "}
            <Link href="/settings" className="link">
              Settings
            </Link>{" "}
            first: made-up and real data never mix.
          </p>
        )}
        <Connections sources={sources} zone={zone} />
      </section>
      <LeftOutOfNumbers />
      <Imports zone={zone} />
      <RefusedRecords zone={zone} />
      <Format />
    </main>
  );
}

const LEFT_OUT_COLUMNS: Column[] = [
  { name: "Left out", className: "font-semibold whitespace-nowrap" },
  { name: "Conversations", isNumber: true },
  { name: "Why", isPlain: true },
];

async function LeftOutOfNumbers() {
  const counts = await leftOutCounts(db());
  return (
    <section className="section">
      <h2>Left out of the numbers</h2>
      {counts.length === 0 && <p className="deck mt-1">Nothing: every conversation is counted.</p>}
      {counts.length > 0 && (
        <FoldingTable
          columns={LEFT_OUT_COLUMNS}
          isHeadless
          rows={counts.map(({ why, n }) => ({
            key: why,
            cells: [
              <Link key={why} href={`/sources/left-out/${why}`} className="link">
                {LEFT_OUT[why].name}
              </Link>,
              count(n),
              LEFT_OUT[why].why,
            ],
          }))}
        />
      )}
    </section>
  );
}

function Format() {
  return (
    <section className="section">
      <h2>Bring your own conversations</h2>
      <p className="deck mt-1 max-w-[720px]">
        <code>npm run import -- FILE…</code> takes JSON lines, the four CSV files and vCon, plain or .gz;{" "}
        <code>POST /api/v1/conversations</code> takes JSON lines. Sending something twice changes nothing; a newer
        revision replaces. The format is described at{" "}
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
  );
}

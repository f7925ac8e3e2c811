import Link from "next/link";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import type { LeftRow } from "#app/_queue.ts";

const COLUMNS: Column[] = [
  { name: "Left at", isNumber: true },
  { name: "Waited", isNumber: true, className: "font-semibold" },
  { name: "How we know", isPlain: true },
  { name: "Customer", isPlain: true },
  { name: "Topic" },
  { name: "Team" },
];

/** Who left on the day before a person answered, the newest first. */
export function LeftTable({ rows, href, isFirst }: { rows: LeftRow[]; href: string; isFirst: boolean }) {
  return (
    <section className={isFirst ? "section" : "mt-8"} aria-label="Left without an answer">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2>Left without an answer</h2>
        <Link href={href} className="link note">
          all of the day
        </Link>
      </div>
      {rows.length === 0 ? (
        <p className="deck mt-2">Nobody has left.</p>
      ) : (
        <FoldingTable
          isSlim
          columns={COLUMNS}
          rows={rows.map(({ id, href: at, ...row }) => ({
            key: id,
            cells: [
              row.at,
              row.waited,
              row.how,
              <Link key="customer" href={at} className="font-semibold">
                {row.customer}
              </Link>,
              row.topic,
              row.team,
            ],
          }))}
        />
      )}
    </section>
  );
}

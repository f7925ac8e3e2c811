// biome-ignore-all lint/a11y/noRedundantRoles: some browsers forget what a table is once its rows are blocks
import Link from "next/link";
import type { LeftRow } from "#app/_queue.ts";

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
        <p className="deck mt-2">Nobody left so far.</p>
      ) : (
        <div className="@container">
          <table role="table" className="table folding mt-1">
            <thead role="rowgroup">
              <tr role="row">
                {["Left at", "Waited", "Customer", "Topic", "Team"].map((name, i) => (
                  <th key={name} role="columnheader" scope="col" className={i < 2 ? "number" : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row) => (
                <tr key={row.id} role="row">
                  <td role="cell" className="number">
                    {row.at}
                  </td>
                  <td role="cell" data-column="waited" className="number font-semibold">
                    {row.waited}
                  </td>
                  <td role="cell">
                    <Link href={row.href} className="font-semibold">
                      {row.customer}
                    </Link>
                  </td>
                  <td role="cell">{row.topic}</td>
                  <td role="cell">{row.team}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

// biome-ignore-all lint/a11y/noRedundantRoles: some browsers forget what a table is once its rows are blocks
"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { isTyping } from "#app/_components/is-typing.ts";
import type { WaitingRow } from "#app/_queue.ts";
import { count as counted, duration, roughLength } from "#lib/format.ts";
import { LONG_SECONDS, TARGET_SECONDS, WaitBar } from "./wait-bar.tsx";

/** heldAt: the time up to which data is complete, where it is late. ahead: seconds since the rows were read. */
type Props = { rows: WaitingRow[]; count: number; heldAt: string | null; ahead: number };

/** Who waits, oldest first. */
export function WaitingTable({ rows, count, heldAt, ahead }: Props) {
  const current = useRowKeys(rows);
  return (
    <section className="section" aria-label="Waiting now">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2>
          {heldAt === null ? "Waiting now" : `Waiting at ${heldAt}`}, {counted(count)}
        </h2>
        <span className="note">longest first, in open hours; marks at 5 and 15 minutes</span>
        <span className="note no-print ml-auto hidden items-center gap-1 sm:flex">
          <span className="key">↑</span> <span className="key">↓</span> move <span className="key">↵</span> open
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="py-6 text-[14px]">
          {heldAt === null ? "Nobody is waiting for a person." : "Nobody was waiting for a person."}
        </p>
      ) : (
        <div className="max-sm:@container">
          <table role="table" className="table folding mt-1">
            <thead role="rowgroup">
              <tr role="row">
                {["Waiting", "AI ◆ wait", "Promised", "Customer", "Topic", "Why escalated", "Team"].map((name, i) => (
                  <th key={name} role="columnheader" scope="col" className={i === 0 ? "number" : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((row, i) => (
                <Row key={row.id} row={row} ahead={ahead} isCurrent={i === current} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {count > rows.length && rows.length > 0 && (
        <p className="note mt-2">The {counted(rows.length)} that have waited longest are shown.</p>
      )}
    </section>
  );
}

function Row({ row, ahead, isCurrent }: { row: WaitingRow; ahead: number; isCurrent: boolean }) {
  const wait = row.waitSeconds + (row.isOpen ? ahead : 0);
  const tone = wait >= LONG_SECONDS ? "text-red-ink" : "text-ink";
  return (
    <tr
      role="row"
      id={row.id}
      className={isCurrent ? "bg-sunken" : undefined}
      aria-current={isCurrent ? "true" : undefined}
    >
      <td role="cell" data-column="" className={`number text-[15px] font-semibold ${tone}`}>
        {duration(wait)}
        {wait >= TARGET_SECONDS && <span className="sr">, five minutes or more</span>}
      </td>
      <td role="cell" data-column="">
        <WaitBar aiSeconds={row.aiSeconds} waitSeconds={wait} isLate={wait >= LONG_SECONDS} />
      </td>
      <td role="cell" data-column="Promised" className="whitespace-nowrap">
        <Promised seconds={row.promisedSeconds} waited={row.wallSeconds + ahead} />
      </td>
      <td role="cell">
        <Link href={row.href} className="font-semibold">
          {row.customer}
        </Link>{" "}
        <span className="text-ink-3">{row.tier}</span>
      </td>
      <td role="cell" data-column="">
        {row.topic}
      </td>
      <td role="cell" data-column="">
        {row.why}
      </td>
      <td role="cell" data-column="">
        {row.team}
      </td>
    </tr>
  );
}

/** By the clock, as a promise is understood. */
function Promised({ seconds, waited }: { seconds: number | null; waited: number }) {
  if (seconds === null) return <span className="none text-ink-3">none</span>;
  const over = waited - seconds;
  return (
    <>
      {roughLength(seconds)}
      {over > 0 && <b className="font-semibold"> +{duration(over)}</b>}
    </>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** The row that the arrow keys are at; −1 = none yet. It stays with its customer when others come and go. */
const useRowKeys = (rows: WaitingRow[]): number => {
  const router = useRouter();
  const [id, setId] = useState<string | null>(null);
  const at = rows.findIndex((row) => row.id === id);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const step = STEPS[event.key];
      if (step) {
        event.preventDefault();
        const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
        setId(next?.id ?? null);
        if (next) document.getElementById(next.id)?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter" && rows[at] && document.activeElement === document.body) {
        router.push(rows[at].href);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [rows, at, router]);
  return at;
};

import Link from "next/link";
import { pageNow } from "#app/_auth/session.ts";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { openReading } from "#db/readings.ts";
import type { SourceSummary } from "#db/sources.ts";
import { count, dateTime, roughLength } from "#lib/format.ts";
import { descriptorOf } from "#lib/sources/catalogue.ts";
import { isInTrouble, stateText } from "#lib/sources/words.ts";
import { Progress } from "./progress.tsx";

const COLUMNS: Column[] = [
  { name: "Name", className: "font-semibold" },
  { name: "State", isPlain: true, className: "min-w-56" },
  { name: "Complete until", className: "whitespace-nowrap" },
  { name: "Conversations", isNumber: true },
  { name: "To fetch", isNumber: true },
  { name: "Refused", isNumber: true },
  { name: "Requests left", isNumber: true },
  { name: "Last received", className: "whitespace-nowrap" },
];

/** Every source, with what it is doing now. */
export function Connections({ sources, zone }: { sources: SourceSummary[]; zone: string }) {
  if (sources.length === 0) return <p className="deck mt-2">Nothing is connected and nothing has come in yet.</p>;
  return (
    <FoldingTable
      columns={COLUMNS}
      rows={sources.map((source) => ({ key: source.id, cells: cellsOf(source, zone) }))}
    />
  );
}

const cellsOf = (source: SourceSummary, zone: string) => {
  const { kind, watermarkAt, lastReceivedAt, requestsLeft } = source;
  const isRead = kind !== "push" && descriptorOf(kind) !== null;
  return [
    <Name key="name" source={source} />,
    <State key="state" source={source} zone={zone} />,
    <Until key="until" at={watermarkAt} zone={zone} />,
    count(source.conversations),
    isRead ? count(source.hints) : "–",
    count(source.refused),
    requestsLeft === null ? "–" : count(requestsLeft),
    lastReceivedAt ? dateTime(lastReceivedAt, zone) : "–",
  ];
};

function Name({ source: { key, kind } }: { source: SourceSummary }) {
  if (kind === "demo") return key;
  return (
    <Link href={`/sources/${encodeURIComponent(key)}`} className="link">
      {key}
    </Link>
  );
}

async function State({ source, zone }: { source: SourceSummary; zone: string }) {
  const now = pageNow();
  const reading = source.state === "active" ? await openReading(db(), source.id) : null;
  return (
    <>
      <span className={isInTrouble(source) ? "font-semibold text-red-ink" : undefined}>{stateText(source, now)}</span>
      {source.lastError && (
        <p className="note max-w-[420px]">
          {source.lastError}
          {source.failingSince && source.retryAt && ` It is tried again at ${dateTime(source.retryAt, zone)}.`}
        </p>
      )}
      {reading && <Progress reading={reading} source={source} now={now} />}
    </>
  );
}

function Until({ at, zone }: { at: Date | null; zone: string }) {
  if (!at) return "–";
  return (
    <>
      {dateTime(at, zone)}
      <p className="note">{roughLength((pageNow().getTime() - at.getTime()) / 1000)} ago</p>
    </>
  );
}

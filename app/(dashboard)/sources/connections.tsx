import Link from "next/link";
import { pageNow } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { openReading } from "#db/readings.ts";
import type { SourceSummary } from "#db/sources.ts";
import { count, dateTime, roughLength } from "#lib/format.ts";
import { descriptorOf } from "#lib/sources/catalogue.ts";
import { isInTrouble, stateText } from "#lib/sources/words.ts";
import { Progress } from "./progress.tsx";

/** Every source, with what it is doing now. */
export function Connections({ sources, zone }: { sources: SourceSummary[]; zone: string }) {
  if (sources.length === 0) return <p className="deck mt-2">Nothing is connected and nothing has come in yet.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="table mt-2">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">State</th>
            <th scope="col">Complete until</th>
            <th scope="col" className="number">
              Conversations
            </th>
            <th scope="col" className="number">
              To fetch
            </th>
            <th scope="col" className="number">
              Refused
            </th>
            <th scope="col" className="number">
              Requests left
            </th>
            <th scope="col">Last received</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Connection key={source.id} source={source} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

async function Connection({ source, zone }: { source: SourceSummary; zone: string }) {
  const now = pageNow();
  const reading = source.state === "active" ? await openReading(db(), source.id) : null;
  const { key, kind, watermarkAt, lastReceivedAt, requestsLeft } = source;
  const isRead = kind !== "push" && descriptorOf(kind) !== null;
  return (
    <tr className="align-top">
      <td className="font-semibold whitespace-nowrap">
        {kind === "demo" ? (
          key
        ) : (
          <Link href={`/sources/${encodeURIComponent(key)}`} className="link">
            {key}
          </Link>
        )}
      </td>
      <td className="min-w-56">
        <span className={isInTrouble(source) ? "font-semibold text-red-ink" : undefined}>{stateText(source, now)}</span>
        {source.lastError && (
          <p className="note max-w-[420px]">
            {source.lastError}
            {source.failingSince && source.retryAt && ` It is tried again at ${dateTime(source.retryAt, zone)}.`}
          </p>
        )}
        {reading && <Progress reading={reading} source={source} now={now} />}
      </td>
      <td className="whitespace-nowrap">
        {watermarkAt ? dateTime(watermarkAt, zone) : "–"}
        {watermarkAt && <p className="note">{roughLength((now.getTime() - watermarkAt.getTime()) / 1000)} ago</p>}
      </td>
      <td className="number">{count(source.conversations)}</td>
      <td className="number">{isRead ? count(source.hints) : "–"}</td>
      <td className="number">{count(source.refused)}</td>
      <td className="number">{requestsLeft === null ? "–" : count(requestsLeft)}</td>
      <td className="whitespace-nowrap">{lastReceivedAt ? dateTime(lastReceivedAt, zone) : "–"}</td>
    </tr>
  );
}

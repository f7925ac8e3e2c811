import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { first, type SearchParams } from "#app/_filters.ts";
import { type LeftOut, leftOutEpisodes } from "#db/excluded.ts";
import { dateTime, label } from "#lib/format.ts";
import { LEFT_OUT } from "../../left-out.ts";

export const metadata: Metadata = { title: "Left out of the numbers" };

const PAGE_SIZE = 50;

const COLUMNS: Column[] = [
  { name: "Conversation" },
  { name: "Source" },
  { name: "Began", className: "whitespace-nowrap" },
  { name: "Topic" },
  { name: "Channel" },
];

type Props = { params: Promise<{ why: string }>; searchParams: Promise<SearchParams> };

export default async function LeftOutPage({ params, searchParams }: Props) {
  await requireAdmin();
  const { why } = await params;
  if (!Object.hasOwn(LEFT_OUT, why)) notFound();
  const reason = why as LeftOut;
  const page = Math.max(1, Math.floor(Number(first((await searchParams)["page"]) ?? 1)) || 1);
  const { zone } = await theWorkspace();
  const found = await leftOutEpisodes(db(), reason, { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE });
  const episodes = found.slice(0, PAGE_SIZE);
  return (
    <main className="page">
      <p className="note">
        <Link href="/sources" className="link">
          Sources
        </Link>
      </p>
      <h1 className="lead mt-1">Left out: {LEFT_OUT[reason].name.toLowerCase()}</h1>
      <p className="deck mt-1">{LEFT_OUT[reason].why}</p>
      {episodes.length === 0 && <p className="deck mt-4">None.</p>}
      {episodes.length > 0 && (
        <FoldingTable
          columns={COLUMNS}
          className="mt-4"
          rows={episodes.map(({ conversationId, externalId, source, startedAt, topic, channel }) => ({
            key: `${conversationId}${startedAt.toISOString()}`,
            cells: [
              <Link key="conversation" href={`/handoffs/${conversationId}`} className="link">
                {externalId}
              </Link>,
              source,
              dateTime(startedAt, zone),
              topic ? label(topic) : "–",
              label(channel),
            ],
          }))}
        />
      )}
      <nav aria-label="Pages of the list" className="mt-3 flex gap-5 text-[12px]">
        {page > 1 && (
          <Link href={`/sources/left-out/${why}?page=${page - 1}`} className="link min-h-6">
            Back
          </Link>
        )}
        {found.length > PAGE_SIZE && (
          <Link href={`/sources/left-out/${why}?page=${page + 1}`} className="link min-h-6 font-semibold">
            Next {PAGE_SIZE}
          </Link>
        )}
      </nav>
    </main>
  );
}

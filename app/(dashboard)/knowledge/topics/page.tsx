import type { Metadata } from "next";
import Link from "next/link";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { SectionPart } from "#app/_components/part.tsx";
import { db } from "#app/_db.ts";
import { first, type SearchParams } from "#app/_filters.ts";
import { taxonomyNow } from "#db/topics/taxonomy.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { HistoryPart, InboxPart, TopicsPart, WordsPart } from "./parts.tsx";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const reader = await requireReader();
  const isAll = first((await searchParams)["all"]) === "yes";
  const [taxonomy, { zone }] = await Promise.all([taxonomyNow(db()), theWorkspace()]);
  const shared = { taxonomy, zone, isAll, mayEdit: mayEditKnowledge(reader.role) };
  return (
    <main className="page">
      <p className="note">
        <Link href="/knowledge" className="link">
          Knowledge
        </Link>
      </p>
      <h1 className="lead mt-1">Topics</h1>
      <SectionPart name="Inbox" className="mt-6" height={400}>
        <InboxPart {...shared} />
      </SectionPart>
      <SectionPart name="Topics" className="mt-10" height={320}>
        <TopicsPart {...shared} />
      </SectionPart>
      <SectionPart name="What your sources call it" className="mt-10" height={320}>
        <WordsPart {...shared} />
      </SectionPart>
      <SectionPart name="What was changed" className="mt-10" height={160}>
        <HistoryPart {...shared} />
      </SectionPart>
    </main>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { Part, SectionShape } from "#app/_components/part.tsx";
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
      <Part name="Inbox" className="mt-6" shape={<SectionShape name="Inbox" height={400} />}>
        <InboxPart {...shared} />
      </Part>
      <Part name="Topics" className="mt-10" shape={<SectionShape name="Topics" height={320} />}>
        <TopicsPart {...shared} />
      </Part>
      <Part
        name="What your sources call it"
        className="mt-10"
        shape={<SectionShape name="What your sources call it" height={320} />}
      >
        <WordsPart {...shared} />
      </Part>
      <Part name="What was changed" className="mt-10" shape={<SectionShape name="What was changed" height={160} />}>
        <HistoryPart {...shared} />
      </Part>
    </main>
  );
}

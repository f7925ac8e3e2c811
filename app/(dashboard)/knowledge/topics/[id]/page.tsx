import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { Switch } from "#app/_components/switch.tsx";
import { db } from "#app/_db.ts";
import { first, type SearchParams } from "#app/_filters.ts";
import { type TextUnder, textsUnder } from "#db/topics/examples.ts";
import { taxonomyNow } from "#db/topics/taxonomy.ts";
import { date, label } from "#lib/format.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { countedTopics, currentTopic } from "#lib/topics/taxonomy/taxonomy.ts";
import { Change } from "./change.tsx";
import { Texts } from "./texts.tsx";

export const metadata: Metadata = { title: "Topic" };

const MOST = 200;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export default async function TopicPage({ params, searchParams }: Props) {
  const reader = await requireReader();
  const id = Number((await params).id);
  const [taxonomy, { zone }] = await Promise.all([taxonomyNow(db()), theWorkspace()]);
  const topic = currentTopic(taxonomy, id);
  if (!topic) notFound();
  // Who opens what was merged is led to where it is counted.
  if (topic.id !== id) redirect(`/knowledge/topics/${topic.id}`);
  const only = first((await searchParams)["only"]) === "examples" ? "examples" : "all";
  const merged = taxonomy.topics.filter((one) => one.id !== id && currentTopic(taxonomy, one.id)?.id === id);
  const ids = [id, ...merged.map((one) => one.id)];
  const found = await textsUnder(db(), { name: topic.name, ids }, { only, most: MOST + 1 });
  const others = countedTopics(taxonomy).filter((one) => one.id !== id);
  const shared = { topic, others, seen: taxonomy.version, mayEdit: mayEditKnowledge(reader.role) };
  return (
    <main className="page">
      <p className="note">
        <Link href="/knowledge/topics" className="link">
          Topics
        </Link>
      </p>
      <h1 className="lead mt-1">{label(topic.name)}</h1>
      {!topic.isKnowledge && <p className="deck mt-1">No article can help here.</p>}
      <Change merged={merged.filter((one) => one.mergedInto === id)} {...shared} />
      <section className="section mt-10">
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h2>What it holds</h2>
          <Switch
            label="Which conversations"
            choices={[
              { name: "All", href: `/knowledge/topics/${id}`, isOn: only === "all" },
              { name: "Sorted by people", href: `/knowledge/topics/${id}?only=examples`, isOn: only === "examples" },
            ]}
          />
        </div>
        <p className="deck max-w-[760px]">
          Escalated conversations of this topic, the newest {MOST} at most. What people sorted here teaches the
          classifier, so one that is wrong here is worth taking away.
        </p>
        <Texts
          key={only}
          rows={found.slice(0, MOST).map((one) => rowOf(one, zone))}
          hasMore={found.length > MOST}
          {...shared}
        />
      </section>
    </main>
  );
}

const rowOf = ({ conversationId, text, at, isExample, by }: TextUnder, zone: string) => ({
  id: conversationId,
  text,
  on: date(at, zone),
  sortedBy: isExample ? (by ?? "somebody who left") : null,
});

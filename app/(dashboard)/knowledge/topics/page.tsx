import type { Metadata } from "next";
import Link from "next/link";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { decidedCandidates, openCandidates } from "#db/topics/candidates.ts";
import { exampleCounts } from "#db/topics/examples.ts";
import { leftToSort } from "#db/topics/models.ts";
import { conversationCounts, sourceTags } from "#db/topics/tags.ts";
import { taxonomyNow, topicChanges } from "#db/topics/taxonomy.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { aliasesOf, countedTopics, currentTopic } from "#lib/topics/taxonomy/taxonomy.ts";
import { Inbox } from "./inbox.tsx";
import { SourceWords } from "./source-words.tsx";
import { History, Topics } from "./taxonomy.tsx";

export const metadata: Metadata = { title: "Topics" };

const WEEKS_MS = 84 * 86_400_000;
const CHANGES = 12;

export default async function TopicsPage() {
  const reader = await requireReader();
  const { zone } = await theWorkspace();
  const from = new Date(pageNow().getTime() - WEEKS_MS);
  const [taxonomy, candidates, decided, tags, changes, examples, conversations, left] = await Promise.all([
    taxonomyNow(db()),
    openCandidates(db(), pageNow()),
    decidedCandidates(db(), 5),
    sourceTags(db(), from),
    topicChanges(db(), CHANGES),
    exampleCounts(db()),
    conversationCounts(db(), from),
    leftToSort(db()),
  ]);
  const topics = countedTopics(taxonomy).map((topic) => ({
    ...topic,
    conversations: conversations.get(topic.name) ?? 0,
    examples: [...examples].reduce((n, [id, own]) => n + (currentTopic(taxonomy, id)?.id === topic.id ? own : 0), 0),
    aliases: aliasesOf(taxonomy, topic.id),
  }));
  // A word that was mapped to a topic that was merged since stands for the one that took it.
  const words = tags.map((one) => ({
    ...one,
    topicId: one.topicId === null ? null : (currentTopic(taxonomy, one.topicId)?.id ?? null),
  }));
  const shared = { seen: taxonomy.version, mayEdit: mayEditKnowledge(reader.role), zone };
  return (
    <main className="page">
      <p className="note">
        <Link href="/knowledge" className="link">
          Knowledge
        </Link>
      </p>
      <h1 className="lead mt-1">Topics</h1>
      <Inbox candidates={candidates} decided={decided} topics={topics} leftToSort={left} {...shared} />
      <Topics topics={topics} {...shared} />
      <SourceWords tags={words} topics={topics} mayEdit={shared.mayEdit} />
      <History changes={changes} {...shared} />
    </main>
  );
}

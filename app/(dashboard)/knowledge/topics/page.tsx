import type { Metadata } from "next";
import Link from "next/link";
import { Temporal } from "temporal-polyfill";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { first, type SearchParams } from "#app/_filters.ts";
import { countBy } from "#db/metrics/count-by.ts";
import { decidedCandidates, openCandidates } from "#db/topics/candidates.ts";
import { exampleCounts } from "#db/topics/examples.ts";
import { leftToSort } from "#db/topics/models.ts";
import { sourceTags } from "#db/topics/tags.ts";
import { taxonomyNow, topicChanges } from "#db/topics/taxonomy.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { rangeOfDates, weekBefore, weeksUpTo } from "#lib/time/range.ts";
import { aliasesOf, countedTopics, currentTopic } from "#lib/topics/taxonomy/taxonomy.ts";
import { Inbox } from "./inbox.tsx";
import { SourceWords } from "./source-words.tsx";
import { History, Topics } from "./taxonomy.tsx";

export const metadata: Metadata = { title: "Topics" };

const WEEKS_MS = 84 * 86_400_000;
const CHANGES = 12;
const DECISIONS = 5;
const MOST = 1000;
const WEEKS = 12;
const NOTHING = { part: 0, n: 0 };

export default async function TopicsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const isAll = first((await searchParams)["all"]) === "yes";
  const reader = await requireReader();
  const { zone } = await theWorkspace();
  const from = new Date(pageNow().getTime() - WEEKS_MS);
  const [taxonomy, candidates, decided, tags, changes, examples, counted, left] = await Promise.all([
    taxonomyNow(db()),
    openCandidates(db(), pageNow()),
    decidedCandidates(db(), isAll ? MOST : DECISIONS + 1),
    sourceTags(db(), from),
    topicChanges(db(), isAll ? MOST : CHANGES + 1),
    exampleCounts(db()),
    countedByTopic(zone),
    leftToSort(db()),
  ]);
  const topics = countedTopics(taxonomy).map((topic) => ({
    ...topic,
    counted: counted.get(topic.name) ?? NOTHING,
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
      <Inbox
        candidates={candidates}
        decided={isAll ? decided : decided.slice(0, DECISIONS)}
        hasMore={!isAll && decided.length > DECISIONS}
        topics={topics}
        leftToSort={left}
        {...shared}
      />
      <Topics topics={topics} {...shared} />
      <SourceWords tags={words} topics={topics} mayEdit={shared.mayEdit} />
      <History
        changes={isAll ? changes : changes.slice(0, CHANGES)}
        hasMore={!isAll && changes.length > CHANGES}
        {...shared}
      />
    </main>
  );
}

/** Episodes with the AI in the last twelve whole weeks, and how many of them were handed over, by topic. */
const countedByTopic = async (zone: string): Promise<Map<string, { part: number; n: number }>> => {
  const weeks = weeksUpTo(weekBefore(Temporal.Instant.fromEpochMilliseconds(pageNow().getTime()), zone), WEEKS, zone);
  const [from, to] = [weeks[0], weeks.at(-1)];
  const range = from && to && rangeOfDates(from.firstDate, to.lastDate, zone);
  if (!range) return new Map();
  const cells = await countBy(db(), "escalationRate", { range, zone, only: {} }, ["topic"]);
  return new Map(cells.map(({ values, part, n }) => [values.topic, { part, n }]));
};

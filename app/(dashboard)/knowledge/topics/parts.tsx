import { Temporal } from "temporal-polyfill";
import { pageNow } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { countBy } from "#db/metrics/count-by.ts";
import { decidedCandidates, openCandidates } from "#db/topics/candidates.ts";
import { exampleCounts } from "#db/topics/examples.ts";
import { leftToSort } from "#db/topics/models.ts";
import { sourceTags } from "#db/topics/tags.ts";
import { topicChanges } from "#db/topics/taxonomy.ts";
import { rangeOfDates, weekBefore, weeksUpTo } from "#lib/time/range.ts";
import { aliasesOf, countedTopics, currentTopic, type Taxonomy } from "#lib/topics/taxonomy/taxonomy.ts";
import { Inbox } from "./inbox.tsx";
import { SourceWords } from "./source-words.tsx";
import { History, Topics } from "./taxonomy.tsx";

const WEEKS_MS = 84 * 86_400_000;
const CHANGES = 12;
const DECISIONS = 5;
const MOST = 1000;
const WEEKS = 12;
const NOTHING = { part: 0, n: 0 };

type Props = { taxonomy: Taxonomy; mayEdit: boolean; zone: string; isAll: boolean };

/** What waits for a name, and what was said of what waited. */
export async function InboxPart({ taxonomy, mayEdit, zone, isAll }: Props) {
  const [candidates, decided, left] = await Promise.all([
    openCandidates(db(), pageNow()),
    decidedCandidates(db(), isAll ? MOST : DECISIONS + 1),
    leftToSort(db()),
  ]);
  return (
    <Inbox
      candidates={candidates}
      decided={isAll ? decided : decided.slice(0, DECISIONS)}
      hasMore={!isAll && decided.length > DECISIONS}
      topics={countedTopics(taxonomy)}
      leftToSort={left}
      seen={taxonomy.version}
      mayEdit={mayEdit}
      zone={zone}
    />
  );
}

/** The topics, with what is counted under each. */
export async function TopicsPart({ taxonomy, mayEdit, zone }: Props) {
  const [examples, counted] = await Promise.all([exampleCounts(db()), countedByTopic(zone)]);
  const topics = countedTopics(taxonomy).map((topic) => ({
    ...topic,
    counted: counted.get(topic.name) ?? NOTHING,
    examples: [...examples].reduce((n, [id, own]) => n + (currentTopic(taxonomy, id)?.id === topic.id ? own : 0), 0),
    aliases: aliasesOf(taxonomy, topic.id),
  }));
  return <Topics topics={topics} seen={taxonomy.version} mayEdit={mayEdit} />;
}

/** What the sources call things. */
export async function WordsPart({ taxonomy, mayEdit }: Props) {
  const tags = await sourceTags(db(), new Date(pageNow().getTime() - WEEKS_MS));
  // A word that was mapped to a topic that was merged since stands for the one that took it.
  const words = tags.map((one) => ({
    ...one,
    topicId: one.topicId === null ? null : (currentTopic(taxonomy, one.topicId)?.id ?? null),
  }));
  return <SourceWords tags={words} topics={countedTopics(taxonomy)} mayEdit={mayEdit} />;
}

/** What was changed about the topics. */
export async function HistoryPart({ taxonomy, mayEdit, zone, isAll }: Props) {
  const changes = await topicChanges(db(), isAll ? MOST : CHANGES + 1);
  return (
    <History
      changes={isAll ? changes : changes.slice(0, CHANGES)}
      hasMore={!isAll && changes.length > CHANGES}
      seen={taxonomy.version}
      mayEdit={mayEdit}
      zone={zone}
    />
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

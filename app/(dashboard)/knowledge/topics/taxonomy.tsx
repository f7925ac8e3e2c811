import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import type { TopicChange } from "#db/topics/taxonomy.ts";
import { count, dateTime, label } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { change, undo } from "./actions.ts";
import { RowForm } from "./row-form.tsx";

type Props = {
  topics: (Topic & { counted: { part: number; n: number }; examples: number; aliases: string[] })[];
  seen: number;
  mayEdit: boolean;
};

const COLUMNS: Column[] = [
  { name: "Topic" },
  { name: "With the AI", isNumber: true },
  { name: "Handed over", isNumber: true },
  { name: "Examples", isNumber: true },
  { name: "Article" },
];

/** The topics that are counted, and what can be changed about each. */
export function Topics({ topics, seen, mayEdit }: Props) {
  return (
    <section className="section">
      {topics.length === 0 ? <NoTopics /> : <TopicTable topics={topics} />}
      {mayEdit && (
        <RowForm action={change} submit="Add a topic" className="mt-3 max-w-[440px]">
          <input type="hidden" name="is" value="add" />
          <input type="hidden" name="seen" value={seen} />
          <input
            name="name"
            required
            maxLength={60}
            placeholder="A name"
            aria-label="Name of the new topic"
            className="field min-w-0 flex-1"
          />
        </RowForm>
      )}
    </section>
  );
}

function NoTopics() {
  return (
    <>
      <h2>There are no topics yet</h2>
      <p className="deck max-w-[760px]">
        One is made of a group that waits above, or here by a name. It holds what people sort into it and what your
        sources call by a word that is mapped to it; from these the rest is learnt.
      </p>
    </>
  );
}

function TopicTable({ topics }: Pick<Props, "topics">) {
  return (
    <>
      <h2>
        {count(topics.length)} {topics.length === 1 ? "topic" : "topics"}
      </h2>
      <p className="deck max-w-[760px]">
        Episodes with the AI in the last twelve whole weeks and how many were handed over, as on the other pages;
        examples are what people sorted there, from which the rest is learnt. Open one to rename, merge or split it, or
        to see what it holds.
      </p>
      <FoldingTable
        columns={COLUMNS}
        rows={topics.map((topic) => ({
          key: String(topic.id),
          cells: [
            <span key="topic">
              <Link href={`/knowledge/topics/${topic.id}`} className="link font-semibold">
                {label(topic.name)}
              </Link>
              {topic.aliases.length > 0 && (
                <span className="note block">also {topic.aliases.map(label).join(", ")}</span>
              )}
            </span>,
            count(topic.counted.n),
            count(topic.counted.part),
            count(topic.examples),
            topic.isKnowledge ? "can help" : "none can help",
          ],
        }))}
      />
    </>
  );
}

type HistoryProps = { changes: TopicChange[]; hasMore: boolean; seen: number; mayEdit: boolean; zone: string };

/** What was changed about the topics, the newest first, each with its way back. */
export function History({ changes, hasMore, seen, mayEdit, zone }: HistoryProps) {
  if (changes.length === 0) return null;
  return (
    <section className="section" id="changes">
      <h2>What was changed</h2>
      <ul className="mt-2 text-[12px]">
        {changes.map(({ version, at, by, text, isUndone }) => (
          <li key={version} className="flex flex-wrap items-baseline gap-x-3 border-b border-hair py-1">
            <span className="text-ink-3">
              {dateTime(at, zone)}, {by ?? "nobody who is here"}
            </span>
            <span className={isUndone ? "line-through" : ""}>{text}</span>
            {mayEdit && !isUndone && (
              <ActionForm action={undo} submit="Undo" name={`Undo: ${text}`} look="link">
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="seen" value={seen} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {hasMore && (
        <Link href="/knowledge/topics?all=yes#changes" scroll={false} className="link note mt-2 inline-block">
          show all
        </Link>
      )}
    </section>
  );
}

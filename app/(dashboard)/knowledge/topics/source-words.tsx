import type { SourceTag } from "#db/topics/tags.ts";
import { count, label } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { map } from "./actions.ts";
import { RowForm } from "./row-form.tsx";
import { TopicSelect } from "./topic-select.tsx";

type Props = { tags: SourceTag[]; topics: Topic[]; mayEdit: boolean };

/** What the sources call things, and the topic that each word stands for. */
export function SourceWords({ tags, topics, mayEdit }: Props) {
  const nameOf = (id: number | null) => topics.find((topic) => topic.id === id)?.name ?? null;
  return (
    <section className="section">
      <h2>What your sources call it</h2>
      <p className="deck max-w-[760px]">
        Topics and tags of the last twelve weeks. A word that is mapped is counted under its topic; any other stands for
        itself.
      </p>
      {tags.length === 0 ? (
        <p className="deck mt-3">No source gives a conversation a topic or a tag.</p>
      ) : (
        <ul className="mt-2">
          {tags.map((one) => (
            <li
              key={`${one.sourceId} ${one.tag}`}
              className="grid items-center gap-x-6 border-b border-hair py-1.5 sm:grid-cols-[minmax(0,1fr)_120px_400px]"
            >
              <span>
                <b className="font-semibold">{one.tag}</b> <span className="text-ink-3">{one.source}</span>
              </span>
              <span className="text-ink-2 tabular-nums sm:text-right">{count(one.conversations)}</span>
              {mayEdit ? (
                <RowForm action={map} submit="Map" name={`Map ${one.tag} of ${one.source}`}>
                  <input type="hidden" name="sourceId" value={one.sourceId} />
                  <input type="hidden" name="tag" value={one.tag} />
                  <TopicSelect
                    name="topicId"
                    topics={topics}
                    none="stands for itself"
                    said={`Topic of ${one.tag}`}
                    chosen={one.topicId}
                  />
                </RowForm>
              ) : (
                <span>{label(nameOf(one.topicId) ?? "stands for itself")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

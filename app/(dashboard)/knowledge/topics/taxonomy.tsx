import { ActionForm } from "#app/_components/action-form.tsx";
import type { TopicChange } from "#db/topics/taxonomy.ts";
import { count, dateTime, label } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { change, undo } from "./actions.ts";
import { TopicSelect } from "./inbox.tsx";

type Props = {
  topics: (Topic & { conversations: number; examples: number; aliases: string[] })[];
  seen: number;
  mayEdit: boolean;
};

const ROW = "flex items-end gap-2";

/** The topics that are counted, and what can be changed about each. */
export function Topics({ topics, seen, mayEdit }: Props) {
  return (
    <section className="section mt-10">
      <h2>
        {count(topics.length)} {topics.length === 1 ? "topic" : "topics"}
      </h2>
      <p className="deck max-w-[760px]">
        Conversations of the last twelve weeks, and how many a person sorted there, from which the rest is learnt. A
        changed name or a merge is counted at once, back to the first conversation; old links still find it.
      </p>
      <table className="table mt-2">
        <thead>
          <tr>
            <th>Topic</th>
            <th className="number">Conversations</th>
            <th className="number">Examples</th>
            <th>Article</th>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.id}>
              <th scope="row" className="!text-[13px]">
                {mayEdit ? (
                  <details>
                    <summary className="min-h-6 cursor-pointer font-semibold text-ink">{label(topic.name)}</summary>
                    <Change topic={topic} topics={topics} seen={seen} />
                  </details>
                ) : (
                  <span className="font-semibold text-ink">{label(topic.name)}</span>
                )}
                {topic.aliases.length > 0 && (
                  <span className="note block">also {topic.aliases.map(label).join(", ")}</span>
                )}
              </th>
              <td className="number">{count(topic.conversations)}</td>
              <td className="number">{count(topic.examples)}</td>
              <td>{topic.isKnowledge ? "can help" : "none can help"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayEdit && (
        <ActionForm action={change} submit="Add a topic" look="quiet" className={`${ROW} mt-3 max-w-[440px]`} keeps>
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
        </ActionForm>
      )}
    </section>
  );
}

type ChangeProps = { topic: Props["topics"][number]; topics: Topic[]; seen: number };

function Change({ topic, topics, seen }: ChangeProps) {
  const at = (is: string) => (
    <>
      <input type="hidden" name="is" value={is} />
      <input type="hidden" name="id" value={topic.id} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
  const name = label(topic.name);
  return (
    <div className="max-w-[440px] space-y-2 py-2 font-normal whitespace-normal">
      <ActionForm action={change} submit="Rename" name={`Rename ${name}`} look="quiet" className={ROW} keeps>
        {at("name")}
        <input
          name="name"
          required
          maxLength={60}
          defaultValue={topic.name}
          aria-label={`New name of ${name}`}
          className="field min-w-0 flex-1"
        />
      </ActionForm>
      <ActionForm action={change} submit="Merge into" name={`Merge into: ${name}`} look="quiet" className={ROW} keeps>
        {at("merge")}
        <TopicSelect
          name="into"
          topics={topics.filter(({ id }) => id !== topic.id)}
          none="Choose a topic"
          said={`Topic that takes ${name}`}
        />
      </ActionForm>
      <ActionForm
        action={change}
        submit={topic.isKnowledge ? "No article can help" : "An article can help"}
        name={`${topic.isKnowledge ? "No article can help" : "An article can help"}: ${name}`}
        look="link"
      >
        {at("mark")}
        <input type="hidden" name="isKnowledge" value={String(!topic.isKnowledge)} />
      </ActionForm>
    </div>
  );
}

type HistoryProps = { changes: TopicChange[]; seen: number; mayEdit: boolean; zone: string };

/** What was changed about the topics, the newest first, each with its way back. */
export function History({ changes, seen, mayEdit, zone }: HistoryProps) {
  if (changes.length === 0) return null;
  return (
    <section className="section mt-10">
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
    </section>
  );
}

import { ActionForm } from "#app/_components/action-form.tsx";
import { label } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { change } from "../actions.ts";
import { RowForm } from "../row-form.tsx";
import { TopicSelect } from "../topic-select.tsx";

type Props = { topic: Topic; others: Topic[]; merged: Topic[]; seen: number; mayEdit: boolean };

/** What can be changed about a topic, and what was merged into it. */
export function Change({ topic, others, merged, seen, mayEdit }: Props) {
  const at = (is: string, id = topic.id) => (
    <>
      <input type="hidden" name="is" value={is} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
  return (
    <>
      {merged.length > 0 && (
        <ul className="note mt-2">
          {merged.map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
              {label(one.name)} is counted here since they were merged.
              {mayEdit && (
                <ActionForm
                  action={change}
                  submit="Count it by itself again"
                  name={`Count it by itself again: ${label(one.name)}`}
                  look="link"
                >
                  {at("unmerge", one.id)}
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div className="mt-4 grid max-w-[920px] gap-x-8 gap-y-2 sm:grid-cols-2">
          <RowForm action={change} submit="Rename">
            {at("name")}
            <input
              key={topic.name}
              name="name"
              required
              maxLength={60}
              defaultValue={topic.name}
              aria-label="New name"
              className="field min-w-0 flex-1"
            />
          </RowForm>
          {others.length > 0 && (
            <RowForm action={change} submit="Merge into">
              {at("merge")}
              <TopicSelect name="into" topics={others} none="Choose a topic" said="Topic that takes this one" />
            </RowForm>
          )}
          <ActionForm
            action={change}
            submit={topic.isKnowledge ? "No article can help" : "An article can help"}
            look="link"
          >
            {at("mark")}
            <input type="hidden" name="isKnowledge" value={String(!topic.isKnowledge)} />
          </ActionForm>
        </div>
      )}
    </>
  );
}

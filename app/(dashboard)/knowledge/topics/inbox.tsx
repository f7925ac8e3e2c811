import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import type { Candidate, Decided } from "#db/topics/candidates.ts";
import { count, date, label } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { decide } from "./actions.ts";

type Props = {
  candidates: Candidate[];
  decided: Decided[];
  topics: Topic[];
  seen: number;
  mayEdit: boolean;
  zone: string;
  leftToSort: number;
};

/** What is proposed as a topic: questions that belong together and that nobody has named. */
export function Inbox({ candidates, decided, topics, seen, mayEdit, zone, leftToSort }: Props) {
  return (
    <section className="section mt-6">
      <h2>{waitingTitle(candidates.length)}</h2>
      <p className="deck max-w-[760px]">
        {candidates.length === 0
          ? "Escalated conversations of twelve weeks that are about no topic are put together by their words, every night: groups of at least eight appear here."
          : "Escalated conversations of twelve weeks that are about no topic yet, put together by their words, every night. None of them is counted anywhere until somebody says what it is."}
        {leftToSort > 0 && ` ${count(leftToSort)} texts are still to be sorted by what was learnt last.`}
      </p>
      <ul className="mt-2">
        {candidates.map((one) => (
          <li
            key={one.id}
            className="grid gap-x-8 gap-y-3 border-b border-hair py-4 lg:grid-cols-[minmax(0,1fr)_440px]"
          >
            <div>
              <h3 className="font-semibold">{one.words.join(", ")}</h3>
              <p className="note">
                {count(one.size)} {one.size === 1 ? "conversation" : "conversations"}, {count(one.newestWeek)} in the
                last seven days; first seen {date(one.firstSeenAt, zone)}
              </p>
              <ul className="mt-1">
                {one.typical.slice(0, 3).map(({ conversationId, text }) => (
                  <li key={conversationId} className="py-0.5">
                    <Link href={`/handoffs/${conversationId}`} className="hover:underline">
                      “{text}”
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
            {mayEdit && <Decide one={one} topics={topics} seen={seen} />}
          </li>
        ))}
      </ul>
      {decided.length > 0 && (
        <ul className="note mt-3">
          {decided.map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
              {decidedText(one)}
              {mayEdit && (
                <ActionForm action={decide} submit="Undo" name={`Undo: ${one.words.join(", ")}`} look="link">
                  <input type="hidden" name="is" value="reopen" />
                  <input type="hidden" name="id" value={one.id} />
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const waitingTitle = (n: number): string => {
  if (n === 0) return "Nothing waits for a name";
  return n === 1 ? "One group waits for a name" : `${count(n)} groups wait for a name`;
};

const decidedText = ({ words, state, topic, by }: Decided): string => {
  const what = `“${words.slice(0, 3).join(", ")}”`;
  const who = by ?? "somebody who left";
  if (state === "dismissed") return `${what} is no topic, says ${who}.`;
  return `${what} ${state === "confirmed" ? "became" : "was sorted into"} ${label(topic ?? "a topic that is gone")}, says ${who}.`;
};

const ROW = "flex items-end gap-2";

function Decide({ one, topics, seen }: { one: Candidate; topics: Topic[]; seen: number }) {
  const named = one.words.slice(0, 3).join(", ");
  return (
    <div className="space-y-2">
      <ActionForm action={decide} submit="Make it a topic" name={`Make it a topic: ${named}`} className={ROW} keeps>
        <input type="hidden" name="is" value="confirm" />
        <input type="hidden" name="id" value={one.id} />
        <input type="hidden" name="seen" value={seen} />
        <input
          name="name"
          required
          maxLength={60}
          placeholder="A name"
          aria-label={`Name of ${named}`}
          className="field min-w-0 flex-1"
        />
      </ActionForm>
      <ActionForm action={decide} submit="Sort into" name={`Sort into: ${named}`} look="quiet" className={ROW} keeps>
        <input type="hidden" name="is" value="sort" />
        <input type="hidden" name="id" value={one.id} />
        <TopicSelect name="topicId" topics={topics} none="Choose a topic" said={`Topic for ${named}`} />
      </ActionForm>
      <ActionForm action={decide} submit="No topic" name={`No topic: ${named}`} look="link">
        <input type="hidden" name="is" value="dismiss" />
        <input type="hidden" name="id" value={one.id} />
      </ActionForm>
    </div>
  );
}

type SelectProps = { name: string; topics: Topic[]; none: string; said: string; chosen?: number | null };

/** One of the topics that are counted. */
export function TopicSelect({ name, topics, none, said, chosen = null }: SelectProps) {
  return (
    <select name={name} defaultValue={chosen ?? 0} aria-label={said} className="field min-w-0 flex-1">
      <option value={0}>{none}</option>
      {topics.map((topic) => (
        <option key={topic.id} value={topic.id}>
          {label(topic.name)}
        </option>
      ))}
    </select>
  );
}

import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import type { Candidate, Decided } from "#db/topics/candidates.ts";
import { date } from "#lib/format.ts";
import { decidedSentence, groupsSentence, sizeSentence, waitingSentence } from "#lib/sentences/topics.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { decide } from "./actions.ts";
import { GroupKeys } from "./group-keys.tsx";
import { RowForm } from "./row-form.tsx";
import { TopicSelect } from "./topic-select.tsx";

type Props = {
  candidates: Candidate[];
  decided: Decided[];
  hasMore: boolean;
  topics: Topic[];
  seen: number;
  mayEdit: boolean;
  zone: string;
  leftToSort: number;
};

/** What is proposed as a topic: questions that belong together and that nobody has named. */
export function Inbox({ candidates, decided, hasMore, topics, seen, mayEdit, zone, leftToSort }: Props) {
  return (
    <section className="section">
      <h2>{waitingSentence(candidates.length)}</h2>
      <p className="deck max-w-[760px]">{groupsSentence(candidates.length, leftToSort)}</p>
      {mayEdit && candidates.length > 0 && <GroupKeys />}
      <ul className="mt-2">
        {candidates.map((one) => (
          <li
            key={one.id}
            data-group
            tabIndex={-1}
            className="grid gap-x-8 gap-y-3 border-b border-hair py-4 lg:grid-cols-[minmax(0,1fr)_440px]"
          >
            <div>
              <h3 className="font-semibold">{one.words.join(", ")}</h3>
              <p className="note">{sizeSentence(one.size, one.newestWeek, date(one.firstSeenAt, zone))}</p>
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
              {decidedSentence(one)}
              {mayEdit && (
                <ActionForm action={decide} submit="Undo" name={`Undo: ${one.words.join(", ")}`} look="link">
                  <input type="hidden" name="is" value="reopen" />
                  <input type="hidden" name="id" value={one.id} />
                </ActionForm>
              )}
            </li>
          ))}
          {hasMore && (
            <li>
              <Link href="/knowledge/topics?all=yes" scroll={false} className="link">
                show all decisions
              </Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Decide({ one, topics, seen }: { one: Candidate; topics: Topic[]; seen: number }) {
  const named = one.words.slice(0, 3).join(", ");
  return (
    <div className="space-y-2">
      <RowForm action={decide} submit="Make it a topic" name={`Make it a topic: ${named}`} look="main">
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
      </RowForm>
      <RowForm action={decide} submit="Sort into" name={`Sort into: ${named}`}>
        <input type="hidden" name="is" value="sort" />
        <input type="hidden" name="id" value={one.id} />
        <TopicSelect name="topicId" topics={topics} none="Choose a topic" said={`Topic for ${named}`} />
      </RowForm>
      <ActionForm action={decide} submit="No topic" name={`No topic: ${named}`} look="link">
        <input type="hidden" name="is" value="dismiss" />
        <input type="hidden" name="id" value={one.id} />
      </ActionForm>
    </div>
  );
}

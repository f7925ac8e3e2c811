"use client";

import Link from "next/link";
import { useState } from "react";
import { count } from "#lib/format.ts";
import type { Topic } from "#lib/topics/taxonomy/taxonomy.ts";
import { sortTexts, split } from "../actions.ts";
import { RowForm } from "../row-form.tsx";
import { TopicSelect } from "../topic-select.tsx";

type Row = {
  id: string;
  text: string;
  on: string;
  /** Null = nobody did, the source or the classifier put it here. */
  sortedBy: string | null;
};
type Props = { rows: Row[]; hasMore: boolean; topic: Topic; others: Topic[]; seen: number; mayEdit: boolean };

/** Conversations of a topic, of which some can be chosen, and what can be done with these. */
export function Texts({ rows, hasMore, topic, others, seen, mayEdit }: Props) {
  // What was chosen is chosen of these conversations: once others stand here, nothing is.
  const list = rows.map(({ id }) => id).join(" ");
  const [picked, setPicked] = useState<{ list: string; ids: ReadonlySet<string> }>({ list, ids: new Set() });
  const isPicked = (id: string) => picked.list === list && picked.ids.has(id);
  const chosen = rows.filter(({ id }) => isPicked(id));
  const pick = (ids: Iterable<string>) => setPicked({ list, ids: new Set(ids) });
  const toggle = (id: string) => pick(new Set(chosen.map((one) => one.id)).symmetricDifference(new Set([id])));
  const ids = <input type="hidden" name="chosen" value={chosen.map(({ id }) => id).join(" ")} />;
  return (
    <>
      {mayEdit && rows.length > 0 && (
        <div className="sticky top-0 z-10 mt-3 border-b border-hair bg-paper py-3">
          <p className="mb-2 flex items-baseline gap-x-3">
            <b className="font-semibold">{chosen.length === 0 ? "None chosen" : `${count(chosen.length)} chosen`}</b>
            <button
              type="button"
              className="link min-h-6"
              onClick={() => pick(chosen.length === rows.length ? [] : rows.map(({ id }) => id))}
            >
              {chosen.length === rows.length ? "Choose none" : "Choose all"}
            </button>
          </p>
          <div className="grid max-w-[1160px] gap-x-8 gap-y-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
            <RowForm action={split} submit="Make them a topic">
              {ids}
              <input type="hidden" name="id" value={topic.id} />
              <input type="hidden" name="seen" value={seen} />
              <input
                name="name"
                maxLength={60}
                placeholder="A name"
                aria-label="Name of the new topic"
                className="field min-w-0 flex-1"
              />
            </RowForm>
            <RowForm action={sortTexts} submit="Move to">
              {ids}
              <input type="hidden" name="is" value="move" />
              <TopicSelect
                name="topicId"
                topics={others}
                none="Choose a topic"
                said="Topic that takes those that are chosen"
              />
            </RowForm>
            <RowForm action={sortTexts} submit="Take back what people said">
              {ids}
              <input type="hidden" name="is" value="take_back" />
            </RowForm>
          </div>
        </div>
      )}
      {rows.length === 0 && <p className="deck mt-3">No escalated conversation is here.</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex items-baseline gap-x-3 border-b border-hair py-2">
            {mayEdit && (
              <input
                type="checkbox"
                checked={isPicked(row.id)}
                onChange={() => toggle(row.id)}
                aria-label={`Choose “${row.text}”`}
                className="size-4 shrink-0 self-center"
              />
            )}
            <Link href={`/handoffs/${row.id}`} className="min-w-0 flex-1 wrap-anywhere hover:underline">
              “{row.text}”
            </Link>
            <span className="note shrink-0 text-right">
              {row.on}
              {row.sortedBy !== null && <span className="block">by {row.sortedBy}</span>}
            </span>
          </li>
        ))}
      </ul>
      {hasMore && <p className="note mt-2">There are more, older ones.</p>}
    </>
  );
}

"use client";

import { Popover } from "radix-ui";
import { useActionState, useState } from "react";
import type { Outcome } from "./action-form.tsx";
import { UndoStatus } from "./undo-status.tsx";
import { useUndo } from "./use-undo.ts";

/** One event as the list has it; `date` is its local date when it was written by hand. */
export type Note = { id: string; date: string; when: string; text: string; by: string; isByHand: boolean };

type Act = (id: string) => Promise<Outcome>;
type Props = {
  notes: Note[];
  mayWrite: boolean;
  newestDate: string;
  write: (before: Outcome | null, data: FormData) => Promise<Outcome>;
  remove: Act;
  restore: Act;
};

/** What is marked on the charts: a list, and a form to add to it. What is deleted can be brought back. */
export function NotesMenu({ notes, mayWrite, newestDate, write, remove, restore }: Props) {
  const [edited, setEdited] = useState<Note | null>(null);
  const { gone, problem, isBusy, take, bringBack } = useUndo<Note>({ remove, restore });
  return (
    <Popover.Root onOpenChange={() => setEdited(null)}>
      <Popover.Trigger className="link min-h-6">Notes {notes.length > 0 && notes.length}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={16}
          className="popover-surface z-20 max-h-[70vh] w-[min(440px,calc(100vw-32px))] overflow-y-auto p-4 text-[13px]"
        >
          <h2 className="text-[13px] leading-5">Marked on the charts of these weeks</h2>
          {notes.length === 0 && <p className="deck mt-1">Nothing is marked.</p>}
          <ul className="mt-1">
            {notes.map((note) => (
              <li key={note.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-hair py-1.5">
                <span className="w-20 flex-none text-ink-3 tabular-nums">{note.when}</span>
                <span className="min-w-0 flex-1">
                  {note.text} <span className="text-ink-3">{note.by}</span>
                </span>
                {mayWrite && (
                  <span className="flex gap-x-3">
                    {note.isByHand && (
                      <button
                        type="button"
                        className="link min-h-6"
                        aria-label={`Change “${note.text}”`}
                        onClick={() => setEdited(note)}
                      >
                        Change
                      </button>
                    )}
                    <button
                      type="button"
                      className="link min-h-6"
                      aria-label={`Delete “${note.text}”`}
                      disabled={isBusy}
                      onClick={() => {
                        if (edited?.id === note.id) setEdited(null);
                        take(note);
                      }}
                    >
                      Delete
                    </button>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <UndoStatus gone={gone?.text ?? null} bringBack={bringBack} problem={problem} />
          {mayWrite && (
            <NoteForm
              key={edited?.id ?? "new"}
              note={edited}
              newestDate={newestDate}
              write={write}
              leave={() => setEdited(null)}
            />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What came of it, and on a problem what had been typed. */
type Answer = Outcome & { given?: { date: string; text: string } };

type FormProps = Pick<Props, "write" | "newestDate"> & { note: Note | null; leave: () => void };

function NoteForm({ note, newestDate, write, leave }: FormProps) {
  const [outcome, send, isBusy] = useActionState<Answer | null, FormData>(async (before, data) => {
    const next = await write(before, data);
    if (next.problem) return { ...next, given: { date: String(data.get("date")), text: String(data.get("text")) } };
    if (note) leave();
    return next;
  }, null);
  const given = outcome?.given;
  return (
    <form action={send} className="mt-3 border-t border-hair pt-3">
      <input type="hidden" name="id" value={note?.id ?? ""} />
      <div className="flex gap-2">
        <label className="w-36 flex-none">
          <span className="label">Day</span>
          <input
            type="date"
            name="date"
            required
            defaultValue={given?.date ?? note?.date ?? newestDate}
            className="field px-1"
          />
        </label>
        <label className="min-w-0 flex-1">
          <span className="label">{note ? "What happened" : "Add what happened, in a few words"}</span>
          <input
            name="text"
            required
            maxLength={80}
            defaultValue={given?.text ?? note?.text ?? ""}
            placeholder="A new flow went live"
            className="field"
          />
        </label>
      </div>
      <div className="mt-2 flex items-center gap-3">
        <button type="submit" className="button" disabled={isBusy}>
          {note ? "Change it" : "Add it"}
        </button>
        {note && (
          <button type="button" className="button quiet" onClick={leave}>
            Leave it
          </button>
        )}
        <p role="status" className={outcome?.problem ? "text-red-ink" : "text-ink-2"}>
          {outcome?.problem ?? outcome?.done}
        </p>
      </div>
    </form>
  );
}

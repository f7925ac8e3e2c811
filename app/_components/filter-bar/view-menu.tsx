"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import type { Outcome } from "../action-form.tsx";
import { UndoStatus } from "../undo-status.tsx";
import { useUndo } from "../use-undo.ts";

export type ViewRow = { id: string; name: string; href: string; isShared: boolean; by: string; mayChange: boolean };

type Send = (before: Outcome | null, data: FormData) => Promise<Outcome>;
type Act = (id: string) => Promise<Outcome>;

export type ViewChoices = {
  /** The view that is shown; null = none of them. */
  current: string | null;
  all: ViewRow[];
  path: string;
  query: string;
  /** The period in words when it can go with time, such as "the last week". */
  moves: string | null;
  keep: Send;
  rename: Send;
  remove: Act;
  restore: Act;
};

/** Pages that got a name: go to one, keep this one, rename, share, delete. */
export function ViewMenu({ current, all, path, query, moves, keep, rename, remove, restore }: ViewChoices) {
  const [edited, setEdited] = useState<string | null>(null);
  const { gone, problem, isBusy, take, bringBack } = useUndo<ViewRow>({ remove, restore });
  return (
    <div className="whitespace-normal">
      {all.length === 0 && <p className="text-ink-3">No view has a name yet; every link is one without.</p>}
      <ul aria-label="Views">
        {all.map((view) => (
          <li key={view.id} className="border-b border-hair py-0.5">
            <div className="flex items-center gap-x-3">
              <Link
                href={view.href}
                aria-current={view.name === current ? "true" : undefined}
                className="min-h-7 min-w-0 flex-1 truncate py-1 hover:bg-sunken aria-[current]:font-semibold"
              >
                {view.name} <span className="text-ink-3">{view.by}</span>
              </Link>
              {view.mayChange && (
                <>
                  <button
                    type="button"
                    className="link min-h-6 flex-none"
                    aria-label={`Rename “${view.name}”`}
                    aria-expanded={edited === view.id}
                    onClick={() => setEdited(edited === view.id ? null : view.id)}
                  >
                    Rename
                  </button>
                  <button
                    type="button"
                    className="link min-h-6 flex-none"
                    aria-label={`Delete “${view.name}”`}
                    disabled={isBusy}
                    onClick={() => take(view)}
                  >
                    Delete
                  </button>
                </>
              )}
            </div>
            {edited === view.id && (
              <NameForm action={rename} submit="Change it" name={view.name} isShared={view.isShared}>
                <input type="hidden" name="id" value={view.id} />
              </NameForm>
            )}
          </li>
        ))}
      </ul>
      <UndoStatus gone={gone?.name ?? null} bringBack={bringBack} problem={problem} />
      <NameForm action={keep} submit="Keep this page" name="" isShared={false}>
        <input type="hidden" name="path" value={path} />
        <input type="hidden" name="query" value={query} />
        {moves && (
          <label className="flex min-h-7 items-center gap-2">
            <input type="checkbox" name="moves" defaultChecked />
            Always {moves}
          </label>
        )}
      </NameForm>
    </div>
  );
}

type FormProps = { action: Send; submit: string; name: string; isShared: boolean; children: React.ReactNode };

function NameForm({ action, submit, name, isShared, children }: FormProps) {
  const [outcome, send, isBusy] = useActionState<Outcome | null, FormData>(action, null);
  return (
    <form action={send} className="mt-2 pb-1">
      <label className="block">
        <span className="label">Name</span>
        <input name="name" required maxLength={60} defaultValue={name} placeholder="Monday review" className="field" />
      </label>
      {children}
      <label className="flex min-h-7 items-center gap-2">
        <input type="checkbox" name="shared" defaultChecked={isShared} />
        Everybody sees it
      </label>
      <button type="submit" className="button quiet mt-1 w-full" disabled={isBusy}>
        {submit}
      </button>
      <p role="status" className={outcome?.problem ? "mt-1 text-red-ink" : "mt-1 text-ink-2"}>
        {outcome?.problem ?? outcome?.done}
      </p>
    </form>
  );
}

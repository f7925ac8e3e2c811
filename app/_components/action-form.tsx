"use client";

import { type ReactNode, useActionState } from "react";

export type Outcome = { problem?: string; done?: string; secret?: string };

const LOOKS = { main: "button", quiet: "button quiet", link: "link min-h-6" };

type Props = {
  action: (before: Outcome | null, data: FormData) => Promise<Outcome>;
  submit: string;
  look?: keyof typeof LOOKS;
  /** Asked before it is sent. */
  question?: string;
  className?: string;
  children: ReactNode;
};

/** A form that says what came of it, beside itself. */
export function ActionForm({ action, submit, look = "main", question, className, children }: Props) {
  const [outcome, send, isBusy] = useActionState<Outcome | null, FormData>(action, null);
  return (
    <form
      action={send}
      className={className}
      onSubmit={(event) => {
        if (question && !window.confirm(question)) event.preventDefault();
      }}
    >
      {children}
      <button type="submit" className={LOOKS[look]} disabled={isBusy}>
        {submit}
      </button>
      <div role="status" className="basis-full">
        {outcome?.problem && <p className="mt-2 text-red-ink">{outcome.problem}</p>}
        {outcome?.done && <p className="mt-2 text-ink-2">{outcome.done}</p>}
        {outcome?.secret && (
          <input
            readOnly
            value={outcome.secret}
            aria-label="Shown once"
            className="field mt-2"
            onFocus={(event) => event.target.select()}
          />
        )}
      </div>
    </form>
  );
}

"use client";

import { type ReactNode, type SubmitEvent, startTransition, useActionState, useEffect, useRef } from "react";

export type Outcome = {
  problem?: string;
  done?: string;
  secret?: string;
  /** What is to be said before it is done: sent again with `confirmed` = value, it is. */
  ask?: { sentence: string; value: string; submit: string };
};

const LOOKS = { main: "button", quiet: "button quiet", link: "link min-h-6" };

type Props = {
  action: (before: Outcome | null, data: FormData) => Promise<Outcome>;
  submit: string;
  /** The button in full where many on a page read alike; it begins with `submit`. */
  name?: string;
  look?: keyof typeof LOOKS;
  /** Asked before it is sent. */
  question?: string;
  /** What was chosen and typed stays until it is done; else it goes with every answer. */
  keeps?: boolean;
  className?: string;
  children: ReactNode;
};

/** A form that says what came of it, beside itself. */
export function ActionForm({
  action,
  submit,
  name,
  look = "main",
  question,
  keeps = false,
  className,
  children,
}: Props) {
  const [outcome, send, isBusy] = useActionState<Outcome | null, FormData>(action, null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (outcome?.done && keeps) form.current?.reset();
  }, [outcome, keeps]);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    if (question && !window.confirm(question)) return event.preventDefault();
    if (!keeps) return;
    event.preventDefault();
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => send(data));
  };
  return (
    <form ref={form} action={send} className={className} onSubmit={onSubmit}>
      {children}
      <button type="submit" className={LOOKS[look]} disabled={isBusy} aria-label={name}>
        {submit}
      </button>
      <div role="status" className="basis-full">
        {outcome?.problem && <p className="mt-2 text-red-ink">{outcome.problem}</p>}
        {outcome?.ask && (
          <div className="mt-2">
            <p>{outcome.ask.sentence}</p>
            <button
              type="submit"
              name="confirmed"
              value={outcome.ask.value}
              className="button quiet mt-2"
              disabled={isBusy}
            >
              {outcome.ask.submit}
            </button>
          </div>
        )}
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

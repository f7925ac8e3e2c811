"use client";

import { Check, X } from "lucide-react";
import { useState, useTransition } from "react";
import type { Outcome } from "./action-form.tsx";

export type Judged = "confirmed" | "dismissed";

export type FindingNoteProps = {
  number: number;
  /** What was found, in one sentence. */
  sentence: string;
  rule: string;
  /** Said beside a finding that is shown and does not count. */
  aside: string | null;
  judged: { verdict: Judged; by: string } | null;
  /** Stores a verdict, or takes it back; null = the reader may only read. */
  judge: ((verdict: Judged | null) => Promise<Outcome>) | null;
};

const WORDS = { confirmed: "Confirmed", dismissed: "Dismissed" };

/** What was found, beside its words, with the verdict of people on it. */
export function FindingNote({ number, sentence, rule, aside, judged, judge }: FindingNoteProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const say = (verdict: Judged | null) =>
    start(async () => {
      const outcome = await judge?.(verdict);
      setProblem(outcome?.problem ?? null);
    });
  return (
    <article
      className="finding-note"
      data-judged={judged?.verdict ?? "open"}
      tabIndex={-1}
      aria-label={`Finding ${number}`}
    >
      <b className="font-semibold">{number}</b>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className={judged?.verdict === "dismissed" ? "text-ink-3 line-through" : "font-semibold"}>{sentence}</p>
        <p className="text-ink-3">
          {rule}
          {aside && ` · ${aside}`}
        </p>
        {judged && (
          <p className="flex items-center gap-x-1 text-ink-2">
            {judged.verdict === "confirmed" ? <Check size={12} aria-hidden /> : <X size={12} aria-hidden />}
            {WORDS[judged.verdict]}
            {judged.by && `, ${judged.by}`}
            {judge && (
              <button type="button" className="link ml-2 min-h-6" disabled={isBusy} onClick={() => say(null)}>
                Undo
              </button>
            )}
          </p>
        )}
        {judge && !judged && (
          <p className="no-print flex gap-x-3 text-ink-2">
            <button
              type="button"
              data-key="y"
              className="link min-h-6"
              disabled={isBusy}
              onClick={() => say("confirmed")}
            >
              Confirm
            </button>
            <button
              type="button"
              data-key="n"
              className="link min-h-6"
              disabled={isBusy}
              onClick={() => say("dismissed")}
            >
              Dismiss
            </button>
          </p>
        )}
        {problem && (
          <p role="status" className="text-red-ink">
            {problem}
          </p>
        )}
      </div>
    </article>
  );
}

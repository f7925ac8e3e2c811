"use client";

import { useActionState } from "react";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { Marked } from "#app/_components/marked.tsx";
import { readSentence, type TriedOutcome } from "./actions.ts";

const ROLES = { customer: "Customer", human: "Agent", ai: "AI" };

const COLUMNS: Column[] = [
  { name: "No.", className: "text-ink-3" },
  { name: "Scanner", className: "font-semibold", isPlain: true },
  { name: "What it says", isPlain: true },
  { name: "Words" },
  { name: "Rule", className: "text-ink-2" },
  { name: "Confidence", isNumber: true },
];

/** A message is read where it is typed or pasted, with the rules that fire. */
export function TrySentence({ longest, notAsked }: { longest: number; notAsked: string[] }) {
  const [outcome, send, isBusy] = useActionState<TriedOutcome | null, FormData>(readSentence, null);
  const read = outcome && "found" in outcome ? outcome : null;
  return (
    <section className="section" aria-labelledby="try-it">
      <h2 id="try-it">Try a sentence</h2>
      <p className="deck">Read as English and by itself; nothing is stored.</p>
      <form action={send} className="mt-3 max-w-[760px]">
        <fieldset className="flex flex-wrap gap-x-4 text-[12px]">
          <legend className="sr">Who says it</legend>
          {Object.entries(ROLES).map(([value, name]) => (
            <label key={value} className="shown-choice inline-flex min-h-6 items-center">
              <input
                type="radio"
                name="role"
                value={value}
                defaultChecked={value === (read?.role ?? "customer")}
                className="sr"
              />
              {name}
            </label>
          ))}
        </fieldset>
        <label htmlFor="tried" className="label mt-2">
          What is said, up to {longest} characters
        </label>
        <textarea
          id="tried"
          name="text"
          rows={3}
          maxLength={longest}
          required
          defaultValue={read?.text}
          placeholder="As I already told the bot, order 4471 has not arrived. Can I talk to a person?"
          className="field !h-auto py-2 leading-5"
        />
        <button type="submit" className="button mt-2" disabled={isBusy}>
          Read it
        </button>
      </form>
      <div role="status" className="mt-3">
        {outcome && "problem" in outcome && <p className="text-red-ink">{outcome.problem}</p>}
        {read && <Read read={read} />}
      </div>
      <p className="note mt-3">
        Not asked, because only a whole conversation tells: {notAsked.join(", ").toLowerCase()}.
      </p>
    </section>
  );
}

function Read({ read: { text, found } }: { read: Extract<TriedOutcome, { found: unknown }> }) {
  if (found.length === 0) return <p className="text-[14px]">Nothing is found in it.</p>;
  return (
    <>
      <p className="max-w-[760px] break-words whitespace-pre-wrap text-[14px] leading-[22px]">
        <Marked text={text} findings={found.map((one, i) => ({ ...one, number: i + 1, judged: null }))} />
      </p>
      <FoldingTable
        columns={COLUMNS}
        rows={found.map(({ name, sentence, rule, start, end, confidence, counts }, i) => ({
          key: `${rule} ${start} ${end}`,
          cells: [
            i + 1,
            name,
            sentence,
            `“${shortened(text.slice(start, end))}”`,
            rule,
            `${confidence.toFixed(2)}${counts ? "" : ", does not count"}`,
          ],
        }))}
      />
    </>
  );
}

const LONGEST_WORDS = 80;

const shortened = (words: string): string =>
  words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).toWellFormed()} …` : words;

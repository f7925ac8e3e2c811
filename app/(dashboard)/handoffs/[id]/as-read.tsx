import { Check, Minus, X } from "lucide-react";
import type { Dossier } from "#db/conversation.ts";
import { count, label } from "#lib/format.ts";
import { explain } from "#lib/scanners/explain.ts";

type Finding = Dossier["findings"][number];
type Handoff = Dossier["handoffs"][number];

/** Why it was handed over, as words, attributes and events tell it, the deciding reason first. */
export function ReadWhy({ findings, handoff }: { findings: Finding[]; handoff: Handoff }) {
  const read = findings.filter((one) => one.scanner === "escalation_trigger" && explain(one).counts);
  const ordered = read.toSorted((a, b) => rank(a) - rank(b) || b.confidence - a.confidence);
  if (ordered.length === 0) return <span className="text-ink-2">nothing in words, attributes or events</span>;
  return (
    <>
      {ordered.map((one, i) => (
        <span key={`${one.rule} ${one.start}`} className={`block ${i === 0 ? "font-semibold" : "text-ink-2"}`}>
          {label(one.label)} <span className="font-normal text-ink-3 tabular-nums">{one.confidence.toFixed(2)}</span>
          {one.evidence && <span className="block font-normal text-ink-3">{one.evidence}</span>}
        </span>
      ))}
      {handoff.triggerAgrees === false && <span className="block text-ink-2">Not what the source declares.</span>}
    </>
  );
}

const rank = ({ rule }: Finding): number => (rule.endsWith(".primary") ? 0 : 1);

const PARTS = [
  ["contextHistory", "history", "Conversation history"],
  ["contextCustomer", "customer_context", "Customer context"],
  ["contextAssessment", "ai_assessment", "AI assessment"],
  ["contextAttempted", "attempted_solutions", "Attempted solutions"],
  ["contextNextSteps", "next_steps", "Suggested next steps"],
] as const;

/** Which of the five things came along with the handoff; what the source does not tell is neither. */
export function Given({ findings, handoff }: { findings: Finding[]; handoff: Handoff }) {
  const given = PARTS.filter(([column]) => handoff[column] === true).length;
  return (
    <>
      <p className="mb-1 text-ink-2">
        {count(given)} of {count(PARTS.length)}
      </p>
      <ul>
        {PARTS.map(([column, part, name]) => {
          const evidence = findings.find((one) => one.scanner === "context_passed" && one.label === part)?.evidence;
          return (
            <li key={part} className="grid grid-cols-[20px_1fr] py-0.5">
              <State isGiven={handoff[column]} />
              <span>
                {name} <span className="break-words text-ink-3">{evidence ?? WORDS[`${handoff[column]}`]}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const WORDS: Record<string, string> = { true: "in a note", false: "not given", null: "the source does not tell" };

function State({ isGiven }: { isGiven: boolean | null }) {
  const Icon = isGiven === null ? Minus : isGiven ? Check : X;
  return <Icon size={12} className="mt-0.5" aria-hidden="true" />;
}

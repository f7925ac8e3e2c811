import { FindingNote, type FindingNoteProps } from "./finding-note.tsx";
import { Marked } from "./marked.tsx";

/** number = the finding's own on this page, the same in text and margin. One without words of its own is in the margin
 * only. */
export type Mark = FindingNoteProps & { start: number; end: number };

type Leg = "ai" | "queue" | "human";

export type Turn = { key: string; at: string } & (
  | {
      is: "message";
      leg: Leg;
      author: string;
      isAi: boolean;
      isAgent: boolean;
      isInternal: boolean;
      text: string;
      quoted: string | null;
      articles: string[];
      findings: Mark[];
    }
  | { is: "leg"; leg: "ai" | "human"; text: string }
  | { is: "seam"; to: string; says: string; queue: string | null; note: string }
  | { is: "event"; leg: Leg | null; text: string }
);

/** Where a message stands on the page of its conversation, for links to it. */
export const placeOf = (messageId: string): string => `m-${encodeURIComponent(messageId)}`;

const GRID =
  "grid grid-cols-[14px_minmax(0,1fr)] sm:grid-cols-[92px_20px_minmax(0,1fr)] lg:grid-cols-[92px_20px_minmax(0,1fr)_208px]";
const SPINES = { ai: "bg-ai", queue: "spine-queue", human: "bg-hu" };

/** The conversation as a document: who said what, the seam across it, and what was found in the text. */
export function Transcript({ turns }: { turns: Turn[] }) {
  const found = turns.reduce((sum, turn) => sum + (turn.is === "message" ? turn.findings.length : 0), 0);
  const judged = turns.reduce(
    (sum, turn) => sum + (turn.is === "message" ? turn.findings.filter((one) => one.judged !== null).length : 0),
    0,
  );
  return (
    <section className="section transcript" aria-label="Transcript">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>
          Transcript{" "}
          <span className="text-[13px] font-normal text-ink-2">
            {found === 0 ? "no findings" : `${found} ${found === 1 ? "finding" : "findings"}`}
            {judged > 0 && `, ${judged} judged`}
          </span>
        </h2>
        {found > 0 && <Shown />}
      </div>
      <ol className="mt-2">
        {turns.map((turn) => (
          <li key={turn.key}>
            {turn.is === "message" && <Said turn={turn} />}
            {turn.is === "leg" && <LegOpens turn={turn} />}
            {turn.is === "seam" && <Seam turn={turn} />}
            {turn.is === "event" && <Happened turn={turn} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

const SHOWN = { all: "All findings", open: "Open only", none: "None" };

/** Which findings are marked; the style sheet does it, so it also works before any script has come. */
function Shown() {
  return (
    <fieldset className="no-print flex gap-x-4 text-[12px]">
      <legend className="sr">Findings shown</legend>
      {Object.entries(SHOWN).map(([value, name]) => (
        <label key={value} className="shown-choice inline-flex min-h-6 items-center">
          <input type="radio" name="findings" value={value} defaultChecked={value === "all"} className="sr" />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

function Spine({ leg }: { leg: Leg }) {
  return (
    <span className="relative" aria-hidden="true">
      <span className={`absolute inset-y-0 left-0.5 w-[3px] sm:left-2 ${SPINES[leg]}`} />
    </span>
  );
}

function LegOpens({ turn }: { turn: Extract<Turn, { is: "leg" }> }) {
  const isAgent = turn.leg === "human";
  const [name = "", ...rest] = turn.text.split(" · ");
  return (
    <div className={`${GRID} text-[12px] leading-4 ${isAgent ? "mt-2.5 border-t-2 border-hu pt-2" : ""}`}>
      <p className="col-start-2 pb-1 pl-1 text-ink-3 sm:col-start-3 sm:pl-2">
        <b className={`font-semibold ${isAgent ? "text-hu-ink" : "text-ai-ink"}`}>{name}</b>
        {rest.map((text) => ` · ${text}`)}
      </p>
    </div>
  );
}

function Happened({ turn }: { turn: Extract<Turn, { is: "event" }> }) {
  return (
    <div className={`${GRID} text-[12px] leading-5 text-ink-3`}>
      <time className="hidden py-1.5 pr-2 text-right tabular-nums sm:block">{turn.at}</time>
      {turn.leg && <Spine leg={turn.leg} />}
      <p className="col-start-2 py-1.5 pl-1 sm:col-start-3 sm:pl-2">
        {turn.text} <time className="tabular-nums sm:hidden">{turn.at}</time>
      </p>
    </div>
  );
}

function Said({ turn }: { turn: Extract<Turn, { is: "message" }> }) {
  const tone = turn.isAi ? "text-ai-ink" : turn.isAgent ? "text-hu-ink" : "text-ink";
  return (
    <article id={placeOf(turn.key)} className={`${GRID} scroll-mt-4 target:bg-sunken`}>
      <div className="hidden py-2 pr-2 text-right text-[12px] leading-[17px] sm:block">
        <p className={`font-semibold break-words ${tone}`}>{turn.author}</p>
        <time className="text-ink-3 tabular-nums">{turn.at}</time>
      </div>
      <Spine leg={turn.leg} />
      <div className="max-w-[612px] py-1.5 pl-1 text-[14px] leading-[21px] sm:pr-6 sm:pl-2">
        <p className="text-[12px] leading-5 text-ink-3 sm:hidden">
          <b className={`font-semibold ${tone}`}>{turn.author}</b> <time className="tabular-nums">{turn.at}</time>
        </p>
        {turn.isInternal && <p className="note">Internal note, not seen by the customer</p>}
        <p className={`break-words whitespace-pre-wrap text-pretty ${turn.isAi ? "text-ink-2" : ""}`}>
          <Marked text={turn.text} findings={turn.findings} />
        </p>
        {turn.articles.length > 0 && <p className="note mt-1">Article used: {turn.articles.join(", ")}</p>}
        {turn.quoted && (
          <details className="note mt-1">
            <summary className="min-h-6 cursor-pointer">Quoted history</summary>
            <p className="mt-1 break-words whitespace-pre-wrap">{turn.quoted}</p>
          </details>
        )}
      </div>
      {turn.findings.length > 0 && (
        <div className="col-start-2 space-y-1 pl-1 text-[12px] leading-4 sm:col-start-3 sm:pl-2 lg:col-start-4 lg:border-l lg:border-hair lg:py-2 lg:pl-5">
          {turn.findings.map(({ start, end, ...note }) => (
            <FindingNote key={note.number} {...note} />
          ))}
        </div>
      )}
    </article>
  );
}

function Seam({ turn }: { turn: Extract<Turn, { is: "seam" }> }) {
  return (
    <>
      <div className={`${GRID} relative mt-2.5 items-baseline border-t-2 border-ho py-2`}>
        <svg
          width="20"
          height="20"
          viewBox="0 0 20 20"
          className="absolute -top-[11px] -left-[7px] sm:left-[91.5px]"
          aria-hidden="true"
        >
          <path d="M10 1l9 9-9 9-9-9z" fill="var(--ho)" stroke="var(--paper)" strokeWidth={2} />
        </svg>
        <time className="hidden pr-2 text-right text-[12px] font-semibold text-ho-ink tabular-nums sm:block">
          {turn.at}
        </time>
        <p className="col-start-2 pl-1 sm:col-start-3 sm:pl-2">
          <b className="font-semibold text-ho-ink">Handed over</b> {turn.to}
        </p>
        <p className="col-start-2 pl-1 text-[12px] leading-4 text-ink-2 sm:col-start-3 sm:pl-2 lg:col-start-4 lg:pl-5">
          {turn.says}
        </p>
      </div>
      {turn.queue && (
        <div className={`${GRID} border-t border-dashed border-ho pt-2`}>
          <span className="hidden sm:block" />
          <Spine leg="queue" />
          <div className="py-1.5 pl-1 sm:pl-2">
            <p className="text-[22px] leading-7 font-semibold tracking-[-0.015em] text-ho-ink tabular-nums">
              {turn.queue} in the queue
            </p>
            <p className="text-[13px] leading-5 text-ink-2">{turn.note}</p>
          </div>
        </div>
      )}
    </>
  );
}

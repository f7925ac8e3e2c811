export type Mark = { start: number; end: number; name: string; rule: string };

export type Turn = { key: string; at: string } & (
  | {
      is: "message";
      leg: "ai" | "queue" | "human";
      author: string;
      isAi: boolean;
      isAgent: boolean;
      isInternal: boolean;
      opensAgentLeg: boolean;
      text: string;
      quoted: string | null;
      articles: string[];
      findings: Mark[];
    }
  | { is: "seam"; to: string; trigger: string; queue: string | null; note: string }
  | { is: "event"; text: string }
);

const SPINES = { ai: "border-ai", queue: "border-ho border-dotted", human: "border-hu" };

/** The conversation as a document: who said what, the seam across it, and what was found in the text. */
export function Transcript({ turns }: { turns: Turn[] }) {
  const found = turns.reduce((sum, turn) => sum + (turn.is === "message" ? turn.findings.length : 0), 0);
  return (
    <section className="section" aria-label="Transcript">
      <h2>
        Transcript{" "}
        <span className="text-[12px] font-normal text-ink-3">
          {found === 0 ? "no findings" : `${found} ${found === 1 ? "finding" : "findings"}`}
        </span>
      </h2>
      <ol className="mt-3">
        {turns.map((turn) => (
          <li key={turn.key}>
            {turn.is === "message" && <Said turn={turn} />}
            {turn.is === "seam" && <Seam turn={turn} />}
            {turn.is === "event" && (
              <p className="grid grid-cols-[72px_1fr] gap-x-4 py-2 text-[12px] text-ink-3 sm:grid-cols-[112px_1fr]">
                <time className="text-right tabular-nums">{turn.at}</time>
                {turn.text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Said({ turn }: { turn: Extract<Turn, { is: "message" }> }) {
  return (
    <article
      className={`grid grid-cols-[72px_minmax(0,1fr)] gap-x-4 sm:grid-cols-[112px_minmax(0,612px)_minmax(0,220px)] ${
        turn.opensAgentLeg ? "mt-3 border-t-2 border-hu pt-3" : ""
      }`}
    >
      <div className="py-2 text-right text-[12px] leading-4">
        <p className={`font-semibold break-words ${turn.isAi ? "text-ai-ink" : turn.isAgent ? "text-hu-ink" : ""}`}>
          {turn.author}
        </p>
        <time className="text-ink-3 tabular-nums">{turn.at}</time>
      </div>
      <div className={`border-l-[3px] py-2 pl-4 text-[14px] leading-[21px] ${SPINES[turn.leg]}`}>
        {turn.isInternal && <p className="note">Internal note, not seen by the customer</p>}
        <p className={`break-words whitespace-pre-wrap ${turn.isAi ? "text-ink-2" : ""}`}>
          <Marked text={turn.text} findings={turn.findings} />
        </p>
        {turn.articles.length > 0 && <p className="note mt-1">Article used: {turn.articles.join(", ")}</p>}
        {turn.quoted && (
          <details className="note mt-1">
            <summary className="cursor-pointer">Quoted history</summary>
            <p className="mt-1 whitespace-pre-wrap">{turn.quoted}</p>
          </details>
        )}
      </div>
      <div className="col-start-2 text-[12px] leading-4 sm:col-start-3 sm:py-2">
        {turn.findings.map((finding) => (
          <p key={finding.start}>
            <b className="font-semibold">{finding.name}</b> <span className="text-ink-3">{finding.rule}</span>
          </p>
        ))}
      </div>
    </article>
  );
}

/** Spans are offsets into the text, in order; one that overlaps the one before is not marked twice. */
function Marked({ text, findings }: { text: string; findings: Mark[] }) {
  const parts: { text: string; isFinding: boolean; from: number }[] = [];
  let at = 0;
  for (const { start, end } of findings) {
    if (start < at) continue;
    parts.push({ text: text.slice(at, start), isFinding: false, from: at });
    parts.push({ text: text.slice(start, end), isFinding: true, from: start });
    at = end;
  }
  parts.push({ text: text.slice(at), isFinding: false, from: at });
  return parts.map(({ text: part, isFinding, from }) =>
    isFinding ? (
      <mark key={`${from} found`} className="finding">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

function Seam({ turn }: { turn: Extract<Turn, { is: "seam" }> }) {
  return (
    <div className="my-3 border-t-2 border-ho pt-2">
      <p className="flex flex-wrap gap-x-4 text-[13px]">
        <span className="font-semibold text-ho-ink">
          <span aria-hidden="true">◆ </span>
          <time className="tabular-nums">{turn.at}</time> Handed over {turn.to}
        </span>
        <span className="text-ink-2">{turn.trigger}</span>
      </p>
      {turn.queue && (
        <p className="mt-1 text-[22px] leading-7 font-semibold tracking-[-0.015em] text-ho-ink tabular-nums">
          {turn.queue} in the queue{" "}
          <span className="text-[12px] font-normal tracking-normal text-ink-3">{turn.note}</span>
        </p>
      )}
    </div>
  );
}

type Leg = "ai" | "queue" | "human";

/** A moment on the bar; share = how far along its leg, from 0 to 1. */
export type LegMark = { text: string; share: number; isMissed: boolean };

export type LegStretch = {
  leg: Leg;
  seconds: number;
  length: string;
  detail: string;
  from: string;
  to: string;
  marks: LegMark[];
};

const LOOKS = {
  ai: { name: "AI leg", ink: "text-ai-ink", ground: "bg-ai" },
  queue: { name: "Queue", ink: "text-ho-ink", ground: "" },
  human: { name: "Agent leg", ink: "text-hu-ink", ground: "bg-hu" },
};

/** The legs by the clock, to scale, none so short that it cannot be read. */
export function LegHead({ stretches }: { stretches: LegStretch[] }) {
  if (stretches.length === 0) return null;
  const most = Math.max(...stretches.map(({ seconds }) => seconds));
  return (
    <ol className="mt-5 flex" aria-label="The legs of the conversation">
      {stretches.map((stretch, i) => (
        <li
          key={stretch.leg}
          className="relative min-w-[92px] basis-0 text-[12px] leading-4 sm:min-w-[152px]"
          style={{ flexGrow: Math.max(0.05, stretch.seconds / most) }}
        >
          <p className={`pr-2 font-semibold ${LOOKS[stretch.leg].ink}`}>
            {LOOKS[stretch.leg].name} <span className="block whitespace-nowrap sm:inline">{stretch.length}</span>
          </p>
          <p className="hidden pr-2 text-ink-2 sm:block">{stretch.detail}</p>
          <Bar stretch={stretch} />
          <p className="flex justify-between pr-1 text-ink-3 tabular-nums">
            <span>{stretch.from}</span>
            {i === stretches.length - 1 && <span>{stretch.to}</span>}
          </p>
          {stretch.marks.map(({ text, isMissed }) => (
            <p key={text} className={isMissed ? "text-red-ink" : "text-ink-2"}>
              {text}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function Bar({ stretch: { leg, marks } }: { stretch: LegStretch }) {
  return (
    <div className={`relative my-1.5 h-2.5 ${LOOKS[leg].ground}`}>
      {leg === "queue" && (
        <svg className="block h-full w-full" aria-hidden="true">
          <rect width="100%" height="100%" fill="url(#hatch-ho)" />
        </svg>
      )}
      {leg === "queue" && (
        <svg width="14" height="14" viewBox="0 0 14 14" className="absolute -top-0.5 -left-[7px]" aria-hidden="true">
          <path d="M7 0l7 7-7 7-7-7z" fill="var(--ho)" stroke="var(--paper)" strokeWidth={1.5} />
        </svg>
      )}
      {marks.map(({ text, share, isMissed }) => (
        <span
          key={text}
          className={`absolute -top-1 h-[18px] w-[1.5px] ${isMissed ? "bg-red" : "bg-ink"}`}
          style={{ left: `${share * 100}%` }}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}

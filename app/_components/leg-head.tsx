type Leg = "ai" | "queue" | "human";
type Props = { stretches: { leg: Leg; seconds: number; length: string; from: string; to: string }[] };

const LOOKS = {
  ai: { name: "AI leg", ink: "text-ai-ink", ground: "bg-ai" },
  queue: { name: "Queue", ink: "text-ho-ink", ground: "" },
  human: { name: "Agent leg", ink: "text-hu-ink", ground: "bg-hu" },
};

/** The legs to scale, none so short that it cannot be read. */
export function LegHead({ stretches }: Props) {
  if (stretches.length === 0) return null;
  const most = Math.max(...stretches.map(({ seconds }) => seconds));
  return (
    <ol className="mt-5 flex gap-px overflow-x-auto" aria-label="The legs of the conversation">
      {stretches.map(({ leg, seconds, length, from, to }, i) => (
        <li
          key={leg}
          className="min-w-[104px] text-[12px] leading-4"
          style={{ flexGrow: Math.max(0.1, seconds / most) }}
        >
          <p className={`font-semibold whitespace-nowrap ${LOOKS[leg].ink}`}>
            {LOOKS[leg].name} {length}
          </p>
          {leg === "queue" ? (
            <svg className="my-1.5 block h-2.5 w-full" aria-hidden="true">
              <rect width="100%" height="100%" fill="url(#hatch-ho)" />
            </svg>
          ) : (
            <div className={`my-1.5 h-2.5 ${LOOKS[leg].ground}`} />
          )}
          <p className="flex justify-between text-ink-3 tabular-nums">
            <span>{from}</span>
            {i === stretches.length - 1 && <span>{to}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

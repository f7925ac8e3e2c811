/** Seconds of each leg; agent null = no person replied. */
export type Legs = { ai: number; queue: number; agent: number | null };

const WIDTH = 160;
/** Twenty minutes fill half the bar's room on either side; longer legs end in a break. */
const PER_SECOND = 80 / 1200;
const SEAM_AT = 44;

/** AI, the seam, the wait, the person: always in this order, and to one scale in a list. */
export function LegBar({ legs, width = WIDTH }: { legs: Legs; width?: number }) {
  const ai = Math.min(SEAM_AT - 4, legs.ai * PER_SECOND);
  const queue = Math.min(width * 0.44, legs.queue * PER_SECOND);
  const agent = Math.min(width - SEAM_AT - queue - 2, (legs.agent ?? 0) * PER_SECOND);
  return (
    <svg width={width} height={14} viewBox={`0 0 ${width} 14`} aria-hidden="true" className="flex-none">
      <path d={`M0 7H${width}`} stroke="var(--hair)" />
      <rect x={SEAM_AT - ai} y={5} width={ai} height={4} fill="var(--ai)" />
      <rect x={SEAM_AT} y={5} width={queue} height={4} fill="url(#hatch-ho)" />
      {legs.agent === null ? (
        <path d={`M${SEAM_AT + queue} 2v10`} stroke="var(--ink)" strokeWidth={1.5} />
      ) : (
        <rect x={SEAM_AT + queue} y={5} width={agent} height={4} fill="var(--hu)" />
      )}
      <path d={`M${SEAM_AT} 2l5 5-5 5-5-5z`} fill="var(--ho)" stroke="var(--paper)" />
    </svg>
  );
}

/** Where a wait has missed the five minutes, and where it is long: the marks. */
export const TARGET_SECONDS = 300;
export const LONG_SECONDS = 900;

const WIDTH = 92;
const SEAM_AT = 20;
/** Twenty minutes fill what lies right of the seam. */
const PER_SECOND = (WIDTH - SEAM_AT) / 1200;

/** The AI's part, the seam, and the wait so far, with marks at 5 and 15 minutes. */
export function WaitBar({
  aiSeconds,
  waitSeconds,
  isLate,
}: {
  aiSeconds: number;
  waitSeconds: number;
  isLate: boolean;
}) {
  const ai = Math.min(SEAM_AT - 4, aiSeconds * PER_SECOND);
  const wait = Math.min(WIDTH - SEAM_AT, waitSeconds * PER_SECOND);
  const fill = isLate ? "var(--red)" : waitSeconds >= TARGET_SECONDS ? "var(--ho)" : "url(#hatch-ho)";
  return (
    <svg width={WIDTH} height={14} viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true" className="flex-none">
      <path d={`M0 7H${WIDTH}`} stroke="var(--hair)" />
      <rect x={SEAM_AT - ai} y={5} width={ai} height={4} fill="var(--ai)" />
      <rect x={SEAM_AT} y={5} width={wait} height={4} fill={fill} />
      {[TARGET_SECONDS, LONG_SECONDS].map((seconds) => (
        <path key={seconds} d={`M${SEAM_AT + seconds * PER_SECOND} 1v12`} stroke="var(--ink)" />
      ))}
      <path d={`M${SEAM_AT} 3l4 4-4 4-4-4z`} fill="var(--ho)" stroke="var(--paper)" />
    </svg>
  );
}

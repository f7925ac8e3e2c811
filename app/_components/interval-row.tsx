import Link from "next/link";
import { percent, percentInterval } from "#lib/format.ts";
import type { Standing } from "#lib/metrics/measure.ts";
import { isTooFew, type Measurement } from "#lib/metrics/measure.ts";

type Props = {
  name: string;
  measurement: Measurement;
  /** Null = none. */
  target?: number | null;
  standing?: Standing | null;
  href: string;
  /** What stands at the right end: a change or a difference. */
  note?: string | null;
  /** A line below it. */
  below?: string | null;
  isStrong?: boolean;
};

/** A share with its interval on a line from 0 to 100, its target as a triangle; red only if the whole interval misses it. */
export function IntervalRow({ name, measurement, target = null, standing = null, href, note, below, isStrong }: Props) {
  const { value, low, high, n } = measurement;
  const isShown = value !== null && !isTooFew(measurement);
  const text = isShown ? percent(value) : n === 0 ? "–" : "too few";
  const colour = standing === "missed" ? "var(--red)" : "var(--ink)";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(60px,120px)_56px] items-center gap-x-3 border-b border-hair py-1.5 tabular-nums sm:grid-cols-[minmax(0,1fr)_120px_52px_188px]">
      <span className="text-[13px]">{name}</span>
      <svg viewBox="0 0 120 14" className="w-full" role="img" aria-label={`${name}: ${text}, n ${n}`}>
        <line x1={0} x2={120} y1={7} y2={7} stroke="var(--hair-2)" />
        {isShown && low !== null && high !== null && (
          <line x1={low * 120} x2={high * 120} y1={7} y2={7} stroke={colour} strokeWidth={3} />
        )}
        {isShown && <circle cx={value * 120} cy={7} r={3.5} fill={colour} />}
        {target !== null && <path d={`M${target * 120} 10l3 4h-6z`} fill="var(--ink-2)" />}
      </svg>
      <Link
        href={href}
        className="text-right font-semibold"
        title={low !== null && high !== null ? `n ${n}, 95\u202f% ${percentInterval(low, high)}` : `n ${n}`}
      >
        {text}
      </Link>
      <span className={`note col-span-3 sm:col-span-1 sm:text-right ${isStrong ? "!text-ink font-semibold" : ""}`}>
        {note}
      </span>
      {below && <span className="note col-span-full pb-1 sm:text-right">{below}</span>}
    </li>
  );
}

import Link from "next/link";
import { Sparkline, type SparkPoint } from "./charts/sparkline.tsx";
import { Definition } from "./definition.tsx";
import type { DefinitionText } from "./definition-text.ts";

export type HeadlineProps = {
  definition: DefinitionText;
  qualifier: string | null;
  value: string;
  unit: string;
  /** Null = shown; else why there is no value. */
  missing: string | null;
  href: string;
  n: string;
  standing: { text: string; isMissed: boolean } | null;
  change: { text: string; isReal: boolean } | null;
  /** Figures without which this one would mislead. */
  companions: { text: string; href: string }[];
  points: SparkPoint[];
  /** Where on the line the number began to mean something else. */
  breaks: number[];
  target: number | null;
  trend: string;
};

/** One of the five numbers: value, what it rests on, where it stands, whether it moved. */
export function HeadlineNumber(props: HeadlineProps) {
  const {
    definition,
    qualifier,
    value,
    unit,
    missing,
    href,
    n,
    standing,
    change,
    companions,
    points,
    breaks,
    target,
    trend,
  } = props;
  return (
    <div className="min-w-0 border-hair py-3 not-first:border-t sm:not-first:border-t-0 sm:not-first:border-l sm:not-first:pl-5">
      <div className="flex items-baseline justify-between gap-x-2 print:flex-wrap">
        <Definition {...definition} />
        <span className="note whitespace-nowrap">{qualifier}</span>
      </div>
      <div className="flex items-end justify-between gap-2">
        {missing ? (
          <p className="flex min-h-12 items-center text-ink-2">{missing}</p>
        ) : (
          <Link href={href} className="text-[36px] leading-[48px] font-semibold tracking-[-0.022em] tabular-nums">
            {value}
            <span className="pl-1 text-[18px] font-medium text-ink-2">{unit}</span>
          </Link>
        )}
        <span className="print:hidden">
          <Sparkline points={points} target={target} breaks={breaks} label={trend} />
        </span>
      </div>
      <div className="mt-1 text-[12px] leading-[18px] tabular-nums">
        <p className="text-ink-2">{n}</p>
        <p className={standing?.isMissed ? "text-red-ink" : "text-ink-2"}>{standing?.text ?? "no target"}</p>
        <p className={change?.isReal ? "font-semibold" : "text-ink-2"}>{change?.text ?? "nothing to compare with"}</p>
        {companions.map(({ text, href: to }) => (
          <p key={text}>
            <Link href={to} className="link inline-block min-h-6 leading-6 text-ink-2">
              {text}
            </Link>
          </p>
        ))}
      </div>
    </div>
  );
}

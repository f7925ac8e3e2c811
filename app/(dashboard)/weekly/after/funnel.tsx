import Link from "next/link";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { askRows, sourcesWithoutAsks } from "#db/metrics/funnel.ts";
import type { Filters } from "#lib/filters.ts";
import { count, label, lengthText, MISSING, percent } from "#lib/format.ts";
import { type FunnelRow, type FunnelStep, funnelOf, type MedianSpent } from "#lib/metrics/funnel.ts";
import { isTooFew } from "#lib/metrics/measure.ts";
import { ENDING_TEXTS, FUNNEL_NAME, funnelTitle, STEP_TEXTS } from "#lib/sentences/funnel.ts";

type LinkTo = (step: string) => string;

/** How far those got who asked for a person, where the others were lost, and what it cost them. */
export async function Funnel({ filters }: { filters: Filters }) {
  const [rows, silent] = await Promise.all([askRows(db(), filters), sourcesWithoutAsks(db(), filters)]);
  const steps = funnelOf(rows);
  const total = steps[0]?.n ?? 0;
  const href: LinkTo = (step) => hrefOf("/handoffs", filters, { metric: "askToHuman", step });
  const unknown = silent.length > 0 && `Not available from this source: ${silent.map(label).join(", ")}.`;
  return (
    <section className="section">
      <h2>{total === 0 ? FUNNEL_NAME : funnelTitle(steps)}</h2>
      <p className="deck">
        Episodes with the AI in which the customer first asked for a person in the period; time and messages from step
        to step are medians, on the clock
      </p>
      {total === 0 ? (
        <p className="deck mt-4">{unknown || "Nobody asked for a person with these filters."}</p>
      ) : (
        <ol className="mt-2 border-t border-hair" aria-label="Steps">
          {steps.map((row) => (
            <Step key={row.step} row={row} total={total} href={href} />
          ))}
        </ol>
      )}
      <p className="note mt-2">
        Asks read in customers’ words and known from buttons and events. Hatched: not final yet. Stayed resolved = not
        back within 7 days.
        {total > 0 && unknown && ` ${unknown}`}
      </p>
    </section>
  );
}

/** Who holds the conversation there. */
const COLOURS: Record<FunnelStep, string> = {
  asked: "var(--ai)",
  handed: "var(--ho)",
  answered: "var(--hu)",
  resolved: "var(--hu)",
  stayed: "var(--hu)",
};

function Step({ row, total, href }: { row: FunnelRow; total: number; href: LinkTo }) {
  const { step, n, spent, never, open } = row;
  const share = (part: number) => `${(part / total) * 100}%`;
  return (
    <li className="border-b border-hair py-1.5 tabular-nums">
      <Link
        href={href(step)}
        data-step={step}
        className="grid min-h-6 grid-cols-[116px_minmax(0,1fr)_36px_52px] items-center gap-x-3"
      >
        <span className="text-[13px]">{STEP_TEXTS[step]}</span>
        <svg width="100%" height="12" aria-hidden="true">
          <rect width={share(n)} height="12" fill={COLOURS[step]} />
          {open && open.n > 0 && (
            <rect x={share(n)} width={share(open.n)} height="12" fill="url(#hatch-ink)" stroke="var(--hair-2)" />
          )}
        </svg>
        <b className="text-right font-semibold">{count(n)}</b>
        <span className="text-right text-ink-2">{isTooFew({ n: total }) ? "" : shareText(row, total)}</span>
      </Link>
      {step !== "asked" && (
        <p className="note sm:pl-[128px]">
          {spent && `${spentText(spent)} from the step before. `}
          <Never never={never} href={href} />
          {open && open.n > 0 && (
            <>
              {" "}
              <Link href={href(open.mark)} className="link whitespace-nowrap">
                Not final yet {count(open.n)}
              </Link>{" "}
              ({ENDING_TEXTS[open.mark]}).
            </>
          )}
        </p>
      )}
    </li>
  );
}

function Never({ never, href }: { never: FunnelRow["never"]; href: LinkTo }) {
  const { mark, n, spent, reasons } = never;
  if (n === 0) return <>Never 0.</>;
  const some = reasons.filter((reason) => reason.n > 0);
  return (
    <>
      <Link href={href(mark)} data-step={mark} className="link font-semibold whitespace-nowrap text-ink">
        Never {count(n)}
      </Link>
      {": "}
      {some.map((reason, i) => (
        <span key={reason.mark}>
          {i > 0 && ", "}
          <Link href={href(reason.mark)} data-step={reason.mark} className="link">
            {ENDING_TEXTS[reason.mark]}
          </Link>
          {some.length > 1 && ` ${count(reason.n)}`}
        </span>
      ))}
      {spent && `; ${spentText(spent)} spent by then`}.
    </>
  );
}

/** Who is open can still get there. */
const shareText = ({ n, open }: FunnelRow, total: number): string => {
  if (!open || open.n === 0) return percent(n / total);
  return n === 0 ? MISSING : `≥\u202f${percent(n / total)}`;
};

const spentText = ({ seconds, turns, n }: NonNullable<MedianSpent>): string =>
  `${lengthText(seconds)} and ${turns === 0 ? "no" : turns} ${turns === 1 ? "message" : "messages"} (n\u202f${count(n)})`;

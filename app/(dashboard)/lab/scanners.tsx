import Link from "next/link";
import type { ReactNode } from "react";
import { type Column, FoldingTable, None } from "#app/_components/folding-table.tsx";
import type { Found, Scanned } from "#db/metrics/found.ts";
import type { RuleReviews } from "#db/reviews.ts";
import type { Filters } from "#lib/filters.ts";
import { count, percent, percentInterval, score } from "#lib/format.ts";
import { MEASURED } from "#lib/lab/measured.ts";
import { type Rule, ruleOf, SHOWN, type Shown } from "#lib/lab/rules.ts";
import { FEW, isTooFew, type Measurement, ratio } from "#lib/metrics/measure.ts";
import { type Chosen, labHref } from "./chosen.ts";

const COLUMNS: Column[] = [
  { name: "Scanner and rule" },
  { name: "Version", isNumber: true, className: "text-ink-2" },
  { name: "Found in", isNumber: true, className: "font-semibold" },
  { name: "of scanned", className: "text-ink-3 whitespace-nowrap" },
  { name: "Right, as people judged" },
  { name: "Own sentences, P / R", isNumber: true, className: "whitespace-nowrap" },
];

type Props = {
  filters: Filters;
  chosen: Chosen | null;
  scanned: Record<Shown["over"], Scanned>;
  found: Found[];
  reviews: RuleReviews[];
};

/** Every scanner with how often it finds something and how often people say that it is right, and the rules of the one
 * that is opened. */
export function Scanners({ filters, chosen, scanned, found, reviews }: Props) {
  const rateOf = (scanner: Shown, beginning: string | null): Measurement => {
    const row = found.find((one) => one.scanner === scanner.key && one.beginning === beginning);
    return ratio({ part: row?.part ?? 0, n: scanned[scanner.over].scanned });
  };
  return (
    <section className="section">
      <h2>Scanners</h2>
      <p className="deck max-w-[900px]">
        How many of the handoffs or episodes of the period hold at least one finding that counts; beside it how many of
        those that people confirmed or dismissed they confirmed, at all times and over all filters. People judge what
        they happen to open, so it is no random sample.
      </p>
      <FoldingTable
        columns={COLUMNS}
        rows={SHOWN.flatMap((scanner) => {
          const isOpen = chosen?.scanner.key === scanner.key;
          const own = reviews.filter((one) => one.scanner === scanner.key);
          const all = {
            key: scanner.key,
            cells: [
              <Name key="name" href={labHref(filters, scanner.key)} isOpen={isOpen && chosen.rule === null}>
                {scanner.name}
                {isOpen && <span className="block max-w-[520px] font-normal text-ink-2">{scanner.looksFor}</span>}
              </Name>,
              scanner.version,
              ...cellsOf(rateOf(scanner, null), scanner, own),
              <Own key="own" scanner={scanner.key} />,
            ],
          };
          if (!isOpen) return [all];
          const rules = scanner.rules.map((rule) => ({
            key: `${scanner.key} ${rule.beginning}`,
            cells: [
              <RuleName key="name" rule={rule} chosen={chosen} href={labHref(filters, scanner.key, rule)} />,
              <None key="version" />,
              ...cellsOf(
                rateOf(scanner, rule.beginning),
                scanner,
                own.filter((one) => ruleOf(one.scanner, one.rule)?.beginning === rule.beginning),
              ),
              <None key="own" />,
            ],
          }));
          return [all, ...rules];
        })}
      />
      <p className="note mt-2">
        A rate of fewer than {FEW} is not shown. Own sentences: precision and recall of all that are labelled for it,
        together.
      </p>
    </section>
  );
}

const cellsOf = (rate: Measurement, { over }: Shown, reviews: RuleReviews[]): ReactNode[] => [
  isTooFew(rate) ? <None key="rate" /> : percent(rate.value, 1),
  <span key="of">
    {count(rate.part)} of {count(rate.n)} {over}s
    {!isTooFew(rate) && rate.low !== null && rate.high !== null && `, ${percentInterval(rate.low, rate.high, 1)}`}
  </span>,
  <Precision key="precision" reviews={reviews} />,
];

function Name({ href, isOpen, children }: { href: string; isOpen: boolean; children: ReactNode }) {
  return (
    <Link href={href} aria-current={isOpen ? "true" : undefined} className="font-semibold hover:underline">
      {children}
    </Link>
  );
}

function RuleName({ rule, chosen, href }: { rule: Rule; chosen: Chosen; href: string }) {
  const isOpen = chosen.rule?.beginning === rule.beginning;
  return (
    <Link
      href={href}
      aria-current={isOpen ? "true" : undefined}
      className="block pl-5 font-normal hover:underline aria-[current]:font-semibold"
    >
      {rule.sentence} <span className="text-ink-3">{rule.beginning.replace(/\.$/, "")}</span>
    </Link>
  );
}

/** A share on a line from 0 to 100 with its interval, and in figures. */
function Precision({ reviews }: { reviews: RuleReviews[] }) {
  const confirmed = reviews.reduce((sum, one) => sum + one.confirmed, 0);
  const judged = reviews.reduce((sum, one) => sum + one.confirmed + one.dismissed, 0);
  if (judged === 0) return <span className="text-ink-3">nobody judged it yet</span>;
  const { value, low, high } = ratio({ part: confirmed, n: judged });
  if (isTooFew({ n: judged }) || value === null || low === null || high === null) {
    return (
      <span className="text-ink-2">
        {count(confirmed)} of {count(judged)}, too few for a rate
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-x-2">
      <svg width={80} height={12} viewBox="0 0 80 12" aria-hidden="true">
        <line x1={0} x2={80} y1={6} y2={6} stroke="var(--hair-2)" />
        <line x1={low * 80} x2={high * 80} y1={6} y2={6} stroke="var(--ink)" strokeWidth={3} />
        <circle cx={value * 80} cy={6} r={3.5} fill="var(--ink)" />
      </svg>
      <b className="font-semibold">{percent(value)}</b>
      <span className="text-ink-3">
        {percentInterval(low, high)}, n {count(judged)}
      </span>
    </span>
  );
}

function Own({ scanner }: { scanner: string }) {
  const rows = MEASURED.filter((one) => one.scanner === scanner);
  const sum = (of: "so" | "found" | "right") => rows.reduce((all, one) => all + one[of], 0);
  const [precision, recall] = [
    ratio({ part: sum("right"), n: sum("found") }),
    ratio({ part: sum("right"), n: sum("so") }),
  ];
  if (precision.value === null || recall.value === null) return <None />;
  return `${score(precision.value)} / ${score(recall.value)}`;
}

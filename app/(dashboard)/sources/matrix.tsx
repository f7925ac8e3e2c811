import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { METRIC_KEYS, metricOf } from "#lib/metrics/catalogue.ts";
import type { Grade, SourceDescriptor } from "#lib/sources/descriptor.ts";

const GRADES: Record<Grade, { sign: string; name: string }> = {
  exact: { sign: "●", name: "exact" },
  approximate: { sign: "◐", name: "approximate" },
  none: { sign: "○", name: "not available" },
};

const COLUMNS: Column[] = [
  { name: "Metric", className: "font-semibold" },
  { name: "How well", isPlain: true, className: "whitespace-nowrap" },
  { name: "Why", isPlain: true, className: "min-w-56 text-ink-2" },
];

/** What can be measured with a source, and how well. */
export function Matrix({ descriptor }: { descriptor: SourceDescriptor }) {
  return (
    <section className="section">
      <h2>What can be measured with it</h2>
      <p className="deck">What a source does not give is shown as not available, never as 0.</p>
      <FoldingTable
        columns={COLUMNS}
        rows={METRIC_KEYS.map((key) => {
          const { grade, why } = descriptor.gives[key];
          return { key, cells: [metricOf(key).label, <Graded key="grade" grade={grade} />, why] };
        })}
      />
    </section>
  );
}

function Graded({ grade }: { grade: Grade }) {
  return (
    <>
      <span aria-hidden="true">{GRADES[grade].sign}</span> {GRADES[grade].name}
    </>
  );
}

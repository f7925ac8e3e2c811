import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { count, MISSING, percentInterval, score } from "#lib/format.ts";
import { MEASURED } from "#lib/lab/measured.ts";
import { SHOWN } from "#lib/lab/rules.ts";
import { ratio } from "#lib/metrics/measure.ts";

const COLUMNS: Column[] = [
  { name: "Scanner", className: "font-semibold" },
  { name: "What is judged", isPlain: true },
  { name: "Sentences", isNumber: true },
  { name: "It is so in", isNumber: true },
  { name: "Precision", isNumber: true },
  { name: "Recall", isNumber: true },
];

/** A share with its interval, of so few as our own sentences are. */
const shareText = (part: number, n: number): string => {
  const { value, low, high } = ratio({ part, n });
  return value === null || low === null || high === null ? MISSING : `${score(value)} (${percentInterval(low, high)})`;
};

/** How the scanners read our own labelled sentences. */
export function OwnSentences() {
  const rows = SHOWN.flatMap(({ key, name }) =>
    MEASURED.filter(({ scanner }) => scanner === key).map((one) => ({ ...one, of: name })),
  );
  const without = SHOWN.filter(({ key }) => !MEASURED.some(({ scanner }) => scanner === key));
  return (
    <section className="section">
      <h2>How our own sentences are read</h2>
      <p className="deck max-w-[760px]">
        Sentences labelled by hand, which stand beside the rules. The rules were written with them in sight, so what
        people really write is read worse; what people say of findings is the better witness. Precision: right among
        found; recall: found among what is so; in brackets the 95 % interval in percent.
      </p>
      <FoldingTable
        columns={COLUMNS}
        rows={rows.map(({ key, of, name, n, so, found, right }) => ({
          key: `${of} ${key}`,
          cells: [of, name, count(n), count(so), shareText(right, found), shareText(right, so)],
        }))}
      />
      {without.length > 0 && (
        <p className="note mt-2">
          Without sentences of its own, because it rests on others: {without.map(({ name }) => name).join(", ")}.
        </p>
      )}
    </section>
  );
}

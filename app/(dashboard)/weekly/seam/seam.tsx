import Link from "next/link";
import { pageNow } from "#app/_auth/session.ts";
import { IntervalRow } from "#app/_components/interval-row.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { targetsWith } from "#app/_targets.ts";
import { type Corrected, correctedOf } from "#db/metrics/corrected.ts";
import { measure } from "#db/metrics/measure.ts";
import { type Checked, checklistOf } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { count, metricText, points, rangeName, withinText } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { FEW, isTooFew, type Measurement, standing } from "#lib/metrics/measure.ts";
import { isOverlapping } from "#lib/time/compare.ts";
import { listHref } from "../week.ts";

type Row = { key: Checked["key"]; name: string };
type Group = { name: string; rows: readonly Row[] };

const GROUPS: readonly Group[] = [
  {
    name: "Context passed on to the agent",
    rows: [
      { key: "contextHistory", name: "Conversation history" },
      { key: "contextAssessment", name: "AI assessment" },
      { key: "contextAttempted", name: "Attempted solutions" },
      { key: "contextCustomer", name: "Customer context" },
      { key: "contextNextSteps", name: "Suggested next steps" },
    ],
  },
  {
    name: "Expectation set, and kept",
    rows: [
      { key: "transferSaid", name: "Transfer announced" },
      { key: "noRepeatSaid", name: "“No need to repeat” said" },
      { key: "waitGiven", name: "Wait given" },
      { key: "promiseKept", name: "Promised wait kept" },
    ],
  },
  {
    name: "First words of the agent",
    rows: [
      { key: "warmIntroduction", name: "Warm" },
      { key: "neutralIntroduction", name: "Neutral" },
      { key: "coldIntroduction", name: "Cold" },
      { key: "repeatedSolution", name: "Proposes what the AI had" },
    ],
  },
  {
    name: "Said again by the customer",
    rows: [
      { key: "contextRepetition", name: "Context repetition, R1 or R3" },
      { key: "explicitRepetition", name: "R1, says that it was said before" },
      { key: "resent", name: "R2, gives it again" },
      { key: "askedAgain", name: "R3, is asked for it again" },
    ],
  },
];

/** What should happen at a handoff, and how often it does. */
export async function Seam({ filters }: { filters: Filters }) {
  const { range, compare } = filters;
  const [checked, corrected, targetOf, notScanned, disagreement] = await Promise.all([
    checklistOf(db(), filters, pageNow()),
    correctedOf(db(), filters),
    targetsWith(filters),
    measure(db(), "notScanned", filters),
    measure(db(), "triggerDisagreement", filters),
  ]);
  const of = new Map<MetricKey, Checked>(checked.map((one) => [one.key, one]));
  const isEmpty = checked.every(({ measurement: { n } }) => n === 0) && notScanned.n === 0;
  const on = isOverlapping(range, compare)
    ? `${rangeName(compare, range)} shares days with it, so nothing is compared`
    : `last figure: change on ${rangeName(compare, range)} in points, bold where it is real`;
  return (
    <section className="section">
      <h2>The seam, as a checklist</h2>
      <p className="deck">
        Share of the handoffs of {rangeName(range)} in which it happened, of those of which it is known. Bar: 95 %
        interval; triangle: target; red: the whole interval misses it; {on}
      </p>
      {isEmpty && <p className="deck mt-4">Nobody was handed over in {rangeName(range)} with these filters.</p>}
      <div className="mt-4 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        {(isEmpty ? [] : GROUPS).map(({ name, rows }) => (
          <Checklist key={name} {...{ name, rows, of, corrected, targetOf, filters }} />
        ))}
      </div>
      {!isEmpty && <Beside {...{ filters, notScanned, disagreement }} isCorrected={corrected.size > 0} />}
    </section>
  );
}

type ChecklistProps = Group & {
  of: Map<MetricKey, Checked>;
  corrected: Map<MetricKey, Corrected>;
  targetOf: (key: MetricKey) => number | null;
  filters: Filters;
};

function Checklist({ name, rows, of, corrected, targetOf, filters }: ChecklistProps) {
  const [first] = rows;
  const isEmpty = rows.every(({ key }) => (of.get(key)?.measurement.n ?? 0) === 0);
  return (
    <div className="min-w-0">
      <h3 className="border-b border-hair pb-1 text-[13px] font-semibold">{name}</h3>
      {isEmpty && first ? (
        <p className="note mt-2">{metricOf(first.key).nullMeans}</p>
      ) : (
        <ul>
          {rows.map(({ key, name: says }) => {
            const one = of.get(key);
            if (!one) return null;
            const [{ better }, target] = [metricOf(key), targetOf(key)];
            return (
              <IntervalRow
                key={key}
                name={says}
                measurement={one.measurement}
                target={target}
                standing={isTooFew(one.measurement) ? null : standing(one.measurement, { target, better })}
                href={listHref(key, filters, filters.range, better === "lower" ? "part" : "whole")}
                note={noteOf(one)}
                below={correctedText(one, corrected.get(key))}
                isStrong={one.change?.isReal === true}
              />
            );
          })}
        </ul>
      )}
    </div>
  );
}

const noteOf = ({ key, measurement, change }: Checked): string => {
  const { n } = measurement;
  if (n === 0) return "not known";
  const parts = [
    `n\u202f${count(n)}`,
    isTooFew(measurement) ? null : withinText(key, measurement),
    change && `${points(change.difference)}${change.isReal ? " real" : ""}`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
};

/** Beside a rate that is shown only. */
const correctedText = ({ key, measurement }: Checked, corrected: Corrected | undefined): string | null =>
  !corrected || isTooFew(measurement)
    ? null
    : `corrected ${metricText(key, corrected.value)}, ${withinText(key, { ...measurement, ...corrected })}, ${count(corrected.judged)} judged`;

type BesideProps = { filters: Filters; notScanned: Measurement; disagreement: Measurement; isCorrected: boolean };

/** How much of it rests on words that nobody reads, and whether the declared triggers are to be believed. */
function Beside({ filters, notScanned, disagreement, isCorrected }: BesideProps) {
  const { range } = filters;
  return (
    <p className="note mt-4">
      {notScanned.part > 0 ? (
        <>
          Not scanned:{" "}
          <Link href={listHref("notScanned", filters, range, "part")} className="link">
            {count(notScanned.part)} {notScanned.part === 1 ? "handoff" : "handoffs"} in other languages
          </Link>
          , of {count(notScanned.n)}.{" "}
        </>
      ) : (
        notScanned.n > 0 && "Every handoff is in a language that is scanned. "
      )}
      {!isTooFew(disagreement) && (
        <>
          The words tell of another trigger than the one declared in{" "}
          <Link href={listHref("triggerDisagreement", filters, range, "part")} className="link">
            {metricText("triggerDisagreement", disagreement.value)}
          </Link>{" "}
          (n {count(disagreement.n)}).{" "}
        </>
      )}
      {isCorrected && (
        <>
          Corrected: without the known error of the rules, by the findings that people{" "}
          <Link href={hrefOf("/lab", filters)} className="link">
            confirmed and dismissed
          </Link>{" "}
          and by what is missed of our own sentences (Rogan–Gladen), where {FEW} or more were judged.{" "}
        </>
      )}
      Real: at 5 % when all of the list are looked at together (Holm). A rate of fewer than {FEW} is not shown.
    </p>
  );
}

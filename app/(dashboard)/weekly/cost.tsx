import { IntervalRow } from "#app/_components/interval-row.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { COST_OUTCOMES, type CostOutcome, costRange, costsOf } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { count, dates, percent, points } from "#lib/format.ts";
import { metricOf } from "#lib/metrics/catalogue.ts";
import { type Cost, type CostLevel, costOf, EXPOSURES, type Exposure } from "#lib/metrics/cost.ts";
import { FEW, isTooFew } from "#lib/metrics/measure.ts";

const LEVELS: Record<Exposure["by"], Record<string, string>> = {
  wait: { under_5: "Under 5 minutes", "5_to_15": "5 to 15 minutes", over_15: "Over 15 minutes" },
  introduction: { warm: "Warm", neutral: "Neutral", cold: "Cold" },
  repeated: { no: "Not again", yes: "Said it again, or asked to" },
  solution: { other: "Another one, or none", same: "What the AI had proposed" },
  promise: { kept: "Kept", broken: "Broken" },
  transfer: { yes: "Announced", no: "Not announced" },
};

/** What goes with less satisfaction after a handoff, like compared with like. */
export async function Costs({ filters: given }: { filters: Filters }) {
  const filters = { ...given, range: costRange(given) };
  const counted = await Promise.all(
    COST_OUTCOMES.map(async (outcome) => ({ outcome, exposures: await costsOf(db(), outcome, given) })),
  );
  const panels = EXPOSURES.map((exposure, i) => ({
    exposure,
    costs: counted.map(({ outcome, exposures }) => ({
      outcome,
      ...costOf(exposure.levels, exposures[i]?.cells ?? []),
    })),
  }));
  const isEmpty = panels.every(({ costs }) =>
    costs.every(({ levels }) => levels.every(({ measurement: m }) => m.n === 0)),
  );
  return (
    <section className="section">
      <h2>What goes with a worse handoff</h2>
      <p className="deck">
        Handoff CSAT and post-escalation resolution by what happened at the seam, {dates(filters.range)}. An
        association, not an effect: differences are within topics, but what makes a case hard within its topic stays
      </p>
      {isEmpty && <p className="deck mt-4">Nobody was handed over in these weeks with these filters.</p>}
      <div className="mt-4 gap-x-12 lg:columns-2">
        {(isEmpty ? [] : panels).map(({ exposure, costs }) => (
          <Panel key={exposure.by} exposure={exposure} costs={costs} filters={filters} />
        ))}
      </div>
      <p className="note mt-4">
        What is read from words is known of languages that are scanned only. Bars are 95&#8239;% intervals. A rate of
        fewer than {FEW} is not shown.
      </p>
    </section>
  );
}

type PanelProps = { exposure: Exposure; costs: (Cost & { outcome: CostOutcome })[]; filters: Filters };

function Panel({ exposure, costs, filters }: PanelProps) {
  return (
    <div className="mb-8 min-w-0 break-inside-avoid">
      <h3 className="text-[13px] font-semibold">{exposure.name}</h3>
      {costs.map(({ outcome, levels, leftOut }) => (
        <div key={outcome} className="mt-2">
          <p className="note">{metricOf(outcome).label}</p>
          <ul className="border-t border-hair">
            {levels.map((level) => (
              <IntervalRow
                key={level.level}
                name={LEVELS[exposure.by][level.level] ?? level.level}
                measurement={level.measurement}
                href={hrefOf("/handoffs", filters, { metric: outcome, [exposure.by]: level.level })}
                note={costText(level)}
                isStrong={isReal(level)}
              />
            ))}
          </ul>
          <p className="note mt-1">
            {levels.map(({ measurement }) => `n ${count(measurement.n)}`).join(", ")}
            {`. ${whyNot(levels, leftOut)}`}
          </p>
        </div>
      ))}
    </div>
  );
}

/** What keeps levels from being compared, or is left out of it. Of levels that are too few their n says it. */
const whyNot = (levels: CostLevel[], leftOut: number | null): string => {
  if (leftOut !== null) {
    return leftOut > 0.005 ? `${percent(leftOut)} of the volume left out: topics with fewer than 5.` : "";
  }
  const shown = levels.filter(({ measurement }) => !isTooFew(measurement));
  return shown.length < 2 ? "" : "The topics have too little in common to be compared within them.";
};

const isReal = ({ cost }: CostLevel): boolean => cost !== null && (cost.low > 0 || cost.high < 0);

const costText = ({ cost }: CostLevel): string | null =>
  cost && `${points(cost.difference)} points (${points(cost.low)} to ${points(cost.high)})`;

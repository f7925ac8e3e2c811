import { IntervalRow } from "#app/_components/interval-row.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { countBy } from "#db/metrics/count-by.ts";
import type { Filters } from "#lib/filters.ts";
import { count, dates, percent, points } from "#lib/format.ts";
import { metricOf } from "#lib/metrics/catalogue.ts";
import { type CostLevel, costOf, EXPOSURES, type Exposure } from "#lib/metrics/cost.ts";
import { FEW } from "#lib/metrics/measure.ts";
import { rangeOfDates, weeksUpTo } from "#lib/time/range.ts";
import { WEEKS_SHOWN } from "./week.ts";

const OUTCOMES = ["handoffCsat", "postEscalationResolution"] as const;
type Outcome = (typeof OUTCOMES)[number];

const LEVELS: Record<string, string> = {
  under_5: "Under 5 minutes",
  "5_to_15": "5 to 15 minutes",
  over_15: "Over 15 minutes",
  no: "Not again",
  yes: "Said it again",
  kept: "Kept",
  broken: "Broken",
};

/** What goes with less satisfaction after a handoff, like compared with like. */
export async function Costs({ filters: given }: { filters: Filters }) {
  const weeks = weeksUpTo(given.range, WEEKS_SHOWN, given.zone);
  const range = rangeOfDates(weeks[0]?.firstDate ?? "", given.range.lastDate, given.zone) ?? given.range;
  const filters = { ...given, range };
  return (
    <section className="section">
      <h2>What goes with a worse handoff</h2>
      <p className="deck">
        Handoff CSAT and post-escalation resolution by what happened at the seam, {dates(range)}. An association, not an
        effect: differences are within topics, but what makes a case hard within its topic stays
      </p>
      <div className="mt-4 gap-x-12 lg:columns-2">
        {EXPOSURES.filter(({ by }) => by !== null).map((exposure) => (
          <Panel key={exposure.key} exposure={exposure} filters={filters} />
        ))}
      </div>
      <p className="note mt-4">
        {EXPOSURES.filter(({ by }) => by === null)
          .map(({ name }) => name)
          .join("; ")}
        : not scanned for yet. Bars are 95 % intervals. A rate of fewer than {FEW} is not shown.
      </p>
    </section>
  );
}

async function Panel({ exposure, filters }: { exposure: Exposure; filters: Filters }) {
  const costs = await Promise.all(OUTCOMES.map((outcome) => costFor(outcome, exposure, filters)));
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
                name={LEVELS[level.level] ?? level.level}
                measurement={level.measurement}
                href={hrefOf("/handoffs", filters, { metric: outcome, [exposure.by ?? ""]: level.level })}
                note={costText(level)}
                isStrong={isReal(level)}
              />
            ))}
          </ul>
          <p className="note mt-1">
            {levels.map(({ measurement }) => `n ${count(measurement.n)}`).join(", ")}
            {leftOut === null
              ? ". The topics have too little in common to be compared within them."
              : leftOut > 0.005
                ? `. ${percent(leftOut)} of the volume left out: topics with fewer than 5.`
                : "."}
          </p>
        </div>
      ))}
    </div>
  );
}

const costFor = async (outcome: Outcome, { by, levels }: Exposure, filters: Filters) => {
  const cells = by === null ? [] : await countBy(db(), outcome, filters, ["topic", by]);
  const counted = cells.map(({ values, part, n }) => ({
    topic: values.topic,
    level: by === null ? "" : values[by],
    part,
    n,
  }));
  return { outcome, ...costOf(levels, counted) };
};

const isReal = ({ cost }: CostLevel): boolean => cost !== null && (cost.low > 0 || cost.high < 0);

const costText = ({ cost }: CostLevel): string | null =>
  cost && `${points(cost.difference)} points (${points(cost.low)} to ${points(cost.high)})`;

import Link from "next/link";
import { hrefOf } from "#app/_filters.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { label, points, pText, rangeName } from "#lib/format.ts";
import type { Gap, Matched } from "#lib/metrics/like-for-like.ts";
import { FEW } from "#lib/metrics/measure.ts";
import { isApart, ROAD_NAMES } from "#lib/sentences/satisfaction.ts";
import type { Comparison } from "./comparison.ts";

export const ROW_HEAD =
  "!border-hair !text-[13px] !text-ink max-sm:block max-sm:!border-0 max-sm:!pb-0 max-sm:!font-semibold";

type Estimated = { value: number; low: number; high: number };

/** What a handoff's satisfaction differs by from the two other roads, raw and like for like. */
export function Gaps({ comparison, filters }: { comparison: Comparison; filters: Filters }) {
  const { found, period } = comparison;
  if (!found.isComparable) return null;
  const gaps = found.gaps.toReversed();
  return (
    <div className="mt-4">
      <h3 className="text-[13px] font-semibold">
        Handoff minus the other roads, {rangeName(period, filters.range)}, in points
      </h3>
      <div className="mt-1 max-sm:@container">
        <table className="table folding">
          <thead>
            <tr>
              <th scope="col">Handoff minus</th>
              <th scope="col" className="number">
                Raw
              </th>
              <th scope="col" className="number">
                Like-for-like
              </th>
              <th scope="col" className="number">
                Check: Mantel–Haenszel
              </th>
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.to}>
                <th scope="row" className={ROW_HEAD}>
                  {ROAD_NAMES[gap.to]}
                </th>
                <td className="number" data-column="Raw">
                  {gap.raw ? <Points {...gap.raw} value={gap.raw.difference} /> : "–"}
                </td>
                <td className="number" data-column="Like-for-like">
                  {gap.isSame ? (
                    <Points {...gap.matched} value={gap.matched.difference} />
                  ) : (
                    <span className="text-ink-2">not one number, see below</span>
                  )}
                </td>
                <td className="number" data-column="Mantel–Haenszel">
                  {gap.check && gap.isSame ? <Points {...gap.check} /> : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {gaps
        .filter(({ isSame }) => !isSame)
        .map((gap) => (
          <Topics key={gap.to} gap={gap} filters={withRange(filters, period)} />
        ))}
      <p className="note mt-2">
        Adjusted association, not effect: what is hard within a topic stays, and being hard is why it is handed over.{" "}
        {samenessText(found)} Intervals 95&#8239;%: Newcombe for raw, the standardised variance for like-for-like,
        Sato’s for the check, which weighs topics by what both sides hold.
      </p>
    </div>
  );
}

function Points({ value, low, high }: Estimated) {
  const isReal = isApart({ low, high });
  return (
    <>
      <b className={isReal ? "font-semibold" : "font-normal"}>{points(value)}</b>{" "}
      <span className="whitespace-nowrap text-ink-3">
        {points(low)} to {points(high)}
      </span>
    </>
  );
}

/** One number would hide that the difference has two signs. */
function Topics({ gap, filters }: { gap: Gap; filters: Filters }) {
  return (
    <div className="mt-3">
      <p className="text-[13px]">
        The difference to {ROAD_NAMES[gap.to]} is not the same in all topics (Breslow–Day {pText(gap.sameP ?? 1)}):
      </p>
      <ul className="mt-1 grid gap-x-8 text-[13px] tabular-nums sm:grid-cols-2">
        {gap.topics.map((one) => (
          <li key={one.topic} className="flex justify-between gap-x-3 border-b border-hair py-1">
            <Link
              className="link"
              href={hrefOf(
                "/handoffs",
                { ...filters, only: { ...filters.only, topic: [one.topic] } },
                { metric: "handoffCsat" },
              )}
            >
              {label(one.topic)}
            </Link>
            <span>
              <Points {...one} value={one.difference} />
            </span>
          </li>
        ))}
      </ul>
      <p className="note mt-1">
        Raw within each topic, each by itself; only topics with at least {FEW} ratings on both sides.
      </p>
    </div>
  );
}

const samenessText = ({ gaps }: Matched): string => {
  const tested = gaps.filter(({ sameP }) => sameP !== null);
  if (tested.length === 0) return "Too few topics to test whether it is the same in all of them.";
  const said = tested.toReversed().map(({ to, sameP }) => `${ROAD_NAMES[to]} ${pText(sameP ?? 1)}`);
  return `Whether it is the same in all topics (Breslow–Day): ${said.join(", ")}.`;
};

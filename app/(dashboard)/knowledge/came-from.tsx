import Link from "next/link";
import { type Filters, NONE } from "#lib/filters.ts";
import { label, points, rangeName } from "#lib/format.ts";
import type { TopicEffect } from "#lib/stats/decomposition/decompose.ts";
import { knowledge } from "./found.ts";
import { topicListHref } from "./words.ts";

const SHOWN = 7;

/** The change of the escalation rate topic by topic: because more or fewer such questions came, or because the same ones
 * escalate more or less often. */
export async function CameFrom({ filters }: { filters: Filters }) {
  const { decomposition, moved } = await knowledge(filters);
  const before = rangeName(filters.compare, filters.range);
  if (!decomposition)
    return (
      <section className="section">
        <h2>Where the change came from</h2>
        <p className="deck mt-2">The AI took part in nothing in one of the two periods, so nothing can be compared.</p>
      </section>
    );
  const ranked = decomposition.topics.toSorted((a, b) => Math.abs(totalOf(b)) - Math.abs(totalOf(a)));
  const [shown, rest] = [ranked.slice(0, SHOWN), ranked.slice(SHOWN)];
  const other: TopicEffect = {
    topic: "",
    rate: rest.reduce((sum, { rate }) => sum + rate, 0),
    mix: rest.reduce((sum, { mix }) => sum + mix, 0),
  };
  const rows = rest.length > 0 ? [...shown, other] : shown;
  const reach = Math.max(
    ...rows.flatMap(({ rate, mix }) => [Math.abs(rate), Math.abs(mix), Math.abs(rate + mix)]),
    1e-9,
  );
  return (
    <section className="section">
      <h2>
        Where {points(decomposition.difference)} points came from{moved?.isReal ? "" : ", no more than chance"}
      </h2>
      <p className="deck">
        Points of the escalation rate by topic, against {before}. Hatched: mix, more or fewer such questions. Solid:
        rate, the same questions escalate more or less often
      </p>
      <ul className="mt-2">
        {rows.map((row) => (
          <li
            key={row.topic}
            className="grid grid-cols-[minmax(0,150px)_44px_minmax(0,1fr)] items-center gap-x-3 border-b border-hair py-1.5 sm:grid-cols-[170px_48px_minmax(0,1fr)_150px]"
          >
            {row.topic === "" ? (
              <span>
                {rest.length} other {rest.length === 1 ? "topic" : "topics"}
              </span>
            ) : (
              <Link href={topicListHref(filters, row.topic, filters.range)} className="truncate font-semibold">
                {row.topic === NONE ? "Not yet sorted" : label(row.topic)}
              </Link>
            )}
            <b className="text-right font-semibold tabular-nums">{points(totalOf(row))}</b>
            <Bar effect={row} reach={reach} />
            <span className="note tabular-nums max-sm:col-start-3">
              mix {points(row.mix)} rate {points(row.rate)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const totalOf = ({ rate, mix }: TopicEffect): number => rate + mix;

/** Mix above, rate below, from the same middle: side by side they would hide each other where they pull apart. */
function Bar({ effect: { mix, rate }, reach }: { effect: TopicEffect; reach: number }) {
  const width = (value: number) => (Math.abs(value) / reach) * 98;
  const left = (value: number) => (value < 0 ? 100 - width(value) : 100);
  return (
    <svg viewBox="0 0 200 18" preserveAspectRatio="none" className="h-[18px] w-full" aria-hidden="true">
      <line x1={100} x2={100} y1={0} y2={18} stroke="var(--hair-2)" vectorEffect="non-scaling-stroke" />
      <rect
        x={left(mix)}
        y={2}
        width={width(mix)}
        height={6}
        fill="url(#hatch-ink)"
        stroke="var(--ink-2)"
        vectorEffect="non-scaling-stroke"
      />
      <rect x={left(rate)} y={10} width={width(rate)} height={6} fill="var(--ink-2)" />
    </svg>
  );
}

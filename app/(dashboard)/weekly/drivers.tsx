import Link from "next/link";
import { Pieces } from "#app/_components/pieces.tsx";
import { db } from "#app/_db.ts";
import { topicsOf } from "#db/metrics/weekly.ts";
import type { Filters } from "#lib/filters.ts";
import { points, rangeName } from "#lib/format.ts";
import { type Driver, driversOf } from "#lib/metrics/drivers.ts";
import { FEW } from "#lib/metrics/measure.ts";
import { driverSentence, driversTitle } from "#lib/sentences/drivers.ts";
import type { TopicChange } from "#lib/stats/decomposition/decompose.ts";
import type { Range } from "#lib/time/range.ts";
import { listHref } from "./week.ts";

/** Why the escalation rate moved: because other questions came, or because the same are handed over more often. */
export async function Drivers({ filters }: { filters: Filters }) {
  const before = filters.compare;
  const found = driversOf(await changesOf(filters, before));
  if (!found?.change) {
    return (
      <section className="section">
        <h2>Why it moved</h2>
        <p className="deck">
          {found
            ? `The AI took part in fewer than ${FEW} episodes of one of the two periods: too few to take a change apart.`
            : "The AI took part in no episode of one of the two periods, so nothing can be compared."}
        </p>
      </section>
    );
  }
  const { interval, rest, drivers } = found;
  const largest = Math.max(...drivers.map(({ effect }) => Math.abs(effect)), 1e-9);
  return (
    <section className="section">
      <h2>{driversTitle(found)}</h2>
      <p className="deck">
        Against {rangeName(before, filters.range)}. Mix: other questions came in (hatched). Rate: the same questions are
        handed over more or less often (solid)
      </p>
      <ol className="mt-2">
        {drivers.map((driver) => (
          <Row key={`${driver.kind} ${driver.topic}`} driver={driver} largest={largest} filters={filters} />
        ))}
      </ol>
      <p className="note mt-2">
        Everything else adds up to {points(rest)}. Kitagawa split over topics; 95&#8239;% mix {points(interval.mix.low)}{" "}
        to {points(interval.mix.high)}, rate {points(interval.rate.low)} to {points(interval.rate.high)}.
      </p>
    </section>
  );
}

function Row({ driver, largest, filters }: { driver: Driver; largest: number; filters: Filters }) {
  const { topic, kind, effect } = driver;
  const width = (Math.abs(effect) / largest) * 44;
  const mine = { ...filters, only: { ...filters.only, topic: [topic] } };
  return (
    <li className="grid grid-cols-[44px_96px_minmax(0,1fr)] gap-x-3 border-b border-hair py-2">
      <b className="text-right font-semibold tabular-nums">{points(effect)}</b>
      <svg viewBox="0 0 96 20" className="h-5 w-24" aria-hidden="true">
        <line x1={48} x2={48} y1={0} y2={20} stroke="var(--hair-2)" />
        <rect
          x={effect < 0 ? 48 - width : 48}
          y={5}
          width={width}
          height={10}
          fill={kind === "mix" ? "url(#hatch-ink)" : "var(--ink-2)"}
          stroke="var(--ink-2)"
        />
      </svg>
      <p className="text-ink-2 [&_b]:text-ink">
        <Pieces pieces={driverSentence(driver)} />{" "}
        <Link href={listHref("escalationRate", mine, filters.range, "part")} className="link whitespace-nowrap">
          Open them
        </Link>
      </p>
    </li>
  );
}

const changesOf = async (filters: Filters, before: Range): Promise<TopicChange[]> => {
  const cells = await topicsOf(db(), filters, before);
  return [...Map.groupBy(cells, ({ values }) => values.topic)].map(([topic, mine]) => {
    const of = (range: number) => {
      const cell = mine.find((one) => one.range === range);
      return { part: cell?.part ?? 0, whole: cell?.n ?? 0 };
    };
    return { topic, before: of(0), now: of(1) };
  });
};

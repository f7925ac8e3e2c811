import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { type Column, FoldingTable } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { toldDemo } from "#db/demo.ts";
import { measureEffect } from "#db/metrics/effects.ts";
import { type Effect, effectsOf } from "#lib/demo/effects.ts";
import { withRange } from "#lib/filters.ts";
import { count, dates, intervalText, MISSING, metricText } from "#lib/format.ts";
import { covers } from "#lib/metrics/measure.ts";

export const metadata: Metadata = { title: "Planted and found" };

/** What the made-up data was given, beside what the dashboard found in it. */
export default async function Truth() {
  await requireReader();
  const { mode, zone } = await theWorkspace();
  const told = mode === "demo" ? await toldDemo(db()) : null;
  if (!told) notFound();
  const effects = effectsOf(told, pageNow());
  const rows = await Promise.all(
    effects.map(async (effect) => ({ effect, found: await measureEffect(db(), effect, zone) })),
  );
  const covered = rows.filter(({ effect, found }) => covers(found, effect.truth)).length;
  return (
    <main className="page">
      <p className="note">
        <Link href="/weekly" className="link">
          Weekly
        </Link>
      </p>
      <h1 className="lead mt-1">
        {covered} of {rows.length} planted values lie within the interval that was found
      </h1>
      <p className="deck mt-2 max-w-[760px]">
        The demo is made up, so the truth about it is known. Of intervals at 95&#8239;%, about one in twenty misses by
        chance alone; many more would mean that something is counted wrong. What a scanner found is corrected by its
        known error (Rogan–Gladen).
      </p>
      <section className="section mt-6">
        <FoldingTable
          columns={COLUMNS}
          rows={rows.map(({ effect, found }) => ({
            key: effect.key,
            cells: [
              effect.says,
              <span key="range" className="text-ink-2">
                {dates(effect.range)}
              </span>,
              metricText(effect.metric, effect.truth),
              <Link key="found" href={hrefOfEffect(effect, zone)}>
                {metricText(effect.metric, found.value)}
              </Link>,
              intervalText(effect.metric, found) ?? MISSING,
              count(found.n),
              covers(found, effect.truth) ? "✓ yes" : "no",
            ],
          }))}
          className=""
        />
      </section>
    </main>
  );
}

const COLUMNS: Column[] = [
  { name: "What was planted" },
  { name: "Counted in" },
  { name: "Truth", isNumber: true },
  { name: "Found", isNumber: true, className: "font-semibold" },
  { name: "Interval" },
  { name: "n", isNumber: true },
  { name: "Within" },
];

const hrefOfEffect = ({ metric, only, range, at }: Effect, zone: string): string =>
  hrefOf(
    "/handoffs",
    withRange({ zone, only, versus: "before" }, range),
    at ? { metric: "answeredInTarget", weekday: String(at.weekday), hour: String(at.hour) } : { metric },
  );

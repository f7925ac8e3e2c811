import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { NothingYet } from "#app/_components/nothing-yet.tsx";
import { Part, SectionPart } from "#app/_components/part.tsx";
import { db } from "#app/_db.ts";
import { Filtering } from "#app/_filter-bar.tsx";
import { first, hrefOf, readFilters, type SearchParams } from "#app/_filters.ts";
import { hasConversations } from "#db/conversation.ts";
import { dates, rangeName } from "#lib/format.ts";
import { After } from "./after/after.tsx";
import { Funnel } from "./after/funnel.tsx";
import { Breakdown, breakdownSortOf, dimensionOf } from "./breakdown.tsx";
import { Costs } from "./cost.tsx";
import { Drivers } from "./drivers.tsx";
import { Escalation } from "./escalation.tsx";
import { Headlines } from "./headlines.tsx";
import { Notes } from "./notes.tsx";
import { Origins } from "./origins.tsx";
import { Satisfaction } from "./satisfaction/satisfaction.tsx";
import { Seam } from "./seam/seam.tsx";
import { Ten } from "./ten.tsx";
import { Hours } from "./waiting/hours.tsx";
import { Waiting } from "./waiting/waiting.tsx";

export const metadata: Metadata = { title: "Weekly" };

export default async function Weekly({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const reader = await requireReader();
  if (!(await hasConversations(db()))) return <NothingYet isAdmin={reader.role === "admin"} />;
  const [params, { mode }] = await Promise.all([searchParams, theWorkspace()]);
  const filters = await readFilters(params);
  const { range, compare, zone } = filters;
  const by = dimensionOf(first(params["by"]));
  return (
    <>
      <Filtering path="/weekly" filters={filters} params={params} />
      <main className="page">
        <div className="flex flex-wrap items-baseline gap-x-4 text-[12px] text-ink-3">
          <b className="font-semibold text-ink">Weekly report</b>
          <span>
            {range.week ? `Week ${Number(range.week.slice(6))}, ` : ""}
            {dates(range)}
          </span>
          <span>compared with {rangeName(compare, range)}</span>
          <span className="no-print ml-auto flex items-baseline gap-x-4">
            <Notes filters={filters} />
            <a href={hrefOf("/weekly/csv", filters)} className="link" download>
              CSV
            </a>
          </span>
        </div>
        <Part name="The five numbers" shape={<HeadlineShape />}>
          <Headlines filters={filters} />
        </Part>
        <div className="grid12 mt-10">
          <ChartPart name="Satisfaction" className="col-span-8">
            <Satisfaction filters={filters} params={params} />
          </ChartPart>
          <ChartPart name="Handoffs to read" className="col-span-4">
            <Ten filters={filters} />
          </ChartPart>
          <ChartPart name="Escalation rate" className="col-span-6">
            <Escalation filters={filters} />
          </ChartPart>
          <ChartPart name="Why it moved" className="col-span-6">
            <Drivers filters={filters} />
          </ChartPart>
          <ChartPart name="Time to first human" className="col-span-7">
            <Waiting filters={filters} params={params} />
          </ChartPart>
          <ChartPart name="Waits by hour" className="col-span-5">
            <Hours filters={filters} params={params} />
          </ChartPart>
          <ChartPart name="Who handed over" className="col-span-6">
            <Origins filters={filters} />
          </ChartPart>
          <ChartPart name="Asked for a person" className="col-span-6">
            <Funnel filters={filters} />
          </ChartPart>
          <ChartPart name="Quality of the seam" className="col-span-12">
            <Seam filters={filters} />
          </ChartPart>
          <ChartPart name="After the handoff" className="col-span-12">
            <After filters={filters} />
          </ChartPart>
          <ChartPart name="What goes with a worse handoff" className="col-span-12">
            <Costs filters={filters} />
          </ChartPart>
          <ChartPart name="Breakdown" className="col-span-12">
            <Breakdown filters={filters} by={by} sort={breakdownSortOf(params)} />
          </ChartPart>
        </div>
        <footer className="note mt-10 flex flex-wrap gap-x-6 gap-y-1 border-t border-hair pt-3">
          <span>
            Intervals 95&#8239;%: Wilson for counted shares, Newcombe for their differences, log(−log) for waits
          </span>
          <span>“Real” of the five numbers: at 5&#8239;% when all five are looked at together (Holm)</span>
          <Link href="/weekly/definitions" className="link">
            What each number means
          </Link>
          {mode === "demo" && (
            <Link href="/weekly/truth" className="link">
              What was planted, and what was found
            </Link>
          )}
          <span className="sm:ml-auto">Times in {zone}</span>
        </footer>
      </main>
    </>
  );
}

const CHART = 330;

/** A part of which most is a chart. */
function ChartPart({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  return (
    <SectionPart name={name} className={className} height={CHART}>
      {children}
    </SectionPart>
  );
}

function HeadlineShape() {
  return (
    <div aria-busy="true">
      <div className="skeleton mt-2 h-9 max-w-[720px]" />
      <div className="section skeleton mt-16 h-32" />
    </div>
  );
}

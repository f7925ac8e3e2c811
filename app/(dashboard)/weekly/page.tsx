import type { Metadata } from "next";
import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { requireReader, theWorkspace } from "#app/_auth/session.ts";
import { NothingYet } from "#app/_components/nothing-yet.tsx";
import { SectionBoundary } from "#app/_components/section-boundary.tsx";
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
          <Part name="Satisfaction" className="col-span-8">
            <Satisfaction filters={filters} params={params} />
          </Part>
          <Part name="Handoffs to read" className="col-span-4">
            <Ten filters={filters} />
          </Part>
          <Part name="Escalation rate" className="col-span-6">
            <Escalation filters={filters} />
          </Part>
          <Part name="Why it moved" className="col-span-6">
            <Drivers filters={filters} />
          </Part>
          <Part name="Time to first human" className="col-span-7">
            <Waiting filters={filters} params={params} />
          </Part>
          <Part name="Waits by hour" className="col-span-5">
            <Hours filters={filters} params={params} />
          </Part>
          <Part name="Who handed over" className="col-span-6">
            <Origins filters={filters} />
          </Part>
          <Part name="Asked for a person" className="col-span-6">
            <Funnel filters={filters} />
          </Part>
          <Part name="Quality of the seam" className="col-span-12">
            <Seam filters={filters} />
          </Part>
          <Part name="After the handoff" className="col-span-12">
            <After filters={filters} />
          </Part>
          <Part name="What goes with a worse handoff" className="col-span-12">
            <Costs filters={filters} />
          </Part>
          <Part name="Breakdown" className="col-span-12">
            <Breakdown filters={filters} by={by} sort={breakdownSortOf(params)} />
          </Part>
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

type PartProps = { name: string; className?: string; shape?: ReactNode; children: ReactNode };

function Part({ name, className, shape, children }: PartProps) {
  return (
    <div className={className}>
      <SectionBoundary name={name}>
        <Suspense fallback={shape ?? <ChartShape name={name} />}>{children}</Suspense>
      </SectionBoundary>
    </div>
  );
}

function ChartShape({ name }: { name: string }) {
  return (
    <div className="section" aria-busy="true">
      <h2>{name}</h2>
      <div className="skeleton mt-3 h-[330px]" />
    </div>
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

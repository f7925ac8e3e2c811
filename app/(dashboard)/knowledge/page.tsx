import type { Metadata } from "next";
import Link from "next/link";
import { requireReader } from "#app/_auth/session.ts";
import { NothingYet } from "#app/_components/nothing-yet.tsx";
import { SectionPart } from "#app/_components/part.tsx";
import { db } from "#app/_db.ts";
import { Filtering } from "#app/_filter-bar.tsx";
import { first, hrefOf, readFilters, type SearchParams } from "#app/_filters.ts";
import { hasConversations } from "#db/conversation.ts";
import { dates, rangeName } from "#lib/format.ts";
import { baselineOf } from "#lib/knowledge/windows.ts";
import { Board } from "./board.tsx";
import { CameFrom } from "./came-from.tsx";
import { Kinds } from "./kinds.tsx";
import { LastFix } from "./last-fix.tsx";
import { Lead } from "./lead.tsx";
import { QuadrantChart } from "./quadrant.tsx";
import { RisingTopics } from "./rising.tsx";
import { Topic } from "./topic.tsx";

export const metadata: Metadata = { title: "Knowledge" };

export default async function Knowledge({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const reader = await requireReader();
  if (!(await hasConversations(db()))) return <NothingYet isAdmin={reader.role === "admin"} />;
  const params = await searchParams;
  const filters = await readFilters(params);
  const { range, zone } = filters;
  const on = first(params["on"]) ?? null;
  return (
    <>
      <Filtering path="/knowledge" filters={filters} params={params} />
      <main className="page">
        <div className="flex flex-wrap items-baseline gap-x-4 text-[12px] text-ink-3">
          <b className="font-semibold text-ink">Knowledge</b>
          <span>
            {range.week ? `Week ${Number(range.week.slice(6))}, ` : ""}
            {dates(range)}
          </span>
          <span>against {rangeName(baselineOf(range, zone), range)}</span>
          <span className="no-print ml-auto flex items-baseline gap-x-4">
            <Link href="/knowledge/topics" className="link">
              Topics and inbox
            </Link>
            <Link href="/knowledge/articles" className="link">
              Articles
            </Link>
            <a href={hrefOf("/knowledge/csv", filters)} className="link" download>
              CSV
            </a>
          </span>
        </div>
        <SectionPart name="What to write" height={96}>
          <Lead filters={filters} />
        </SectionPart>
        <div className="grid12 mt-8">
          <SectionPart name="Rising topics" className="col-span-12" height={260}>
            <RisingTopics filters={filters} isAll={first(params["all"]) === "yes"} />
          </SectionPart>
          <SectionPart name="Last fix" className="col-span-4" height={300}>
            <LastFix filters={filters} />
          </SectionPart>
          <SectionPart name="Where the change came from" className="col-span-8" height={300}>
            <CameFrom filters={filters} />
          </SectionPart>
          <SectionPart name="Gap, bug, policy, or working as designed" className="col-span-7" height={400}>
            <QuadrantChart filters={filters} />
          </SectionPart>
          <SectionPart name="What kind of problem it is" className="col-span-5" height={400}>
            <Kinds filters={filters} />
          </SectionPart>
          <SectionPart name="Board" className="col-span-12" height={200}>
            <Board filters={filters} on={on} />
          </SectionPart>
          <SectionPart name="One topic" className="col-span-12" height={0}>
            <Topic filters={filters} on={on} />
          </SectionPart>
        </div>
        <footer className="note mt-10 flex flex-wrap gap-x-6 gap-y-1 border-t border-hair pt-3">
          <span>
            Rising: exact mid-p of a binomial; false-discovery rate 10&#8239;% over all topics (Benjamini–Hochberg)
          </span>
          <span>Split by Kitagawa, mix centred. Effects of a fix: difference in differences</span>
          <span className="sm:ml-auto">Times in {zone}</span>
        </footer>
      </main>
    </>
  );
}

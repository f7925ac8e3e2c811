import type { ReactNode } from "react";
import { Temporal } from "temporal-polyfill";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import { CommandMenu } from "#app/_components/command-menu.tsx";
import { Masthead } from "#app/_components/masthead.tsx";
import { db } from "#app/_db.ts";
import { freshness } from "#db/sources.ts";
import { count, dates, dateTime } from "#lib/format.ts";
import { weekBefore, weeksUpTo } from "#lib/time/range.ts";

export const dynamic = "force-dynamic";

const TABS = [
  { href: "/weekly", name: "Weekly", group: "daily", isForAdmins: false },
  { href: "/handoffs", name: "Handoffs", group: "detail", isForAdmins: false },
  { href: "/sources", name: "Sources", group: "set-up", isForAdmins: true },
  { href: "/settings", name: "Settings", group: "set-up", isForAdmins: true },
];

const lateText = (source: string, until: string | null): string =>
  until
    ? `Data of ${source} is complete until ${until}; what came later is missing here.`
    : `${source} has not been read completely yet; conversations are missing here.`;

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [reader, workspace] = await Promise.all([requireReader(), theWorkspace()]);
  const { until, unread, late } = await freshness(db(), pageNow());
  const tabs = TABS.filter(({ isForAdmins }) => !isForAdmins || reader.role === "admin");
  const lastWeek = weekBefore(Temporal.Instant.fromEpochMilliseconds(pageNow().getTime()), workspace.zone);
  const weeks = weeksUpTo(lastWeek, 12, workspace.zone).toReversed();
  return (
    <>
      <a href="#content" className="sr focus:not-sr-only">
        Skip to the content
      </a>
      <Masthead
        tabs={tabs}
        workspace={workspace.name}
        isDemo={workspace.mode === "demo"}
        reader={{ name: reader.name, role: reader.role }}
        freshness={until ? `Data until ${dateTime(until, workspace.zone)}` : "No data yet"}
      />
      <CommandMenu
        tabs={tabs}
        weeks={weeks.map((range) => ({
          week: range.week ?? "",
          name: `Week ${range.week?.slice(6)}, ${dates(range)}`,
        }))}
      />
      {late.length > 0 && (
        <p role="status" className="border-b border-hair bg-sunken px-4 py-2 text-center text-[12px] sm:px-12">
          {late.map(({ key, until: known }) => lateText(key, known && dateTime(known, workspace.zone))).join(" ")}
        </p>
      )}
      {unread > 0 && (
        <p role="status" className="border-b border-hair bg-sunken px-4 py-2 text-center text-[12px] sm:px-12">
          {count(unread)} conversations came in and are being read; numbers on this page still move.
        </p>
      )}
      <div id="content">{children}</div>
    </>
  );
}

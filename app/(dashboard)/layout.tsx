import type { ReactNode } from "react";
import { Temporal } from "temporal-polyfill";
import { currentReader, pageNow, theWorkspace } from "#app/_auth/session.ts";
import { CommandMenu } from "#app/_components/command-menu.tsx";
import { Masthead } from "#app/_components/masthead.tsx";
import { Refresh } from "#app/_components/refresh.tsx";
import { db } from "#app/_db.ts";
import { viewHref } from "#app/_filters.ts";
import { firingCount } from "#db/alarms/journal.ts";
import { freshness } from "#db/sources.ts";
import { viewsFor } from "#db/views.ts";
import { dates, dateTime } from "#lib/format.ts";
import { freshnessSentences } from "#lib/sentences/freshness.ts";
import { weekBefore, weeksUpTo } from "#lib/time/range.ts";

export const dynamic = "force-dynamic";

const TABS = [
  { href: "/weekly", name: "Weekly", group: "daily", isForAdmins: false },
  { href: "/queue", name: "Queue", group: "daily", isForAdmins: false },
  { href: "/knowledge", name: "Knowledge", group: "daily", isForAdmins: false },
  { href: "/handoffs", name: "Handoffs", group: "detail", isForAdmins: false },
  { href: "/lab", name: "Lab", group: "detail", isForAdmins: false },
  { href: "/sources", name: "Sources", group: "set-up", isForAdmins: true },
  { href: "/settings", name: "Settings", group: "set-up", isForAdmins: true },
];

/** Pages below those of the masthead. */
const MORE = [
  { href: "/knowledge/topics", name: "Topics and inbox" },
  { href: "/knowledge/articles", name: "Articles" },
  { href: "/queue/alarms", name: "Alarms, rules and journal" },
  { href: "/weekly/definitions", name: "What each number means" },
];

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [reader, workspace] = await Promise.all([currentReader(), theWorkspace()]);
  // Each page asks who is there, and some know where whoever is to sign in comes back to.
  if (!reader) return children;
  const [current, views, firing] = await Promise.all([
    freshness(db(), pageNow()),
    viewsFor(db(), reader.id),
    firingCount(db()),
  ]);
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
        firing={firing}
        reader={{ name: reader.name, role: reader.role }}
        freshness={current.until ? `Data until ${dateTime(current.until, workspace.zone)}` : "No data yet"}
      />
      <CommandMenu
        tabs={[...tabs, ...MORE]}
        views={views.map((view) => ({ id: view.id, name: view.name, href: viewHref(view) }))}
        weeks={weeks.map((range) => ({
          week: range.week ?? "",
          name: `Week ${range.week?.slice(6)}, ${dates(range)}`,
        }))}
      />
      {freshnessSentences(current, workspace.zone).map((sentence) => (
        <p
          key={sentence}
          role="status"
          className="border-b border-hair bg-sunken px-4 py-2 text-center text-[12px] sm:px-12"
        >
          {sentence}
        </p>
      ))}
      {current.rereading && <Refresh seconds={10} />}
      <div id="content">{children}</div>
    </>
  );
}

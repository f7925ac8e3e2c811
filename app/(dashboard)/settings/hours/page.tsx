import type { Metadata } from "next";
import Link from "next/link";
import { pageNow, requireAdmin } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { calendars, type NamedCalendar, type Queue, queues } from "#db/hours.ts";
import { count } from "#lib/format.ts";
import { dateIn, versionAt, WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { weekText } from "#lib/time/hours-text.ts";
import { makeHours } from "./actions.ts";
import { Queues } from "./queues.tsx";

export const metadata: Metadata = { title: "Opening hours" };

export default async function OpeningHours() {
  await requireAdmin();
  const [all, known] = await Promise.all([calendars(db()), queues(db())]);
  return (
    <main className="page space-y-10">
      <section>
        <p className="note">
          <Link href="/settings" className="link">
            Settings
          </Link>
        </p>
        <h1 className="lead mt-1">Opening hours</h1>
        <p className="deck mt-1 max-w-160">
          A wait is counted in the hours of the queue it was handed to: only while that queue is open does the clock
          run.
        </p>
      </section>
      <Calendars all={all} known={known} />
      <Queues all={all} known={known} />
    </main>
  );
}

function Calendars({ all, known }: { all: NamedCalendar[]; known: Queue[] }) {
  return (
    <section className="section">
      <h2>Calendars</h2>
      <ul className="mt-1">
        {all.map((calendar) => (
          <Row key={calendar.key} calendar={calendar} known={known} />
        ))}
      </ul>
      <ActionForm
        action={makeHours}
        submit="Make new hours"
        look="quiet"
        keeps
        className="mt-4 flex flex-wrap items-end gap-3"
      >
        <label className="w-full sm:w-72">
          <span className="label">Name of new hours, such as Billing or Night shift</span>
          <input name="name" required maxLength={60} className="field" />
        </label>
      </ActionForm>
      <p className="note mt-1">They begin as a copy of the workspace’s.</p>
    </section>
  );
}

function Row({ calendar: { key, name, versions }, known }: { calendar: NamedCalendar; known: Queue[] }) {
  const version = versionAt(versions, dateIn(versions, pageNow()));
  const isWorkspace = key === WORKSPACE_HOURS;
  const n = known.filter(({ calendarKey }) => (calendarKey ?? WORKSPACE_HOURS) === key).length;
  const kept = n === 0 ? "no queue" : n === 1 ? "1 queue" : `${count(n)} queues`;
  return (
    <li className="grid gap-x-6 border-b border-hair py-2 lg:grid-cols-[200px_minmax(0,1fr)_160px_220px]">
      <Link href={`/settings/hours/${key}`} className="link min-h-6 font-semibold">
        {name}
      </Link>
      <span className="tabular-nums">{weekText(version.windows)}</span>
      <span className="text-ink-3">{version.zone}</span>
      <span className="text-ink-3">{isWorkspace ? `${kept}, and every new one` : kept}</span>
    </li>
  );
}

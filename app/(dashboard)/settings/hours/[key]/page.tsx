import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { pageNow, requireAdmin } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { calendarByKey, type NamedCalendar, type Queue, queues } from "#db/hours.ts";
import { label } from "#lib/format.ts";
import { dateIn, WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { removeHours, renameHours } from "../actions.ts";
import { Holidays } from "./holidays.tsx";
import { Suggestions } from "./suggestions.tsx";
import { TwoWeeks } from "./two-weeks.tsx";
import { Versions } from "./versions.tsx";
import { WeekForm } from "./week-form.tsx";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ key: string }>; searchParams: Promise<Search> };

export const metadata: Metadata = { title: "Opening hours" };

export default async function OneCalendar({ params, searchParams }: Props) {
  await requireAdmin();
  const [calendar, known, search] = await Promise.all([
    calendarByKey(db(), decodeURIComponent((await params).key)),
    queues(db()),
    searchParams,
  ]);
  if (!calendar) notFound();
  const today = dateIn(calendar.versions, pageNow());
  const chosen = (name: string): string => [search[name]].flat()[0] ?? "";
  return (
    <main className="page space-y-10">
      <Head calendar={calendar} known={known} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <div className="space-y-10">
          <WeekForm calendar={calendar} today={today} shown={chosen("version")} />
          <Versions calendar={calendar} today={today} />
        </div>
        <TwoWeeks calendar={calendar} today={today} />
      </div>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <Holidays calendar={calendar} today={today} />
        <Suggestions
          calendar={calendar}
          today={today}
          place={{ country: chosen("country"), state: chosen("state"), region: chosen("region") }}
        />
      </div>
      <Naming calendar={calendar} />
    </main>
  );
}

function Head({ calendar: { key, name }, known }: { calendar: NamedCalendar; known: Queue[] }) {
  const mine = known.filter(({ calendarKey }) => (calendarKey ?? WORKSPACE_HOURS) === key);
  const names = mine.map(({ team, source }) => `${team === null ? "Unassigned" : label(team)} (${source})`);
  const more = names.length > 6 ? ` and ${names.length - 6} more` : "";
  return (
    <section>
      <p className="note">
        <Link href="/settings" className="link">
          Settings
        </Link>{" "}
        /{" "}
        <Link href="/settings/hours" className="link">
          Opening hours
        </Link>
      </p>
      <h1 className="lead mt-1">{name}</h1>
      <p className="deck mt-1">
        {names.length === 0 ? "Kept by no queue yet." : `Kept by ${names.slice(0, 6).join(", ")}${more}.`}
        {key === WORKSPACE_HOURS && " Every queue without hours of its own keeps these."}
      </p>
    </section>
  );
}

function Naming({ calendar: { key, name } }: { calendar: NamedCalendar }) {
  return (
    <section className="section">
      <h2>Name{key !== WORKSPACE_HOURS && " and removal"}</h2>
      <div className="mt-3 flex flex-wrap items-start gap-x-16 gap-y-6">
        <ActionForm
          action={renameHours}
          submit="Rename"
          look="quiet"
          keeps
          className="flex w-full flex-wrap items-end gap-3 sm:w-auto"
        >
          <input type="hidden" name="key" value={key} />
          <label className="w-full sm:w-72">
            <span className="label">Name</span>
            <input name="name" defaultValue={name} required maxLength={60} className="field" />
          </label>
        </ActionForm>
        {key !== WORKSPACE_HOURS && (
          <ActionForm action={removeHours} submit="Remove these hours" look="quiet" className="sm:pt-5">
            <input type="hidden" name="key" value={key} />
          </ActionForm>
        )}
      </div>
    </section>
  );
}

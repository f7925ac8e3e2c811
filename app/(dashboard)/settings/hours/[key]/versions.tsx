import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import type { NamedCalendar } from "#db/hours.ts";
import { localDate } from "#lib/format.ts";
import { versionAt } from "#lib/time/calendar.ts";
import { weekText } from "#lib/time/hours-text.ts";
import { takeBackWeek } from "../actions.ts";

/** Which week holds from which date, the newest first. */
export function Versions({ calendar, today }: { calendar: NamedCalendar; today: string }) {
  const { key, versions } = calendar;
  if (versions.length < 2) return null;
  const now = versionAt(versions, today);
  return (
    <section className="section">
      <h2>Which hours hold when</h2>
      <ul className="mt-1">
        {versions.toReversed().map((version) => (
          <li key={version.from} className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-2">
            <span className="w-40">
              {version.from === null ? (
                "since ever"
              ) : (
                <Link className="link" href={`/settings/hours/${key}?version=${version.from}`} scroll={false}>
                  from {localDate(version.from)}
                </Link>
              )}
              {version === now && <b className="block font-semibold">now</b>}
            </span>
            <span className="min-w-0 flex-1 basis-48 tabular-nums">
              {weekText(version.windows)} <span className="text-ink-3">{version.zone}</span>
            </span>
            {version.from !== null && (
              <ActionForm
                action={takeBackWeek}
                submit="Take back"
                name={`Take back the hours from ${localDate(version.from)}`}
                look="link"
              >
                <input type="hidden" name="key" value={key} />
                <input type="hidden" name="from" value={version.from} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

import { ActionForm } from "#app/_components/action-form.tsx";
import type { NamedCalendar, Queue } from "#db/hours.ts";
import { count, label } from "#lib/format.ts";
import { WORKSPACE_HOURS } from "#lib/time/calendar.ts";
import { keepHours } from "./actions.ts";

const DEFAULT_NAME = "Workspace hours";

type Props = { all: NamedCalendar[]; known: Queue[] };

/** Every team of every source that something was handed to, with the hours it keeps. */
export function Queues({ all, known }: Props) {
  return (
    <section className="section">
      <h2>Queues</h2>
      <p className="deck">A queue is a team of a source. Those without hours of their own keep the workspace’s.</p>
      {known.length === 0 ? (
        <p className="deck mt-4">Nothing was handed to a person yet; each queue appears with its first handoff.</p>
      ) : (
        <ul className="mt-1">
          {known.map((queue) => (
            <Row key={`${queue.sourceId} ${queue.team}`} queue={queue} all={all} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ queue, all }: { queue: Queue; all: NamedCalendar[] }) {
  const { sourceId, source, team, handoffs, calendarKey } = queue;
  const name = team === null ? "Unassigned" : label(team);
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-hair py-2 lg:grid-cols-[200px_200px_120px_minmax(0,1fr)]">
      <b className="font-semibold">{name}</b>
      <span className="text-ink-3">{source}</span>
      <span className="text-ink-3 tabular-nums">{count(handoffs)} handoffs</span>
      <ActionForm
        action={keepHours}
        submit="Change"
        name={`Change hours of ${name}, ${source}`}
        look="quiet"
        keeps
        className="flex flex-wrap items-center gap-x-3 [&_[role=status]>*]:!mt-1"
      >
        <input type="hidden" name="source" value={sourceId} />
        {team !== null && <input type="hidden" name="team" value={team} />}
        <select
          name="calendar"
          aria-label={`Hours of ${name}, ${source}`}
          defaultValue={calendarKey ?? WORKSPACE_HOURS}
          className="field !w-60 max-w-full"
        >
          {all.map(({ key, name: hours }) => (
            <option key={key} value={key}>
              {key === WORKSPACE_HOURS && hours !== DEFAULT_NAME ? `${DEFAULT_NAME} (${hours})` : hours}
            </option>
          ))}
        </select>
      </ActionForm>
    </li>
  );
}

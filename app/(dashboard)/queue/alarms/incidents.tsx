import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import type { Incident } from "#db/alarms/journal.ts";
import { measuredText, queueText } from "#lib/alarms/alarm-text.ts";
import { queueOf, watchedOf } from "#lib/alarms/queue.ts";
import { dateTime, lengthText, time } from "#lib/format.ts";
import { causeSentence } from "#lib/sentences/queue.ts";
import { judge, sayDone } from "./actions.ts";

type Props = { incidents: Incident[]; zone: string; isOne: boolean; mayJudge: boolean };

/** What fired, what became of it, and what people say of it. */
export function Incidents({ incidents, zone, isOne, mayJudge }: Props) {
  return (
    <section className="section mt-10" aria-label="Incidents">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2>{isOne ? "The incident" : "Incidents"}</h2>
        {isOne && (
          <Link href="/queue/alarms" className="link text-[12px]">
            All alarms
          </Link>
        )}
      </div>
      {incidents.length === 0 && (
        <p className="deck mt-3">{isOne ? "There is no such incident." : "No alarm has fired yet."}</p>
      )}
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id} className="border-b border-hair py-3">
            <One incident={incident} zone={zone} mayJudge={mayJudge} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const ENDS: Record<string, string> = {
  cleared: "over",
  cleared_while_closed: "over while closed",
  rule_deleted: "ended, its rule was removed",
  manual: "resolved by hand",
};

const endText = ({ firedAt, endedAt, endedBy }: Incident, zone: string): string => {
  if (!endedAt) return "open";
  const length = lengthText((endedAt.getTime() - firedAt.getTime()) / 1000);
  return `${ENDS[endedBy ?? ""] ?? "over"} at ${time(endedAt, zone)}, after ${length}`;
};

function One({ incident, zone, mayJudge }: { incident: Incident; zone: string; mayJudge: boolean }) {
  const { id, kind, ruleName, source, watched, peak, threshold, cause, ackedBy, ackedAt, wasReal, judgedBy } = incident;
  const queue = queueText({ queue: queueOf(source, watchedOf(watched)) });
  return (
    <div className="grid gap-x-8 gap-y-1 lg:grid-cols-[1fr_420px]">
      <div>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link href={`/queue/alarms?incident=${id}`} className="link font-semibold">
            {queue}: {ruleName}
          </Link>
          <span className="tabular-nums">{dateTime(incident.firedAt, zone)}</span>
          <span className="text-ink-2">{endText(incident, zone)}</span>
        </p>
        <p className="deck">
          At its worst: {measuredText({ rule: { kind }, value: peak, threshold })}. {cause && causeSentence(cause)}
        </p>
        <p className="note">
          {ackedAt ? `${ackedBy ?? "Somebody"} acknowledged it at ${time(ackedAt, zone)}.` : "Nobody acknowledged it."}{" "}
          {incident.isDelivered ? "" : "Nobody was told."}
        </p>
        {incident.done && (
          <p className="deck">
            Done: {incident.done} <span className="text-ink-3">({incident.doneBy ?? "somebody who left"})</span>
          </p>
        )}
      </div>
      <div className="text-[12px]">
        <p className="text-ink-2">
          {wasReal === null
            ? "Was it real?"
            : `${wasReal ? "It was real" : "A false alarm"}, says ${judgedBy ?? "somebody who left"}.`}
        </p>
        {mayJudge && (
          <>
            <div className="flex gap-2">
              {JUDGEMENTS.filter(({ value }) => value !== verdictOf(wasReal)).map(({ value, name }) => (
                <ActionForm
                  key={value}
                  action={judge}
                  submit={name}
                  name={`${name}: ${queue}, ${ruleName}`}
                  look="link"
                >
                  <input type="hidden" name="incident" value={id} />
                  <input type="hidden" name="verdict" value={value} />
                </ActionForm>
              ))}
            </div>
            <ActionForm action={sayDone} submit="Keep" look="quiet" className="mt-1 flex flex-wrap items-center gap-2">
              <input type="hidden" name="incident" value={id} />
              <input
                name="done"
                required
                maxLength={500}
                defaultValue={incident.done ?? ""}
                placeholder="What was done about it"
                aria-label={`What was done: ${queue}, ${ruleName}`}
                className="field !h-9 min-w-0 flex-1"
              />
            </ActionForm>
          </>
        )}
      </div>
    </div>
  );
}

const verdictOf = (wasReal: boolean | null): string => (wasReal === null ? "none" : wasReal ? "real" : "false");

const JUDGEMENTS = [
  { value: "real", name: "Real" },
  { value: "false", name: "False alarm" },
  { value: "none", name: "Not judged" },
];

"use client";

import Link from "next/link";
import { startTransition, useActionState, useId, useState } from "react";
import type { Outcome } from "#app/_components/action-form.tsx";
import { watchedKey } from "#lib/alarms/queue.ts";
import { ALARM_KINDS, type AlarmKind, type RuleSettings, usualRule } from "#lib/alarms/rule.ts";
import { WEEKDAYS } from "#lib/format.ts";
import { keepRule } from "../actions.ts";

type Choice = { value: string; name: string };
type Props = {
  rule: RuleSettings & { id: string | null; revision: number };
  queues: Choice[];
  /** Who is told now, in a sentence. */
  told: string;
};

const KINDS: Record<AlarmKind, { name: string; unit: string; isOfQueues: boolean }> = {
  oldest_wait: { name: "Oldest wait", unit: "open minutes", isOfQueues: true },
  answered_share: { name: "Answered within 5 minutes, of the last hour", unit: "%", isOfQueues: true },
  waiting_count: { name: "How many wait", unit: "customers", isOfQueues: true },
  data_stale: { name: "Data is late", unit: "minutes", isOfQueues: false },
  escalation_rate: { name: "Escalation rate of a day", unit: "standard deviations", isOfQueues: false },
};

/** A rule, tried on the last four weeks before it is kept. What was typed stays with every answer. */
export function RuleForm({ rule, queues, told }: Props) {
  const [outcome, send, isBusy] = useActionState<Outcome | null, FormData>(keepRule, null);
  const [kind, setKind] = useState(rule.kind);
  const usual = kind === rule.kind ? rule : usualRule(kind);
  const scale = kind === "answered_share" ? 100 : 1;
  const { unit, isOfQueues } = KINDS[kind];
  return (
    <form
      className="section mt-4 max-w-[720px]"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        startTransition(() => send(data));
      }}
    >
      {rule.id && <input type="hidden" name="id" value={rule.id} />}
      <input type="hidden" name="revision" value={rule.revision} />
      <div className="grid gap-4 sm:grid-cols-2">
        <label className="block">
          <span className="label">Name</span>
          <input name="name" defaultValue={rule.name} required maxLength={80} className="field" />
        </label>
        <label className="block">
          <span className="label">What it watches</span>
          <select name="kind" value={kind} onChange={(e) => setKind(e.target.value as AlarmKind)} className="field">
            {ALARM_KINDS.map((one) => (
              <option key={one} value={one}>
                {KINDS[one].name}
              </option>
            ))}
          </select>
        </label>
        {isOfQueues && (
          <label className="block">
            <span className="label">Queue</span>
            <select name="queue" defaultValue={queueOf(rule)} className="field">
              <option value="">Each queue by itself</option>
              {queues.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <HoursField key={`hours ${kind}`} hours={usual.hours} />
      </div>
      <fieldset key={kind} className="mt-6 grid gap-4 sm:grid-cols-2">
        <legend className="sr">Limits</legend>
        <Field
          name="fire"
          label={`Fires ${kind === "answered_share" ? "below" : "above"}, ${unit}`}
          value={usual.fire * scale}
        />
        <Field name="clear" label={`Over at, ${unit}`} value={usual.clear * scale} />
        <Field name="for" label="It must last, minutes" value={usual.forMinutes} />
        <Field name="keep" label="It must be over for, minutes" value={usual.keepMinutes} />
        {kind !== "data_stale" && (
          <Field
            name="stale"
            label="Its state is held once data is older than, minutes"
            value={usual.staleAfterMinutes}
            help="Without newer data it neither fires nor clears. More than the source usually takes to be read."
          />
        )}
      </fieldset>
      <fieldset className="mt-6 grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-semibold">When nobody answers</legend>
        <Field name="escalate1" label="To the second level after, minutes" value={usual.escalateMinutes[0] ?? 10} />
        <Field name="escalate2" label="To the last level after, minutes" value={usual.escalateMinutes[1] ?? 20} />
        <Field name="ack" label="An acknowledgement holds for, minutes" value={usual.ackTimeoutMinutes} />
        <Field name="repeat" label="At the last level again every, minutes" value={usual.repeatMinutes} />
      </fieldset>
      <p className="deck mt-6">
        {told} Admins say in the{" "}
        <Link href="/settings/alarms" className="link">
          settings
        </Link>{" "}
        who is told.
      </p>
      <label className="mt-6 flex items-center gap-2">
        <input type="checkbox" name="isEnabled" defaultChecked={rule.isEnabled} /> On
      </label>
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="submit" className="button" disabled={isBusy}>
          Save
        </button>
        <button type="submit" name="does" value="try" className="button quiet" disabled={isBusy}>
          Try it on the last four weeks
        </button>
      </div>
      <p role="status" className={`mt-3 ${outcome?.problem ? "text-red-ink" : "text-ink-2"}`}>
        {outcome?.problem ?? (outcome?.done === "saved" ? "" : outcome?.done)}
      </p>
    </form>
  );
}

const queueOf = ({ scope }: RuleSettings): string =>
  scope.kind === "queue" ? watchedKey({ sourceId: scope.sourceId, team: scope.team }) : "";

function HoursField({ hours }: { hours: RuleSettings["hours"] }) {
  const [kind, setKind] = useState(hours.kind);
  return (
    <div>
      <label className="block">
        <span className="label">Hours</span>
        <select
          name="hours"
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
          className="field"
        >
          <option value="queue">The queue’s opening hours</option>
          <option value="always">Always</option>
          <option value="own">Hours of its own</option>
        </select>
      </label>
      {kind === "own" && (
        <fieldset className="mt-2">
          <legend className="sr">Hours of its own</legend>
          <div className="flex flex-wrap gap-x-3">
            {WEEKDAYS.map((name, i) => (
              <label key={name} className="flex min-h-6 items-center gap-1">
                <input
                  type="checkbox"
                  name="weekday"
                  value={i + 1}
                  defaultChecked={hours.kind === "own" ? hours.weekdays.includes(i + 1) : i < 5}
                />
                {name}
              </label>
            ))}
          </div>
          <input
            name="ownHours"
            defaultValue={hours.kind === "own" ? hours.hours : "9:00–17:00"}
            aria-label="From when to when"
            className="field mt-1"
          />
        </fieldset>
      )}
    </div>
  );
}

type FieldProps = { name: string; label: string; value: number; help?: string };

function Field({ name, label, value, help }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={Number(value.toFixed(2))}
        inputMode="decimal"
        required
        className="field"
        aria-describedby={help ? `${id}-help` : undefined}
      />
      {help && (
        <p id={`${id}-help`} className="note mt-1">
          {help}
        </p>
      )}
    </div>
  );
}

"use client";

import { useActionState, useId } from "react";
import type { Outcome } from "#app/_components/action-form.tsx";
import type { ChannelKind } from "#lib/alarms/notification.ts";

/** fields: what is wrong, by the field it belongs to. */
export type ChannelOutcome = Outcome & { fields?: Record<string, string> };

type Props = {
  action: (before: ChannelOutcome | null, data: FormData) => Promise<ChannelOutcome>;
  kind: ChannelKind;
  /** Null = a new one. */
  channel: { id: string; name: string; to: string[]; url: string | null } | null;
};

/** What a channel needs, by its kind; what is wrong stands under the field it belongs to. */
export function ChannelForm({ action, kind, channel }: Props) {
  const [outcome, send, isBusy] = useActionState<ChannelOutcome | null, FormData>(async (before, data) => {
    const next = await action(before, data);
    return next.fields ? { ...next, typed: Object.fromEntries(data) } : next;
  }, null);
  const typed = (outcome as { typed?: Record<string, string> } | null)?.typed;
  const problem = (name: string) => outcome?.fields?.[name];
  return (
    <form action={send} className="mt-2 space-y-3">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={channel?.id ?? ""} />
      <Field label="Name" name="name" value={typed?.["name"] ?? channel?.name ?? ""} problem={problem("name")} />
      {kind === "email" && (
        <Field
          label="Recipients, with commas between them"
          name="to"
          value={typed?.["to"] ?? channel?.to.join(", ") ?? ""}
          problem={problem("to")}
        />
      )}
      {(kind === "slack" || kind === "webhook") && (
        <Field
          label={kind === "slack" ? "Address of the incoming webhook, a secret" : "Address"}
          name="address"
          value={typed?.["address"] ?? channel?.url ?? ""}
          placeholder={kind === "slack" && channel ? "stays what it was" : "https://"}
          problem={problem("address")}
        />
      )}
      <button type="submit" className="button quiet" disabled={isBusy}>
        {channel ? "Save" : "Add"}
      </button>
      <div role="status">
        {outcome?.done && <p className="text-ink-2">{outcome.done}</p>}
        {outcome?.secret && <input readOnly value={outcome.secret} aria-label="Shown once" className="field mt-2" />}
      </div>
    </form>
  );
}

type FieldProps = { label: string; name: string; value: string; placeholder?: string; problem?: string | undefined };

function Field({ label, name, value, placeholder, problem }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="label">
        {label}
      </label>
      <input
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        autoComplete="off"
        className="field"
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-red-ink">
          {problem}
        </p>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import type { Field } from "#lib/sources/descriptor.ts";

type Props = { fields: readonly Field[]; settings: Readonly<Record<string, string>>; isNew: boolean };

/** What a descriptor asks for. Secrets are never given back to the page. */
export function Fields({ fields, settings, isNew }: Props) {
  return fields.map(({ name, label, hint, type, isSecret, isRequired }) => (
    <Hinted key={name} hint={hint} id={`hint-${name}`}>
      <span className="label">
        {label}
        {!isRequired && ", if you like"}
      </span>
      <input
        name={name}
        type={type}
        defaultValue={isSecret ? "" : settings[name]}
        required={isRequired && (isNew || !isSecret)}
        autoComplete={isSecret ? "off" : undefined}
        placeholder={isSecret && !isNew ? "stored; leave empty to keep it" : undefined}
        className="field"
        aria-describedby={`hint-${name}`}
      />
    </Hinted>
  ));
}

/** A labelled field with a sentence below it, which describes the field and is no part of its name. */
export function Hinted({ id, hint, children }: { id: string; hint: string; children: ReactNode }) {
  return (
    <div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the field is among the children */}
      <label className="block">{children}</label>
      <p id={id} className="note mt-1">
        {hint}
      </p>
    </div>
  );
}

import type { Field } from "#lib/sources/descriptor.ts";

type Props = { fields: readonly Field[]; settings: Readonly<Record<string, string>>; isNew: boolean };

/** What a descriptor asks for. Secrets are never given back to the page. */
export function Fields({ fields, settings, isNew }: Props) {
  return fields.map(({ name, label, hint, type, isSecret, isRequired }) => (
    <label key={name} className="block">
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
      />
      <span className="note mt-1 block">{hint}</span>
    </label>
  ));
}

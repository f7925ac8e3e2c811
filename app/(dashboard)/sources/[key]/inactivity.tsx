import { ActionForm } from "#app/_components/action-form.tsx";
import type { Source } from "#db/sources.ts";
import { CHANNEL_CLASSES, type ChannelClass, USUAL_INACTIVITY_HOURS } from "#lib/conversation/channels.ts";
import { changeInactivity } from "../actions.ts";

const NAMES: Record<ChannelClass, string> = {
  sync: "Live chat, phone",
  messaging: "Messaging",
  email: "E-mail, forms",
};

/** After how much silence what was asked counts as over. */
export function Inactivity({ source: { key, inactivityHours } }: { source: Source }) {
  return (
    <section className="section">
      <h2>When an episode is over</h2>
      <p className="deck">
        At its close, or after so many silent hours; never while somebody waits, or the customer has the last word.
      </p>
      <ActionForm action={changeInactivity} submit="Save" look="quiet" className="mt-3">
        <input type="hidden" name="source" value={key} />
        <div className="mb-3 grid grid-cols-3 gap-4">
          {CHANNEL_CLASSES.map((kind) => (
            <label key={kind} className="flex flex-col justify-end">
              <span className="label">{NAMES[kind]}</span>
              <input
                name={kind}
                type="number"
                min={1}
                max={720}
                required
                className="field"
                defaultValue={inactivityHours[kind] ?? USUAL_INACTIVITY_HOURS[kind]}
              />
            </label>
          ))}
        </div>
      </ActionForm>
      <p className="note mt-2">The numbers of this source are then counted again; it may take a while.</p>
    </section>
  );
}

import { ActionForm } from "#app/_components/action-form.tsx";
import type { SourceSummary } from "#db/sources.ts";
import { count } from "#lib/format.ts";
import { disconnect, removeWithData } from "../actions.ts";

/** Two ways to part: with the conversations, or without. */
export function Removal({ source, isConnected }: { source: SourceSummary; isConnected: boolean }) {
  if (source.state === "removing") return null;
  const { key, conversations } = source;
  return (
    <section className="section">
      <h2>Remove</h2>
      <div className="mt-3 grid gap-8 lg:grid-cols-2">
        {isConnected && (
          <ActionForm
            action={disconnect}
            submit="Disconnect"
            look="quiet"
            question={`Disconnect ${key}? Its credentials are erased; its conversations stay.`}
          >
            <input type="hidden" name="source" value={key} />
            <p className="deck mb-3">Erases the credentials and reads no more; the conversations and numbers stay.</p>
          </ActionForm>
        )}
        <ActionForm action={removeWithData} submit="Remove with its conversations" look="quiet">
          <input type="hidden" name="source" value={key} />
          <p className="deck mb-3">
            Erases {count(conversations)} conversations and all that was made of them, for good. Every number changes.
          </p>
          <label className="mb-3 block max-w-80">
            <span className="label">Type {key} to confirm</span>
            <input name="confirm" required autoComplete="off" className="field" />
          </label>
        </ActionForm>
      </div>
    </section>
  );
}

import { ActionForm } from "#app/_components/action-form.tsx";
import type { Source } from "#db/sources.ts";
import { env } from "#lib/env.ts";
import type { SourceDescriptor } from "#lib/sources/descriptor.ts";
import { change, renewSecret } from "../actions.ts";
import { Fields } from "../fields.tsx";

/** What lets us in, and where the vendor may tell us of news. */
export function Credentials({ source, descriptor }: { source: Source; descriptor: SourceDescriptor }) {
  const { webhook, fields } = descriptor;
  return (
    <>
      {webhook && (
        <section className="section">
          <h2>Webhook</h2>
          <p className="deck">{webhook.setUp}</p>
          <label className="mt-3 block">
            <span className="label">Address</span>
            <input
              readOnly
              className="field"
              value={`${env().NEXTAUTH_URL ?? ""}/api/webhooks/${encodeURIComponent(source.key)}`}
            />
          </label>
          {source.kind === "push" && (
            <ActionForm
              action={renewSecret}
              submit="New signing secret"
              look="quiet"
              question="Make a new signing secret? The one now in use is taken for a day more."
              className="mt-3"
            >
              <input type="hidden" name="source" value={source.key} />
            </ActionForm>
          )}
        </section>
      )}
      {fields.length > 0 && (
        <section className="section">
          <h2>Connection</h2>
          <ActionForm action={change} submit="Save and check" className="mt-3 space-y-4">
            <input type="hidden" name="source" value={source.key} />
            <Fields fields={fields} settings={source.settings} isNew={false} />
          </ActionForm>
        </section>
      )}
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { descriptorOf } from "#lib/sources/catalogue.ts";
import { connect } from "../../actions.ts";
import { Fields, Hinted } from "../../fields.tsx";
import { Matrix } from "../../matrix.tsx";

export const metadata: Metadata = { title: "Connect a source" };

type Props = { params: Promise<{ kind: string }> };

const PASTS = [
  { days: 90, name: "The last 90 days" },
  { days: 365, name: "The last year" },
  { days: 3650, name: "Everything, ten years at most" },
  { days: 28, name: "The last four weeks" },
  { days: 0, name: "Nothing; begin now" },
];

export default async function Connect({ params }: Props) {
  await requireAdmin();
  const { kind } = await params;
  const descriptor = descriptorOf(kind);
  const { mode } = await theWorkspace();
  if (!descriptor || mode === "demo") notFound();
  return (
    <main className="page grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,440px)_minmax(0,1fr)]">
      <div>
        <p className="note">
          <Link href="/sources" className="link">
            Sources
          </Link>
        </p>
        <h1 className="mt-1 text-[24px] leading-8 font-semibold">{descriptor.action}</h1>
        <p className="deck mt-1">{descriptor.about}</p>
        <ActionForm action={connect} submit="Connect" className="mt-4 space-y-4">
          <input type="hidden" name="kind" value={kind} />
          <Hinted id="hint-key" hint="Small letters, digits and dashes; it stands beside every conversation.">
            <span className="label">Name here</span>
            <input
              name="key"
              aria-describedby="hint-key"
              defaultValue={kind === "push" ? "" : kind}
              required
              pattern="[a-z0-9][a-z0-9\-]{0,39}"
              className="field"
            />
          </Hinted>
          <Fields fields={descriptor.fields} settings={{}} isNew />
          {kind !== "push" && (
            <Hinted id="hint-days" hint="Read after what is new, as fast as the vendor allows.">
              <span className="label">How much of the past</span>
              <select name="days" className="field" aria-describedby="hint-days">
                {PASTS.map(({ days, name }) => (
                  <option key={days} value={days}>
                    {name}
                  </option>
                ))}
              </select>
            </Hinted>
          )}
        </ActionForm>
      </div>
      <Matrix descriptor={descriptor} />
    </main>
  );
}

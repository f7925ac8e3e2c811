import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Mark } from "#app/_components/mark.tsx";
import { keepDemo, startOwnData } from "./actions.ts";

export const metadata: Metadata = { title: "Welcome" };
export const dynamic = "force-dynamic";

export default async function Welcome() {
  await requireAdmin();
  const workspace = await theWorkspace();
  if (workspace.setUpAt) redirect("/weekly");
  return (
    <main className="mx-auto max-w-[880px] px-4 pt-8 pb-12 sm:pt-[72px]">
      <p className="flex items-center gap-2.5 text-[20px] leading-7 font-semibold">
        <Mark size={40} />
        Seam
      </p>
      <h1 className="lead mt-8">Look around first, or start with your own conversations?</h1>
      <div className="mt-10 grid gap-10 sm:grid-cols-2">
        <section className="section">
          <h2>Look around</h2>
          <p className="deck mt-1 mb-4">
            26 weeks of a bookshop that does not exist, still running. You can start with your own data at any time, in
            Settings.
          </p>
          <ActionForm action={keepDemo} submit="Keep the demo">
            <input type="hidden" name="keep" value="demo" />
          </ActionForm>
        </section>
        <section className="section">
          <h2>Start with my data</h2>
          <p className="deck mt-1 mb-4">
            The made-up conversations are removed, and the next page says how to import yours.
          </p>
          <ActionForm action={startOwnData} submit="Start" className="space-y-3">
            <label className="block">
              <span className="label">Name of your workspace</span>
              <input name="name" required maxLength={80} className="field" />
            </label>
            <label className="block">
              <span className="label">Time zone</span>
              <input name="zone" defaultValue={workspace.zone} required className="field" />
            </label>
          </ActionForm>
        </section>
      </div>
    </main>
  );
}

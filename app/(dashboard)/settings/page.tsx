import type { Metadata } from "next";
import Link from "next/link";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { workingTokens } from "#db/tokens.ts";
import { people } from "#db/users.ts";
import { dateTime } from "#lib/format.ts";
import { ROLES } from "#lib/roles.ts";
import { invite, makeToken, remove, reset, revoke, saveWorkspace, startOwn } from "./actions.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings() {
  await requireAdmin();
  const workspace = await theWorkspace();
  return (
    <main className="page grid gap-10 lg:grid-cols-2">
      <div className="flex flex-wrap items-baseline gap-x-6 lg:col-span-2">
        <h1 className="text-[24px] leading-8 font-semibold">Settings</h1>
        <Link href="/settings/targets" className="link min-h-6">
          Targets
        </Link>
        <Link href="/settings/alarms" className="link min-h-6">
          Where alarms are told
        </Link>
      </div>
      <Space workspace={workspace} />
      <People zone={workspace.zone} />
      <Tokens zone={workspace.zone} />
      {workspace.mode === "demo" && <OwnData zone={workspace.zone} />}
    </main>
  );
}

function Space({ workspace }: { workspace: Awaited<ReturnType<typeof theWorkspace>> }) {
  return (
    <section className="section">
      <h2>Workspace</h2>
      <p className="deck">Days and weeks begin in this zone.</p>
      <ActionForm action={saveWorkspace} submit="Save" className="mt-3 space-y-3">
        <label className="block">
          <span className="label">Name</span>
          <input name="name" defaultValue={workspace.name} required className="field" />
        </label>
        <label className="block">
          <span className="label">Time zone</span>
          <input name="zone" defaultValue={workspace.zone} required className="field" />
        </label>
      </ActionForm>
      <p className="deck mt-6">
        Waits are counted in{" "}
        <Link className="link" href="/settings/hours">
          opening hours
        </Link>
        , which each queue can have of its own.
      </p>
    </section>
  );
}

async function People({ zone }: { zone: string }) {
  const all = await people(db());
  return (
    <section className="section">
      <h2>People</h2>
      <ul>
        {all.map(({ id, name, email, role, isPersona, createdAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-2">
            <b className="font-semibold">{name}</b>
            <span className="text-ink-3">{email}</span>
            <span>{role}</span>
            <span className="ml-auto text-ink-3">{isPersona ? "of the demo" : dateTime(createdAt, zone)}</span>
            {!isPersona && (
              <>
                <ActionForm action={reset} submit="New password" look="link">
                  <input type="hidden" name="id" value={id} />
                </ActionForm>
                <ActionForm action={remove} submit="Remove" look="link" question={`Take ${name}'s access away?`}>
                  <input type="hidden" name="id" value={id} />
                </ActionForm>
              </>
            )}
          </li>
        ))}
      </ul>
      <ActionForm action={invite} submit="Invite" className="mt-4 flex flex-wrap items-end gap-3">
        <label className="min-w-48 flex-1">
          <span className="label">E-mail</span>
          <input name="email" type="email" required className="field" />
        </label>
        <label>
          <span className="label">Role</span>
          <select name="role" className="field">
            {ROLES.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </select>
        </label>
      </ActionForm>
    </section>
  );
}

async function Tokens({ zone }: { zone: string }) {
  const tokens = await workingTokens(db());
  return (
    <section className="section">
      <h2>API tokens</h2>
      <p className="deck">
        A bearer reads every number and the records behind it; only one that may send adds conversations.
      </p>
      <ul>
        {tokens.map(({ id, name, canWrite, createdAt, lastUsedAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-2">
            <b className="font-semibold">{name}</b>
            <span>{canWrite ? "reads and sends" : "reads"}</span>
            <span className="text-ink-3">made {dateTime(createdAt, zone)}</span>
            <span className="text-ink-3">{lastUsedAt ? `last used ${dateTime(lastUsedAt, zone)}` : "never used"}</span>
            <span className="ml-auto" />
            <ActionForm action={revoke} submit="Revoke" look="link" question={`Revoke ${name}?`}>
              <input type="hidden" name="id" value={id} />
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm action={makeToken} submit="Make a token" className="mt-4 flex flex-wrap items-end gap-3">
        <label className="min-w-48 flex-1">
          <span className="label">What it is for</span>
          <input name="name" required maxLength={80} className="field" />
        </label>
        <label className="flex h-9 items-center gap-2">
          <input name="canWrite" type="checkbox" /> may send conversations
        </label>
      </ActionForm>
    </section>
  );
}

function OwnData({ zone }: { zone: string }) {
  return (
    <section className="section">
      <h2>Start with my data</h2>
      <p className="deck">
        Removes the made-up conversations and the people of the demo, for good. Made-up and real data never mix in a
        number.
      </p>
      <ActionForm
        action={startOwn}
        submit="Remove the demo and start"
        className="mt-3 space-y-3"
        question="Remove all made-up data? This cannot be undone."
      >
        <label className="block">
          <span className="label">Name of your workspace</span>
          <input name="name" required className="field" placeholder="Our support" />
        </label>
        <label className="block">
          <span className="label">Time zone</span>
          <input name="zone" defaultValue={zone} required className="field" />
        </label>
      </ActionForm>
    </section>
  );
}

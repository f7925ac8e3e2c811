import type { Metadata } from "next";
import Link from "next/link";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { alarmRulesOf } from "#db/alarms/rules.ts";
import { deadLetters } from "#db/letters.ts";
import { channels } from "#db/notification-channels.ts";
import { CHANNEL_NAMES } from "#lib/alarms/channel.ts";
import { CHANNEL_KINDS } from "#lib/alarms/notification.ts";
import { env } from "#lib/env.ts";
import { saveChannel } from "./actions.ts";
import { ChannelForm } from "./channel-form.tsx";
import { Channels } from "./channels.tsx";
import { Letters } from "./letters.tsx";
import { Recipients } from "./recipients.tsx";

export const metadata: Metadata = { title: "Alarm channels" };

const LETTERS_DAYS = 14;
const DAY_MS = 86_400_000;

export default async function AlarmChannels() {
  await requireAdmin();
  const since = new Date(Date.now() - LETTERS_DAYS * DAY_MS);
  const [all, letters, rules, { zone }] = await Promise.all([
    channels(db()),
    deadLetters(db(), since),
    alarmRulesOf(db()),
    theWorkspace(),
  ]);
  return (
    <main className="page">
      <p className="note">
        <Link href="/settings" className="link">
          Settings
        </Link>
      </p>
      <h1 className="lead mt-1">Where alarms are told</h1>
      <p className="deck mt-1 max-w-[760px]">
        A message is sent until its receiver takes it, for up to an hour, in the order in which things happened. It may
        arrive twice; then both carry the same key. Any answer of 2xx counts as delivered, whatever it says.
      </p>
      {letters.length > 0 && <Letters letters={letters} zone={zone} days={LETTERS_DAYS} />}
      <div className="mt-8 grid items-start gap-10 lg:grid-cols-2">
        <Channels channels={all} zone={zone} />
        <Add hasMailServer={env().SEAM_SMTP_URL !== undefined} />
      </div>
      <Recipients rules={rules} channels={all} />
    </main>
  );
}

const HINTS = {
  in_app: "Everybody who has the queue open sees it there.",
  email: "One mail to all of its recipients.",
  slack: "An incoming webhook of Slack, or of a program that takes the same. Its address is never shown again.",
  webhook: "JSON, signed as Standard Webhooks say. The signing secret is shown once, when it is added.",
};

function Add({ hasMailServer }: { hasMailServer: boolean }) {
  return (
    <section className="section" aria-labelledby="add-title">
      <h2 id="add-title">Add a channel</h2>
      {CHANNEL_KINDS.map((kind) => (
        <details key={kind} className="border-b border-hair py-2">
          <summary className="min-h-6 cursor-pointer font-semibold">{CHANNEL_NAMES[kind]}</summary>
          <p className="deck mt-1">{HINTS[kind]}</p>
          {kind === "email" && !hasMailServer && (
            <p className="mt-1 text-red-ink">
              No mail server is set yet: SEAM_SMTP_URL and SEAM_MAIL_FROM in .env name one.
            </p>
          )}
          <ChannelForm action={saveChannel} kind={kind} channel={null} />
        </details>
      ))}
    </section>
  );
}

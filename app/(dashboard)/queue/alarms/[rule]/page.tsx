import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";
import { z } from "zod";
import { requireReader } from "#app/_auth/session.ts";
import { ActionForm } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { alarmRuleById } from "#db/alarms/rules.ts";
import { queues } from "#db/hours.ts";
import { channels } from "#db/notification-channels.ts";
import { watchedKey } from "#lib/alarms/queue.ts";
import { usualRule } from "#lib/alarms/rule.ts";
import { label } from "#lib/format.ts";
import { mayAnswerAlarms } from "#lib/roles.ts";
import { recipientsText } from "#lib/sentences/alarms.ts";
import { dropRule } from "../actions.ts";
import { RuleForm } from "./rule-form.tsx";

export const metadata: Metadata = { title: "Alarm rule" };

export default async function Rule({ params }: { params: Promise<{ rule: string }> }) {
  const reader = await requireReader();
  if (!mayAnswerAlarms(reader.role)) forbidden();
  const { rule: id } = await params;
  const isNew = id === "new";
  const rule = z.uuid().safeParse(id).success ? await alarmRuleById(db(), id) : null;
  if (!rule && !isNew) notFound();
  const choices = (await queues(db())).map(({ sourceId, source, team }) => ({
    value: watchedKey({ sourceId, team }),
    name: `${team ? label(team) : "No team"} of ${label(source)}`,
  }));
  const names = new Map((await channels(db())).map(({ id: channel, name }) => [channel, name]));
  return (
    <main className="page">
      <p className="note">
        <Link href="/queue/alarms" className="link">
          Alarms
        </Link>
      </p>
      <h1 className="mt-1 text-[24px] leading-8 font-semibold tracking-[-0.015em]">
        {rule ? rule.name : "A new alarm rule"}
      </h1>
      <RuleForm
        rule={rule ?? { ...usualRule("oldest_wait"), id: null, revision: 0 }}
        queues={choices}
        told={rule ? recipientsText(rule, names) : "It tells whom the rule of its kind for all queues tells."}
      />
      {rule && (
        <ActionForm
          action={dropRule}
          submit="Remove this rule"
          look="link"
          className="mt-10"
          question={`Remove “${rule.name}”? What is open of it ends; the journal keeps it.`}
        >
          <input type="hidden" name="id" value={rule.id} />
        </ActionForm>
      )}
    </main>
  );
}

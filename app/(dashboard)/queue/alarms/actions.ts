"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { pageNow, type Reader, requireReader, theWorkspace } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { backtestRule } from "#db/alarms/backtest.ts";
import { endSilence, judgeIncident, noteDone } from "#db/alarms/judgements.ts";
import { addRule, removeRule, saveRule } from "#db/alarms/rules.ts";
import { queueHours } from "#db/hours.ts";
import { note } from "#lib/alarms/journal.ts";
import { ruleSettings } from "#lib/alarms/rule.ts";
import { AppError } from "#lib/errors.ts";
import { mayAnswerAlarms } from "#lib/roles.ts";
import { backtestText } from "#lib/sentences/alarms.ts";
import { ruleFrom } from "./rule-from-form.ts";

const by = (reader: Reader) => {
  if (!mayAnswerAlarms(reader.role)) {
    throw new AppError("forbidden", "Alarms are the work of planners, managers and admins.");
  }
  return { userId: reader.id, now: pageNow() };
};
const outcomeOf = (problem: string | null, done: string): Outcome => (problem ? { problem } : { done });

const judgement = z.object({ incident: z.uuid(), verdict: z.enum(["real", "false", "none"]) });

/** Says whether an incident was real. */
export const judge = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = by(reader);
    const { incident, verdict } = judgement.parse(Object.fromEntries(data));
    return outcomeOf(await judgeIncident(db(), incident, verdict === "none" ? null : verdict === "real", who), "");
  });
};

const deed = z.object({ incident: z.uuid(), done: note.min(1, "Say what was done.") });

/** Notes what was done about an incident. */
export const sayDone = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = by(reader);
    const { incident, done } = deed.parse(Object.fromEntries(data));
    return outcomeOf(await noteDone(db(), incident, done, who), "Kept.");
  });
};

/** Ends a silence before its time. */
export const stopSilence = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    await endSilence(db(), z.uuid().parse(data.get("id")), by(reader));
    return {};
  });
};

const whole = z.coerce.number().int().nonnegative();

/** Saves a rule, or adds one that has no id yet; with `try` it only says what the rule would have done. */
export const keepRule = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  const saved = await attempt(async () => {
    const who = by(reader);
    const settings = ruleSettings.parse(ruleFrom(data));
    if (data.get("does") === "try") {
      const { zone } = await theWorkspace();
      const found = await backtestRule(db(), settings, { now: who.now, hours: await queueHours(db()) });
      return { done: backtestText(found, settings.kind, zone) };
    }
    const id = data.get("id");
    if (!id) {
      await addRule(db(), settings, who);
      return { done: "saved" };
    }
    const rule = { ...settings, id: z.uuid().parse(id), revision: whole.parse(data.get("revision")) };
    return outcomeOf(await saveRule(db(), rule, who), "saved");
  });
  if (saved.done === "saved") redirect("/queue/alarms");
  return saved;
};

/** Removes a rule; what is open of it ends at the next look. */
export const dropRule = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  const gone = await attempt(async () => {
    await removeRule(db(), z.uuid().parse(data.get("id")), by(reader));
    return { done: "removed" };
  });
  if (gone.done) redirect("/queue/alarms");
  return gone;
};

"use server";

import { z } from "zod";
import { pageNow, requireReader } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { type By, commandIncident } from "#db/alarms/command-incident.ts";
import { incidentsOf } from "#db/alarms/journal.ts";
import { addSilence } from "#db/alarms/judgements.ts";
import { note } from "#lib/alarms/journal.ts";
import { watchedOf } from "#lib/alarms/queue.ts";
import { silenceAt, snoozeMinutes } from "#lib/alarms/silence.ts";
import { AppError } from "#lib/errors.ts";
import { roughLength } from "#lib/format.ts";
import { mayAnswerAlarms } from "#lib/roles.ts";

const answer = z.object({
  incident: z.uuid(),
  command: z.enum(["ack", "unack", "snooze", "silence", "resolve"]),
  note,
  minutes: z.coerce.number().pipe(snoozeMinutes),
});

const DONE = {
  ack: "Acknowledged: nobody else is told until it times out.",
  unack: "Taken back: it climbs on from here.",
  resolve: "Resolved.",
};

/** Answers an alarm: acknowledges, snoozes, silences or resolves it, or takes an acknowledgement back. */
export const answerAlarm = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    if (!mayAnswerAlarms(reader.role)) {
      throw new AppError("forbidden", "Alarms are answered by planners, managers and admins.");
    }
    const { incident, command, note: said, minutes } = answer.parse(Object.fromEntries(data));
    const by: By = { userId: reader.id, note: said || null, now: pageNow() };
    if (command === "silence") return silence(incident, minutes, said, by);
    const problem = await commandIncident(
      db(),
      incident,
      command === "snooze" ? { kind: command, minutes } : { kind: command },
      by,
    );
    if (problem) return { problem };
    return { done: command === "snooze" ? `Snoozed for ${roughLength(minutes * 60)}.` : DONE[command] };
  });
};

/** Silences the rule for the queue of an incident. */
const silence = async (incidentId: string, minutes: number, reason: string, by: By): Promise<Outcome> => {
  const [incident] = await incidentsOf(db(), { id: incidentId });
  if (!incident) return { problem: "There is no such incident any more." };
  const { sourceId, team } = watchedOf(incident.watched);
  const matcher = {
    ruleId: incident.ruleId,
    ...(sourceId === null ? {} : { sourceId }),
    ...(team === undefined ? {} : { team }),
  };
  const asked = { matcher, reason, untilAt: new Date(by.now.getTime() + minutes * 60_000) };
  silenceAt(by.now).parse(asked);
  await addSilence(db(), asked, by);
  return { done: `Silent for ${roughLength(minutes * 60)}; what happens is journaled.` };
};

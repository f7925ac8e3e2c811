"use server";

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { requireAdmin } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { saveRecipients } from "#db/alarms/rules.ts";
import { sendTest, tryAgain } from "#db/letters.ts";
import { addChannel, changeChannel, removeChannel, switchChannel } from "#db/notification-channels.ts";
import { addressProblem } from "#db/outbound.ts";
import { type ChannelSettings, channelForm } from "#lib/alarms/channel.ts";
import { ALARM_LEVELS, ruleRecipients } from "#lib/alarms/rule.ts";
import { AppError } from "#lib/errors.ts";
import { secretOf } from "#lib/webhooks/standard.ts";
import type { ChannelOutcome } from "./channel-form.tsx";

type Typed = z.infer<typeof channelForm>;

const textOf = (data: FormData, name: string): string => String(data.get(name) ?? "").trim();

/** Adds a channel, or changes the one that is named. An address of Slack that is left empty stays what it was. */
export const saveChannel = async (_: ChannelOutcome | null, data: FormData): Promise<ChannelOutcome> => {
  await requireAdmin();
  const id = textOf(data, "id");
  const address = textOf(data, "address");
  const isKept = id !== "" && data.get("kind") === "slack" && address === "";
  const read = channelForm.safeParse({ ...Object.fromEntries(data), address: isKept ? null : address });
  if (!read.success) return { fields: problemsOf(read.error) };
  const typed = read.data;
  if ((typed.kind === "slack" || typed.kind === "webhook") && typed.address !== null) {
    const problem = await addressProblem(typed.address);
    if (problem) return { fields: { address: problem } };
  }
  const outcome = await attempt(() => (id === "" ? add(typed) : change(id, typed)));
  return outcome.problem ? { fields: { name: outcome.problem } } : outcome;
};

const problemsOf = ({ issues }: z.ZodError): Record<string, string> =>
  Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0] ?? "name"), message]));

const settingsOf = (typed: Typed): ChannelSettings => {
  if (typed.kind === "email") return { kind: "email", to: typed.to };
  return typed.kind === "webhook" ? { kind: "webhook", url: typed.address } : { kind: typed.kind };
};

const add = async (typed: Typed): Promise<Outcome> => {
  const made = typed.kind === "webhook" ? secretOf(randomBytes(32)) : null;
  const secret = typed.kind === "slack" ? typed.address : made;
  if (typed.kind === "slack" && secret === null) throw new AppError("bad_input", "Give the address of the webhook.");
  await addChannel(db(), { name: typed.name, settings: settingsOf(typed), secret }, new Date());
  return made === null
    ? { done: "Added. Send a test to see that it arrives." }
    : { done: "Added. Copy the signing secret now; it is not shown again.", secret: made };
};

const change = async (id: string, typed: Typed): Promise<Outcome> => {
  const secret = typed.kind === "slack" ? typed.address : null;
  await changeChannel(db(), z.uuid().parse(id), { name: typed.name, settings: settingsOf(typed), secret });
  return { done: "Saved." };
};

const idOf = (data: FormData): string => z.uuid("This channel is not there any more.").parse(data.get("id"));

export const test = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await sendTest(db(), idOf(data), new Date());
    return { done: "The test is on its way; what came of it stands here within seconds." };
  });
};

export const switchOver = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await switchChannel(db(), { id: idOf(data), isEnabled: data.get("on") === "true", now: new Date() });
    return {};
  });
};

export const remove = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await removeChannel(db(), idOf(data), new Date());
    return {};
  });
};

export const sendAgain = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const letter = z
      .string()
      .regex(/^\d{1,18}$/, "This message is not there any more.")
      .parse(data.get("id"));
    await tryAgain(db(), letter, new Date());
    return { done: "It is on its way again." };
  });
};

/** Sets who is told of a rule at each level. */
export const tellThese = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const { id: userId } = await requireAdmin();
  return attempt(async () => {
    const rule = {
      id: z.uuid("This rule is not there any more.").parse(data.get("rule")),
      revision: z.coerce.number().int().parse(data.get("revision")),
      recipients: ruleRecipients.parse(ALARM_LEVELS.map((level) => data.getAll(`level ${level}`))),
    };
    const problem = await saveRecipients(db(), rule, { userId, now: new Date() });
    return problem ? { problem } : { done: "Saved." };
  });
};

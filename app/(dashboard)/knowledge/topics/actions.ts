"use server";

import { z } from "zod";
import { pageNow, type Reader, requireReader } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { confirmCandidate, dismissCandidate, reopenCandidate, sortCandidate } from "#db/topics/candidates.ts";
import { mapTag } from "#db/topics/tags.ts";
import { changeTopics, undoTopics } from "#db/topics/taxonomy.ts";
import { AppError } from "#lib/errors.ts";
import { mayEditKnowledge } from "#lib/roles.ts";

const by = (reader: Reader) => {
  if (!mayEditKnowledge(reader.role)) {
    throw new AppError("forbidden", "Topics are the work of whoever looks after knowledge, managers and admins.");
  }
  return { byId: reader.id, now: pageNow() };
};

const whole = z.coerce.number().int().nonnegative();
const name = z.string().trim().min(1, "A topic needs a name.").max(60, "At most 60 letters.");
const topic = z.coerce.number().int().positive("Choose a topic.");

const DECISIONS = z.discriminatedUnion("is", [
  z.object({ is: z.literal("confirm"), id: whole, seen: whole, name }),
  z.object({ is: z.literal("sort"), id: whole, topicId: topic }),
  z.object({ is: z.literal("dismiss"), id: whole }),
  z.object({ is: z.literal("reopen"), id: whole }),
]);

/** Decides on a candidate of the inbox, or takes that back. */
export const decide = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = by(reader);
    const decision = DECISIONS.parse(Object.fromEntries(data));
    if (decision.is === "confirm") await confirmCandidate(db(), decision.id, { ...who, ...decision });
    if (decision.is === "sort") await sortCandidate(db(), decision.id, { ...who, topicId: decision.topicId });
    if (decision.is === "dismiss") await dismissCandidate(db(), decision.id, who);
    if (decision.is === "reopen") await reopenCandidate(db(), decision.id, who);
    return {};
  });
};

const OPERATIONS = z.discriminatedUnion("is", [
  z.object({ is: z.literal("add"), name }),
  z.object({ is: z.literal("name"), id: whole, name }),
  z.object({ is: z.literal("merge"), id: whole, into: topic }),
  z.object({ is: z.literal("mark"), id: whole, isKnowledge: z.stringbool() }),
]);

/** Changes the topics; refused where somebody else has changed the same one since `seen`. */
export const change = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const fields = Object.fromEntries(data);
    await changeTopics(db(), OPERATIONS.parse(fields), { ...by(reader), seen: whole.parse(fields["seen"]) });
    return {};
  });
};

/** Takes a change of the topics back. */
export const undo = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const { version, seen } = z.object({ version: whole, seen: whole }).parse(Object.fromEntries(data));
    await undoTopics(db(), version, { ...by(reader), seen });
    return {};
  });
};

/** Says which topic a source's word stands for. */
export const map = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    by(reader);
    const { sourceId, tag, topicId } = z
      .object({ sourceId: z.uuid(), tag: z.string().min(1), topicId: whole })
      .parse(Object.fromEntries(data));
    await mapTag(db(), { sourceId, tag, topicId: topicId === 0 ? null : topicId });
    return { done: "Kept; what it concerns is counted anew." };
  });
};

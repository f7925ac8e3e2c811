"use server";

import { z } from "zod";
import { pageNow, type Reader, requireReader } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { confirmCandidate, dismissCandidate, reopenCandidate, sortCandidate } from "#db/topics/candidates.ts";
import { examplesAmong, sortInto, splitTopic, unsort } from "#db/topics/examples.ts";
import { mapTag } from "#db/topics/tags.ts";
import { changeTopics, taxonomyNow, undoTopics } from "#db/topics/taxonomy.ts";
import { AppError } from "#lib/errors.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { mappedSentence, sortedSentence } from "#lib/sentences/topics.ts";
import { currentTopic } from "#lib/topics/taxonomy/taxonomy.ts";
import { operationText } from "#lib/topics/taxonomy/words.ts";

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
  z.object({ is: z.literal("unmerge"), id: whole }),
  z.object({ is: z.literal("mark"), id: whole, isKnowledge: z.stringbool() }),
]);

/** Changes the topics; refused where somebody else has changed the same one since `seen`. `confirmed` = the version to take
 * back. */
export const change = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = by(reader);
    const { confirmed, ...fields } = Object.fromEntries(data);
    if (confirmed !== undefined) return takenBack(whole.parse(confirmed), who);
    const operation = OPERATIONS.parse(fields);
    const before = await taxonomyNow(db());
    const { taxonomy } = await changeTopics(db(), operation, { ...who, seen: whole.parse(fields["seen"]) });
    const sentence = `${operationText(before, operation)}.`;
    return { ask: { sentence, value: String(taxonomy.version), submit: "Undo" } };
  });
};

/** Takes back what was done a moment ago, whatever else was changed since. */
const takenBack = async (version: number, who: ReturnType<typeof by>): Promise<Outcome> => {
  await undoTopics(db(), version, { ...who, seen: (await taxonomyNow(db())).version });
  return { done: "As it was before." };
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

/** Says which topic a source's word stands for; `confirmed` = the topic it stood for before, to take it back. */
export const map = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const { now } = by(reader);
    const { sourceId, tag, topicId, confirmed } = z
      .object({ sourceId: z.uuid(), tag: z.string().min(1), topicId: whole, confirmed: whole.optional() })
      .parse(Object.fromEntries(data));
    const chosen = (confirmed ?? topicId) || null;
    const before = await mapTag(db(), { sourceId, tag, topicId: chosen }, now);
    const sentence = mappedSentence(tag, chosen === null ? null : await nameOf(chosen));
    if (confirmed !== undefined || before === chosen) return { done: sentence };
    return { ask: { sentence, value: String(before ?? 0), submit: "Undo" } };
  });
};

const nameOf = async (topicId: number): Promise<string | null> =>
  currentTopic(await taxonomyNow(db()), topicId)?.name ?? null;

const MOST_AT_ONCE = 500;
const chosen = z
  .string()
  .transform((ids) => ids.split(" ").filter((id) => id !== ""))
  .pipe(z.array(z.uuid()).min(1, "Choose conversations first.").max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} at once.`));

const SORTINGS = z.discriminatedUnion("is", [
  z.object({ is: z.literal("move"), chosen, topicId: topic }),
  z.object({ is: z.literal("take_back"), chosen }),
]);
/** What was said of conversations before, to be said again. */
const SAID_BEFORE = z.array(z.object({ conversationId: z.uuid(), topicId: whole.nullable() })).max(MOST_AT_ONCE);

/** Sorts conversations into a topic, or takes back what was said of them; `confirmed` = what was said before, to undo it. */
export const sortTexts = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = by(reader);
    const { confirmed, ...fields } = Object.fromEntries(data);
    if (typeof confirmed === "string") {
      await sayAgain(SAID_BEFORE.parse(JSON.parse(confirmed)), who);
      return { done: "As it was before." };
    }
    const sorting = SORTINGS.parse(fields);
    const before = await examplesAmong(db(), sorting.chosen);
    if (sorting.is === "move") await sortInto(db(), sorting.chosen, sorting.topicId, who);
    else await unsort(db(), sorting.chosen);
    const name = sorting.is === "move" ? await nameOf(sorting.topicId) : null;
    const sentence = sortedSentence(before.length, name);
    return { ask: { sentence, value: JSON.stringify(before), submit: "Undo" } };
  });
};

const sayAgain = async (before: z.infer<typeof SAID_BEFORE>, who: ReturnType<typeof by>): Promise<void> => {
  for (const [topicId, said] of Map.groupBy(before, (one) => one.topicId)) {
    const ids = said.map(({ conversationId }) => conversationId);
    if (topicId === null) await unsort(db(), ids);
    else await sortInto(db(), ids, topicId, who);
  }
};

/** Makes a topic of its own of conversations of another; `confirmed` = the version to take back. */
export const split = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = by(reader);
    const { confirmed, ...fields } = Object.fromEntries(data);
    if (confirmed !== undefined) return takenBack(whole.parse(confirmed), who);
    const asked = z.object({ id: whole, seen: whole, name, chosen }).parse(fields);
    const parts = [{ name: asked.name, conversationIds: asked.chosen }];
    const { taxonomy } = await splitTopic(db(), asked.id, parts, { ...who, seen: asked.seen });
    const sentence = sortedSentence(asked.chosen.length, asked.name);
    return { ask: { sentence, value: String(taxonomy.version), submit: "Undo" } };
  });
};

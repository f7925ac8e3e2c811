"use server";

import { z } from "zod";
import { pageNow, type Reader, requireReader, theWorkspace } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { changeGap, type GapSeen, noteGap, takeBackGap } from "#db/knowledge/gaps.ts";
import { AppError } from "#lib/errors.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { dateAt } from "#lib/time/zone.ts";
import type { GapChange } from "#lib/topics/board/gap.ts";

const by = async (reader: Reader) => {
  if (!mayEditKnowledge(reader.role)) {
    throw new AppError("forbidden", "The board is the work of whoever looks after knowledge, managers and admins.");
  }
  const now = pageNow();
  return { userId: reader.id, now, today: dateAt(now, (await theWorkspace()).zone) };
};

const whole = z.coerce.number().int().nonnegative();
const at = z.object({ topicId: whole, seen: whole });
const orNull = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text));
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Choose a day.");

const CHANGES = z.discriminatedUnion("is", [
  z.object({ is: z.literal("open") }),
  z.object({ is: z.literal("take") }),
  z.object({ is: z.literal("give_back") }),
  z.object({ is: z.literal("publish"), publishedOn: date, articleId: orNull.pipe(z.uuid().nullable()) }),
  z.object({ is: z.literal("unpublish") }),
  z.object({ is: z.literal("close"), reason: z.string() }),
  z.object({ is: z.literal("reopen") }),
  z.object({ is: z.literal("due"), dueOn: orNull.pipe(date.nullable()) }),
]);

type Asked = z.infer<typeof CHANGES>;

const changeOf = (asked: Asked, reader: Reader): GapChange => {
  if (asked.is === "take") return { is: "own", ownerId: reader.id };
  return asked.is === "give_back" ? { is: "own", ownerId: null } : asked;
};

/** Changes a topic on the board. */
export const change = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const who = await by(reader);
    const fields = Object.fromEntries(data);
    await changeGap(db(), { ...at.parse(fields), change: changeOf(CHANGES.parse(fields), reader) }, who);
    return { done: "" };
  });
};

export type Moved = Outcome & { back?: GapSeen };

/** Moves a card of the board by a key; `back` takes that back. */
export const move = async (
  topicId: number,
  seen: number,
  is: "take" | "give_back" | "unpublish" | "reopen",
): Promise<Moved> => {
  const reader = await requireReader();
  let back: GapSeen | undefined;
  const outcome = await attempt(async () => {
    const who = await by(reader);
    const asked = CHANGES.parse({ is });
    back = await changeGap(db(), { ...at.parse({ topicId, seen }), change: changeOf(asked, reader) }, who);
    return {};
  });
  return back ? { ...outcome, back } : outcome;
};

/** Takes back a move that nobody has followed by another. */
export const moveBack = async (topicId: number, seen: number): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    await takeBackGap(db(), at.parse({ topicId, seen }), await by(reader));
    return {};
  });
};

const note = z.object({ topicId: whole, text: z.string().trim().min(1, "Write something first.").max(500) });

/** Writes a note into the journal of a topic. */
export const sayNote = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const { topicId, text } = note.parse(Object.fromEntries(data));
    await noteGap(db(), topicId, text, await by(reader));
    return { done: "Kept." };
  });
};

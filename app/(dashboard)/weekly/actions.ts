"use server";

import { z } from "zod";
import { type Reader, requireReader } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { addAnnotation, changeAnnotation, removeAnnotation, restoreAnnotation } from "#db/annotations.ts";
import { LONGEST_ANNOTATION } from "#lib/annotations/annotation.ts";
import { AppError } from "#lib/errors.ts";
import { comparable } from "#lib/filters.ts";
import { mayAnnotate } from "#lib/roles.ts";
import { rangeOfDates } from "#lib/time/range.ts";

const note = z.object({
  id: z.union([z.uuid(), z.literal("")]),
  date: z.string().refine((date) => rangeOfDates(date, date, "UTC") !== null, "The date is none of 2000 to 2099."),
  text: z
    .string()
    .transform((text) => comparable(text).trim())
    .pipe(
      z
        .string()
        .min(1, "Write what happened.")
        .max(LONGEST_ANNOTATION, `At most ${LONGEST_ANNOTATION} letters: it stands in a chart.`),
    ),
});

/** Managers, knowledge owners and admins write; everybody reads. */
const mustWrite = ({ role }: Reader): void => {
  if (mayAnnotate(role)) return;
  throw new AppError("forbidden", "Notes are written by managers, knowledge owners and admins.");
};

/** Adds a note, or changes the one whose id is given. */
export const writeNote = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    mustWrite(reader);
    const { id, date, text } = note.parse(Object.fromEntries(data));
    if (id === "") await addAnnotation(db(), { date, text, authorId: reader.id, now: new Date() });
    else await changeAnnotation(db(), id, { date, text });
    return { done: id === "" ? "Added to every chart over time." : "Changed." };
  });
};

export const removeNote = async (id: string): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    mustWrite(reader);
    await removeAnnotation(db(), z.uuid().parse(id), new Date());
    return {};
  });
};

export const restoreNote = async (id: string): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    mustWrite(reader);
    await restoreAnnotation(db(), z.uuid().parse(id));
    return {};
  });
};

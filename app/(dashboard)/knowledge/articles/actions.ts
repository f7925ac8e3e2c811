"use server";

import { z } from "zod";
import { requireReader } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { removeCollection } from "#db/articles.ts";
import { AppError } from "#lib/errors.ts";
import { mayEditKnowledge } from "#lib/roles.ts";

/** Removes a collection with its articles. One that is gone already is removed. */
export const removeArticles = async (_before: Outcome | null, data: FormData): Promise<Outcome> => {
  const { role } = await requireReader();
  return attempt(async () => {
    if (!mayEditKnowledge(role))
      throw new AppError("forbidden", "Articles are the work of whoever looks after knowledge, managers and admins.");
    const read = z.uuid().safeParse(data.get("collection"));
    if (!read.success) throw new AppError("bad_input", "This collection is not there any more.");
    await removeCollection(db(), read.data);
    return { done: "Removed." };
  });
};

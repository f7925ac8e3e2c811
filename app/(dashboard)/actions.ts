"use server";

import { z } from "zod";
import { pageNow, type Reader, requireReader, theWorkspace } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { type Asking, changeView, removeView, restoreView, saveView } from "#db/views.ts";
import { comparable, viewQuery } from "#lib/filters.ts";

const name = z
  .string()
  .transform((text) => comparable(text).trim())
  .pipe(z.string().min(1, "The view needs a name.").max(60, "A name has at most 60 letters."));

const askingOf = ({ id, role }: Reader): Asking => ({ id, isAdmin: role === "admin" });

const kept = z.object({
  name,
  path: z.string().regex(/^\/[a-z]{1,30}$/, "Only pages can be kept."),
  query: z.string().max(4000, "This address is too long to keep."),
});

/** Keeps the page as it is shown under a name. */
export const keepView = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const { id: ownerId } = await requireReader();
  return attempt(async () => {
    const given = kept.parse(Object.fromEntries(data));
    const params = Map.groupBy(new URLSearchParams(comparable(given.query)), ([key]) => key);
    const lists = Object.fromEntries([...params].map(([key, pairs]) => [key, pairs.map(([, value]) => value)]));
    const { zone } = await theWorkspace();
    await saveView(db(), {
      ownerId,
      name: given.name,
      path: given.path,
      query: viewQuery(lists, { now: pageNow(), zone, isMoving: data.get("moves") === "on" }),
      isShared: data.get("shared") === "on",
      now: new Date(),
    });
    return { done: `Kept as “${given.name}”.` };
  });
};

export const renameView = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    const change = { name: name.parse(data.get("name")), isShared: data.get("shared") === "on" };
    await changeView(db(), z.uuid().parse(data.get("id")), askingOf(reader), change);
    return { done: "Changed." };
  });
};

export const deleteView = async (id: string): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    await removeView(db(), z.uuid().parse(id), askingOf(reader), new Date());
    return {};
  });
};

export const undeleteView = async (id: string): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    await restoreView(db(), z.uuid().parse(id), askingOf(reader));
    return {};
  });
};

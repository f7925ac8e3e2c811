"use server";

import { z } from "zod";
import { pageNow, requireReader, theWorkspace } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { type Asking, changeView, removeView, restoreView, saveView } from "#db/views.ts";
import { comparable, viewQuery } from "#lib/filters.ts";

const name = z
  .string()
  .transform((text) => comparable(text).trim())
  .pipe(z.string().min(1, "The view needs a name.").max(60, "A name has at most 60 letters."));

const asking = async (): Promise<Asking> => {
  const { id, role } = await requireReader();
  return { id, isAdmin: role === "admin" };
};

const kept = z.object({
  name,
  path: z.string().regex(/^\/[a-z]{1,30}$/, "Only pages can be kept."),
  query: z.string().max(4000, "This address is too long to keep."),
});

/** Keeps the page as it is shown under a name. */
export const keepView = async (_: Outcome | null, data: FormData): Promise<Outcome> =>
  attempt(async () => {
    const { id: ownerId } = await asking();
    const given = kept.parse(Object.fromEntries(data));
    const params: Record<string, string[]> = {};
    for (const [key, value] of new URLSearchParams(comparable(given.query)))
      params[key] = [...(params[key] ?? []), value];
    const { zone } = await theWorkspace();
    const query = viewQuery(params, { now: pageNow(), zone, isMoving: data.get("moves") === "on" });
    await saveView(db(), {
      ownerId,
      name: given.name,
      path: given.path,
      query,
      isShared: data.get("shared") === "on",
      now: new Date(),
    });
    return { done: `Kept as “${given.name}”.` };
  });

export const renameView = async (_: Outcome | null, data: FormData): Promise<Outcome> =>
  attempt(async () => {
    const who = await asking();
    const isShared = data.get("shared") === "on";
    await changeView(db(), z.uuid().parse(data.get("id")), who, { name: name.parse(data.get("name")), isShared });
    return { done: "Changed." };
  });

export const deleteView = async (id: string): Promise<Outcome> =>
  attempt(async () => {
    await removeView(db(), z.uuid().parse(id), await asking(), new Date());
    return {};
  });

export const undeleteView = async (id: string): Promise<Outcome> =>
  attempt(async () => {
    await restoreView(db(), z.uuid().parse(id), await asking());
    return {};
  });

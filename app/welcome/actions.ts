"use server";

import { redirect } from "next/navigation";
import { requireAdmin, theWorkspace } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { startOwn } from "#app/(dashboard)/settings/actions.ts";
import { updateWorkspace } from "#db/workspace.ts";

export const keepDemo = async (_: Outcome | null, __: FormData): Promise<Outcome> => {
  await requireAdmin();
  const { name, zone } = await theWorkspace();
  await updateWorkspace(db(), { name, zone, now: new Date() });
  redirect("/weekly");
};

export const startOwnData = async (before: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return startOwn(before, data);
};

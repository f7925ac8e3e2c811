import { forbidden, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { db } from "#app/_db.ts";
import { type User, userById } from "#db/users.ts";
import { type Workspace, workspace } from "#db/workspace.ts";
import { env } from "#lib/env.ts";
import { authOptions } from "./options.ts";
import { sealOf } from "./password.ts";

export type Reader = Pick<User, "id" | "name" | "email" | "role" | "isPersona">;

/** Who is asking; null when nobody is signed in, their access was taken away, or their password is another since. */
export const currentReader = cache(async (): Promise<Reader | null> => {
  const session: { userId?: string; seal?: string } | null = await getServerSession(authOptions);
  if (!session?.userId) return null;
  const user = await userById(db(), session.userId);
  if (!user || session.seal !== sealOf(user.passwordHash)) return null;
  return { id: user.id, name: user.name, email: user.email, role: user.role, isPersona: user.isPersona };
});

/** For pages: whoever is not signed in goes to the sign-in page. */
export const requireReader = async (): Promise<Reader> => {
  const reader = await currentReader();
  if (!reader) redirect("/sign-in");
  return reader;
};

/** For what only an admin may see or do. */
export const requireAdmin = async (): Promise<Reader> => {
  const reader = await requireReader();
  if (reader.role !== "admin") forbidden();
  return reader;
};

/** For route handlers that answer files: null, or the refusal to return. */
export const refusal = async (): Promise<Response | null> =>
  (await currentReader()) ? null : new Response("Sign in first.\n", { status: 401 });

/** The workspace; a deployment has one from its first start on. */
export const theWorkspace = cache(async (): Promise<Workspace> => {
  const found = await workspace(db());
  if (!found) throw new Error("there is no workspace; start with npm start");
  return found;
});

/** The instant that pages are about: the clock's, or the one at which the demo is frozen. */
export const pageNow = (): Date => {
  const at = env().SEAM_DEMO_AT;
  return at ? new Date(at) : new Date();
};

/** Whether the clock of pages stands still. */
export const isClockFrozen = (): boolean => env().SEAM_DEMO_AT !== undefined;

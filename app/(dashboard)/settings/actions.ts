"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireAdmin } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { createLink } from "#db/sign-in.ts";
import { createApiToken, revokeToken } from "#db/tokens.ts";
import { removeUser, userByEmail, userById } from "#db/users.ts";
import { startWithOwnData, updateWorkspace } from "#db/workspace.ts";
import { env } from "#lib/env.ts";
import { ROLES } from "#lib/roles.ts";
import { isZone } from "#lib/time/zone.ts";

const zone = z.string().refine(isZone, "This is no time zone, such as Europe/Berlin.");
const named = z.object({ name: z.string().trim().min(1, "The workspace needs a name.").max(80), zone });

export const saveWorkspace = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await updateWorkspace(db(), { ...named.parse(Object.fromEntries(data)), now: new Date() });
    return { done: "Saved." };
  });
};

export const startOwn = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  const outcome = await attempt(async () => {
    const given = named.parse(Object.fromEntries(data));
    await startWithOwnData(db(), { ...given, now: new Date() });
    return {};
  });
  if (!outcome.problem) redirect("/sources");
  return outcome;
};

const person = z.object({ email: z.email("This is no e-mail address."), role: z.enum(ROLES) });

const linkTo = (token: string): string => `${env().NEXTAUTH_URL ?? ""}/sign-in/link/${token}`;

export const invite = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const { email, role } = person.parse(Object.fromEntries(data));
    if (await userByEmail(db(), email)) return { problem: `${email} has an account already.` };
    const token = await createLink(db(), { purpose: "invite", email, role, now: new Date() });
    return { done: `Give this link to ${email}. It works once, for 7 days.`, secret: linkTo(token) };
  });
};

export const reset = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const user = await userById(db(), z.uuid().parse(data.get("id")));
    if (!user || user.isPersona) return { problem: "There is no account any more that could get a new password." };
    const { email, role } = user;
    const token = await createLink(db(), { purpose: "reset", email, role, now: new Date() });
    return { done: `With this link ${email} chooses a new password. It works once, for a day.`, secret: linkTo(token) };
  });
};

export const remove = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await removeUser(db(), z.uuid().parse(data.get("id")), new Date());
    return { done: "Removed; their next click is refused." };
  });
};

export const makeToken = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const name = z.string().trim().min(1, "The token needs a name.").max(80).parse(data.get("name"));
    const token = await createApiToken(db(), { name, canWrite: data.get("canWrite") === "on", now: new Date() });
    return { done: "Copy the token now; it is not shown again.", secret: token };
  });
};

export const revoke = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    await revokeToken(db(), z.uuid().parse(data.get("id")), new Date());
    return { done: "Revoked." };
  });
};

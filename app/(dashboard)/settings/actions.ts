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

const zone = z.string().refine((name) => isZone(name), "This is no time zone, such as Europe/Berlin.");
/** By name only: of an offset such as +01:00 PostgreSQL means the opposite. */
const isZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format() !== "";
  } catch {
    return false;
  }
};

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "Times look like 09:00.");
const hours = z.object({
  name: z.string().trim().min(1, "The workspace needs a name.").max(80),
  zone,
  holidays: z.string().max(5000),
  windows: z.array(z.object({ weekday: z.number(), opens: clock, closes: clock })),
});

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const saveWorkspace = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  return attempt(async () => {
    const windows = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
      const [opens, closes] = [String(data.get(`opens${weekday}`) ?? ""), String(data.get(`closes${weekday}`) ?? "")];
      return opens === "" && closes === "" ? [] : [{ weekday, opens, closes }];
    });
    const given = hours.parse({ ...Object.fromEntries(data), windows });
    const holidays = given.holidays.split(/[\s,]+/).filter((date) => date !== "");
    const wrong = holidays.find((date) => !DATE.test(date) || Number.isNaN(Date.parse(date)));
    if (wrong) return { problem: `“${wrong}” is no date like 2026-12-25.` };
    if (given.windows.some(({ opens, closes }) => opens >= closes))
      return { problem: "Each day must close after it opens." };
    await updateWorkspace(db(), { ...given, holidays: [...new Set(holidays)].sort(), now: new Date() });
    return { done: "Saved. When hours changed, every wait is being counted again." };
  });
};

export const startOwn = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  await requireAdmin();
  const outcome = await attempt(async () => {
    const given = z.object({ name: hours.shape.name, zone }).parse(Object.fromEntries(data));
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

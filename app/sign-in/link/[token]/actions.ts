"use server";

import { z } from "zod";
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from "#app/_auth/password.ts";
import { db } from "#app/_db.ts";
import { acceptLink, openLink } from "#db/sign-in.ts";
import { AppError } from "#lib/errors.ts";

const form = z.object({
  token: z.string().min(1),
  email: z.email("This is no e-mail address."),
  name: z.string().trim().min(1, "A name is needed.").max(80),
  password: z
    .string()
    .min(SHORTEST_PASSWORD, `The password needs ${SHORTEST_PASSWORD} characters or more.`)
    .max(LONGEST_PASSWORD),
});

export type Accepted = { problem?: string; credentials?: { email: string; password: string } };

/** Open to whoever holds the link; the link is used up by it. */
export const accept = async (_: Accepted | null, data: FormData): Promise<Accepted> => {
  const given = form.safeParse(Object.fromEntries(data));
  if (!given.success) return { problem: given.error.issues[0]?.message ?? "Something is missing." };
  const { token, email, name, password } = given.data;
  const now = new Date();
  const link = await openLink(db(), token, now);
  if (!link) return { problem: "This link has been used already, or is too old. Ask for a new one." };
  try {
    await acceptLink(db(), { token, email, name, passwordHash: await hashPassword(password), now });
    return { credentials: { email: link.email ?? email, password } };
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
};

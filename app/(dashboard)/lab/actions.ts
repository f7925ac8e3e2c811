"use server";

import { z } from "zod";
import { requireReader } from "#app/_auth/session.ts";
import { LONGEST_TRIED, TRIED_ROLES, type Tried, type TriedRole, trySentence } from "#lib/lab/try.ts";

export type TriedOutcome = { problem: string } | { text: string; role: TriedRole; found: Tried[] };

const tried = z.object({
  text: z
    .string()
    .max(LONGEST_TRIED, `No more than ${LONGEST_TRIED} characters are read.`)
    .refine((text) => text.trim() !== "", "Write or paste what somebody said."),
  role: z.enum(TRIED_ROLES),
});

/** Reads one message by itself. Nothing is stored. */
export const readSentence = async (_before: TriedOutcome | null, data: FormData): Promise<TriedOutcome> => {
  await requireReader();
  const given = tried.safeParse({ text: data.get("text"), role: data.get("role") });
  if (!given.success) return { problem: given.error.issues[0]?.message ?? "This cannot be read." };
  const { text, role } = given.data;
  return { text, role, found: trySentence(text, role) };
};

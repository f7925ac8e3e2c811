import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Outcome } from "#app/_components/action-form.tsx";
import { AppError } from "#lib/errors.ts";

/** What came of an action: an expected failure becomes one sentence beside its form, and every page is counted anew. */
export const attempt = async (what: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    const outcome = await what();
    revalidatePath("/", "layout");
    return outcome;
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    if (error instanceof z.ZodError) return { problem: error.issues[0]?.message ?? "Something is not right." };
    throw error;
  }
};

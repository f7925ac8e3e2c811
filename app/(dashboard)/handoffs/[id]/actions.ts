"use server";

import { z } from "zod";
import { pageNow, requireReader } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { type FindingKey, reviewFinding } from "#db/reviews.ts";
import { REVIEW_VERDICTS } from "#lib/conversation/assessed.ts";
import { AppError } from "#lib/errors.ts";
import { mayReview } from "#lib/roles.ts";

const key = z.object({
  conversationId: z.uuid(),
  messageId: z.string(),
  scanner: z.string(),
  label: z.string(),
  rule: z.string(),
  start: z.int().nonnegative(),
});

/** A mark stands for few findings. */
const keys = z.array(key).min(1).max(10);

/** Confirms or dismisses the findings of one mark, or takes that back (null). */
export const judgeFindings = async (of: FindingKey[], verdict: string | null): Promise<Outcome> => {
  const reader = await requireReader();
  return attempt(async () => {
    if (!mayReview(reader.role))
      throw new AppError("forbidden", "Findings are judged by managers, knowledge owners and admins.");
    const said = z.enum(REVIEW_VERDICTS).nullable().parse(verdict);
    for (const one of keys.parse(of)) {
      await reviewFinding(db(), one, { verdict: said, reviewerId: reader.id, now: pageNow() });
    }
    return {};
  });
};

import type { LeftOut } from "#db/excluded.ts";

/** Why conversations stand outside the numbers, in words. */
export const LEFT_OUT: Record<LeftOut, { name: string; why: string }> = {
  test: { name: "Tests", why: "Marked as a test by the source, or held by people of the team." },
  spam: { name: "Spam", why: "Marked as spam by the source." },
  proactive: { name: "Unanswered outreach", why: "Begun by us, and the customer never wrote." },
  merged: { name: "Merged", why: "Part of another conversation, where it is counted." },
  deleted: { name: "Deleted", why: "Deleted by the source; no word of it is kept." },
  bypass: {
    name: "The AI was off",
    why: "The AI was off or failed before its first answer; left out of the escalation rate alone.",
  },
};

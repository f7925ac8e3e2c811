import { expectation } from "#lib/scanners/expectation.ts";
import type { Turn } from "#lib/scanners/scanner.ts";
import type { Message } from "../types.ts";

/** Whether the AI tells the customer in this turn that they are handed over: its source calls it so, or its words do. */
export const announcesTransfer = ({ role, isPublic, kind, ...turn }: Turn): boolean => {
  if (role !== "ai" || !isPublic) return false;
  if (kind === "transfer_notice") return true;
  const marks = expectation.inTurn?.({ ...turn, role, isPublic, kind }, []) ?? [];
  return marks.some(({ label, confidence }) => label === "ack_transfer" && confidence >= expectation.acceptedFrom);
};

/** When the AI first told the customer that they are handed over; null = it never did. Of a language without a pack only
 * what its source calls so is known. */
export const transferAnnouncedAt = (messages: readonly Message[], turns: Turn[] | null): Date | null => {
  if (turns) return turns.find(announcesTransfer)?.at ?? null;
  return messages.find(({ authorKind, kind }) => authorKind === "ai" && kind === "transfer_notice")?.at ?? null;
};

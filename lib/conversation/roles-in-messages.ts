import type { DeclaredHandoff, Message } from "./types.ts";

const isPublic = (message: Message): boolean => message.visibility === "public";

export const isCustomer = (message: Message): boolean => message.authorKind === "customer" && isPublic(message);

/** An AI message other than greeting, form or transfer notice, and not before the customer's first word. */
export const isSubstantiveAi = (message: Message, firstCustomerAt: Date | null): boolean =>
  message.authorKind === "ai" &&
  isPublic(message) &&
  (message.kind === "message" || message.kind === "unknown") &&
  firstCustomerAt !== null &&
  message.at >= firstCustomerAt;

/** How a text is compared when looking for canned replies. */
export const normalised = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");

/** Whether a text is one that goes out by itself under a person's name. */
export const isCannedText = (text: string, cannedReplies: ReadonlySet<string>): boolean =>
  cannedReplies.size > 0 && cannedReplies.has(normalised(text));

/** A message visible to the customer that a person wrote: no note, no workflow's or canned auto-reply. */
export const isPublicHumanReply = (message: Message, cannedReplies: ReadonlySet<string>): boolean =>
  message.authorKind === "human" &&
  isPublic(message) &&
  !message.automated &&
  message.kind !== "auto_reply" &&
  !isCannedText(message.text, cannedReplies);

const SKEW_MS = 5 * 60_000;

/** Whether a reply carries a time before the handoff it answers, as clocks that disagree produce: by the very agent who
 * accepted it, at most five minutes early. */
export const isSkewedReply = ({ at, acceptedBy }: DeclaredHandoff, reply: Message): boolean => {
  const early = at.getTime() - reply.at.getTime();
  return acceptedBy !== null && reply.authorId === acceptedBy && early > 0 && early <= SKEW_MS;
};

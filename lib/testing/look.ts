import { assess } from "#lib/conversation/assess.ts";
import type { History } from "#lib/conversation/assessed.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import { ai, at, conversation, customer, handoff, noHistory, utcHours } from "./build.ts";

/** When everything that waits for time to pass has happened. */
export const LATE = at("+60d 12:00");
/** What is made of a conversation by then, or at another time or with another history. */
export const look = (
  input: Conversation,
  { now = LATE, history = noHistory }: { now?: Date; history?: History } = {},
) => assess(input, history, { now, calendarOf: utcHours });

/** The AI has tried. */
export const attempt = [customer("10:00", "The card was declined"), ai("10:01", "Try again")];
/** The AI has tried, and at 10:03 handed off; then what is given. */
export const handed = (more: Partial<Conversation> = {}, ...rest: Conversation["messages"]) =>
  conversation([...attempt, ...rest], { handoffs: [handoff("10:03")], ...more });

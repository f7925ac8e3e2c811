import { type Activity, readActivity } from "./activity.ts";
import { type Author, authorOf, isActivity, type Participant } from "./people.ts";
import type { Vendor, VendorMessage } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { instantOf } from "./time.ts";

/** What happened in a conversation, one thing after the other. */
export type Step = { at: number; id: string } & (
  | { is: "said"; author: Author; isPublic: boolean }
  | { is: "activity"; activity: Activity; text: string }
  | { is: "handed_over" | "resolved" | "reopened" }
);
export type StepOf<T extends Step["is"]> = Extract<Step, { is: T }>;

const EVENTS: Record<string, "handed_over" | "resolved" | "reopened"> = {
  conversation_bot_handoff: "handed_over",
  conversation_captain_inference_handoff: "handed_over",
  conversation_resolved: "resolved",
  conversation_bot_resolved: "resolved",
  conversation_captain_inference_resolved: "resolved",
  conversation_opened: "reopened",
};

/** One thing that happened is told by several events and an activity, written within a minute of each other. */
const SAME_MS = 60_000;
export const isSameTime = (a: { at: number }, b: { at: number }): boolean => Math.abs(a.at - b.at) <= SAME_MS;

const ORDER: Step["is"][] = ["said", "handed_over", "activity", "resolved", "reopened"];

/** All steps in time order. REST gives whole seconds, so within one second the ids of messages decide. */
export const stepsOf = (vendor: Vendor, participants: readonly Participant[], settings: Settings): Step[] => {
  const team = vendor.conversation.meta?.team?.name ?? null;
  const labels = vendor.conversation.labels;
  const steps = inOrder(vendor.messages).flatMap((message): Step[] => {
    const at = instantOf(message.created_at);
    if (at === null) return [];
    const id = String(message.id);
    if (isActivity(message)) {
      const text = message.content ?? "";
      return [{ at, id, is: "activity", activity: readActivity(text, participants, { team, labels }), text }];
    }
    const author = authorOf(message, settings);
    return author ? [{ at, id, is: "said", author, isPublic: isSeenByCustomer(message) }] : [];
  });
  return [...steps, ...eventSteps(vendor)].sort((a, b) => a.at - b.at || ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
};

/** A message that failed never reached the customer. */
export const isSeenByCustomer = (message: VendorMessage): boolean =>
  message.private !== true && message.status !== "failed";

export const inOrder = (messages: readonly VendorMessage[]): VendorMessage[] =>
  messages.toSorted(
    (a, b) => (instantOf(a.created_at) ?? 0) - (instantOf(b.created_at) ?? 0) || Number(a.id) - Number(b.id),
  );

/** Chatwoot's own events, each thing once. `conversation_opened` with value 0 is the beginning, and no reopening. */
const eventSteps = ({ events }: Vendor): Step[] => {
  const steps: StepOf<"handed_over" | "resolved" | "reopened">[] = [];
  for (const event of events) {
    const is = EVENTS[event.name ?? ""];
    const at = instantOf(event.event_end_time) ?? instantOf(event.created_at);
    if (!is || at === null || (is === "reopened" && !(event.value && event.value > 0))) continue;
    const step = { at, id: `event:${event.id}`, is };
    if (!steps.some((other) => other.is === is && isSameTime(other, step))) steps.push(step);
  }
  return steps;
};

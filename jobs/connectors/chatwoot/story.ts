import type { Provenance, Trigger } from "#lib/conversation/types.ts";
import type { ImportRecord } from "#lib/import/schema.ts";
import { SILENT_BOT } from "./people.ts";
import type { VendorConversation } from "./schema.ts";
import { isSameTime, type Step, type StepOf } from "./steps.ts";
import { instantOf, isoOf } from "./time.ts";

export type FoundHandoff = {
  id: string;
  at: number;
  provenance: Provenance;
  from: string;
  trigger: Trigger;
  /** What stands in brackets in the activity that told of it. */
  reason: string | null;
};
type ImportEvent = NonNullable<ImportRecord["events"]>[number];
export type Told = { handoffs: FoundHandoff[]; events: ImportEvent[] };

type Story = Told & {
  steps: readonly Step[];
  status: string | null;
  /** Whose turn it is. `ai` while the conversation is pending, `queue` once it was opened, until a person writes. */
  owner: "none" | "ai" | "queue" | "human";
  bot: string | null;
  wasResolved: boolean;
  /** An activity nobody here can read, since the last thing a person wrote. */
  unread: { at: number; id: string } | null;
};

/** Who had the conversation when: every handoff from a bot to people, and the events around it. What Chatwoot's own
 * event states is exact; what an activity tells is derived; what only the order of things shows is inferred. */
export const tell = (steps: readonly Step[], conversation: VendorConversation): Told => {
  const story: Story = {
    steps,
    status: conversation.status ?? null,
    owner: "none",
    bot: null,
    wasResolved: false,
    unread: null,
    handoffs: [],
    events: [],
  };
  for (const [i, step] of steps.entries()) {
    if (step.is === "said") onMessage(story, step);
    else if (step.is === "activity") onActivity(story, step, i);
    else if (step.is === "handed_over") handOver(story, step, { provenance: "exact" });
    else if (step.is === "resolved") resolve(story, step, "exact");
    else add(story, step, "reopened", "exact");
  }
  openedInSilence(story, conversation);
  return { handoffs: story.handoffs, events: story.events };
};

const add = (story: Story, { at, id }: Step, type: ImportEvent["type"], provenance: Provenance, data = {}): void => {
  const eventId = /^\d+$/.test(id) ? `activity:${id}` : id;
  story.events.push({ id: `${type}:${eventId}`, at: isoOf(at), type, data: { provenance, ...data } });
};

const onMessage = (story: Story, { author, isPublic }: StepOf<"said">): void => {
  if (author.kind === "ai") story.bot = author.id;
  if (!isPublic) return;
  if (author.kind === "human") {
    story.owner = "human";
    story.unread = null;
  }
  if (author.kind !== "ai") return;
  if (story.owner === "none") story.owner = "ai";
  // A bot is silent unless the conversation was given back to it, and something was done since the person wrote.
  if (story.owner === "human" && story.unread) giveBack(story, story.unread, "inferred");
};

const giveBack = (story: Story, { at, id }: { at: number; id: string }, provenance: Provenance): void => {
  story.events.push({ id: `handed_back:${id}`, at: isoOf(at), type: "handed_back", data: { provenance } });
  story.owner = "ai";
  story.unread = null;
};

const resolve = (story: Story, step: Step, provenance: Provenance): void => {
  add(story, step, "resolved", provenance);
  story.owner = "none";
  story.wasResolved = true;
};

type How = { provenance: Provenance; trigger?: Trigger; reason?: string | null };

const handOver = (story: Story, { at, id }: Step, { provenance, trigger = "unknown", reason = null }: How): void => {
  const isToldExactly = story.steps.some((other) => other.is === "handed_over" && isSameTime(other, { at }));
  story.owner = "queue";
  if (provenance !== "exact" && isToldExactly && trigger !== "bot_error") return;
  const from = story.bot ?? SILENT_BOT;
  story.handoffs.push({ id: `handoff:${id}`, at, provenance, from, trigger, reason });
};

const isTwin = (story: Story, step: Step, is: "resolved" | "reopened"): boolean =>
  story.steps.some((other) => other.is === is && isSameTime(other, step));

const onActivity = (story: Story, step: StepOf<"activity">, i: number): void => {
  const data = { text: step.text };
  switch (step.activity.what) {
    case "bot_error":
      add(story, step, "bot_error", "derived", data);
      if (story.owner !== "queue" && story.owner !== "human") {
        handOver(story, step, { provenance: "derived", trigger: "bot_error" });
      }
      return;
    case "resolved":
      if (!isTwin(story, step, "resolved")) resolve(story, step, "derived");
      return;
    case "pending":
      add(story, step, "status_changed", "derived", data);
      if (story.bot !== null && story.owner !== "ai") giveBack(story, step, "derived");
      return;
    case "opened":
      onOpened(story, step);
      return;
    case "assigned":
    case "self_assigned":
      onAssigned(story, step);
      return;
    default:
      add(story, step, "unknown", "exact", data);
      if (step.activity.what === "unknown") onUnread(story, step, i);
  }
};

/** Opened by a bot, a workflow or the system it is a handoff; by an agent's own hand it is not. */
const onOpened = (story: Story, step: StepOf<"activity">): void => {
  const { humans, bots, reason } = step.activity;
  const isReopening = story.wasResolved && story.owner === "none";
  if (!isReopening) add(story, step, "status_changed", "derived", { text: step.text });
  else if (!isTwin(story, step, "reopened")) add(story, step, "reopened", "derived");
  if (story.owner !== "ai") return;
  if (humans.length > 0 && bots.length === 0) story.owner = "human";
  else handOver(story, step, { provenance: "derived", reason });
};

const onAssigned = (story: Story, step: StepOf<"activity">): void => {
  const { what, humans } = step.activity;
  add(story, step, "assigned", "derived", { text: step.text, to: humans[0] ?? null });
  if (story.owner !== "ai") return;
  // Who takes it answers at once: the reply is a takeover, and there was no queue to wait in.
  if (what === "self_assigned") story.owner = "human";
  else handOver(story, step, { provenance: "derived" });
};

/** In a language not known here: people or a team named while the bot has it, or the bot named as the last it did. */
const onUnread = (story: Story, step: StepOf<"activity">, i: number): void => {
  const { humans, bots, namesTeam } = step.activity;
  if (story.owner !== "ai") {
    story.unread = step;
    return;
  }
  const isLastOfBot = bots.length > 0 && !botGoesOn(story, i);
  if (namesTeam || humans.length > 0 || isLastOfBot) handOver(story, step, { provenance: "inferred" });
};

const botGoesOn = (story: Story, i: number): boolean => {
  const next = story.steps
    .slice(i + 1)
    .find((step) => step.is === "said" && step.isPublic && (step.author.kind === "ai" || step.author.kind === "human"));
  return next?.is === "said" ? next.author.kind === "ai" : story.status !== "open";
};

/** Opened without a word, as a bot without a name does: Chatwoot then notes since when the customer waits. While a bot
 * answers, that is the customer's own message. */
const openedInSilence = (story: Story, conversation: VendorConversation): void => {
  const at = instantOf(conversation.waiting_since);
  if (story.owner !== "ai" || story.status !== "open" || at === null) return;
  const spoken = story.steps.filter((step) => step.is === "said" && step.isPublic);
  const last = spoken.findLast((step) => step.is === "said" && step.author.kind === "ai");
  const isOwnMessage = spoken.some((step) => step.is === "said" && step.author.kind === "customer" && step.at === at);
  if (!last || at < last.at || isOwnMessage) return;
  handOver(story, { at, id: `waiting:${at}`, is: "handed_over" }, { provenance: "inferred" });
};

import type { Cut } from "./episodes.ts";
import { isPublicHumanReply, isSubstantiveAi } from "./roles-in-messages.ts";
import { READING } from "./triggers.ts";
import type { AuthorKind, DeclaredHandoff, Initiator, Message, Provenance, Trigger, TriggerFamily } from "./types.ts";

/** An AI → human handoff that was executed, before its wait is judged. */
export type Executed = {
  id: string;
  at: Date;
  provenance: Provenance;
  initiator: Initiator;
  family: TriggerFamily;
  trigger: Trigger;
  declared: DeclaredHandoff | null;
  isTakeover: boolean;
  takeoverMessage: Message | null;
};

/** Facts about one episode that its verdicts share. */
export type Scene = {
  cut: Cut;
  kindOf: (participantId: string | null) => AuthorKind | null;
  cannedReplies: ReadonlySet<string>;
  firstCustomerAt: Date | null;
  /** Public human replies, in order. */
  replies: Message[];
  /** Substantive AI messages, in order. */
  aiMessages: Message[];
};

export const sceneOf = (cut: Cut, kindOf: Scene["kindOf"], cannedReplies: ReadonlySet<string>): Scene => {
  const firstCustomerAt = cut.messages.find(({ authorKind }) => authorKind === "customer")?.at ?? null;
  return {
    cut,
    kindOf,
    cannedReplies,
    firstCustomerAt,
    replies: cut.messages.filter((message) => isPublicHumanReply(message, cannedReplies)),
    aiMessages: cut.messages.filter((message) => isSubstantiveAi(message, firstCustomerAt)),
  };
};

type Owner = "none" | "ai" | "queue" | "human";
type Step =
  | { at: Date; is: "handoff"; handoff: DeclaredHandoff }
  | { at: Date; is: "ai"; message: Message }
  | { at: Date; is: "reply"; message: Message }
  | { at: Date; is: "handed_back" };

/** The handoffs of an episode: each declared one that moves it from the AI to people, and each time a person stepped in
 * after the AI without one. A move between two people's queues is none, and neither is a second notice of the same. */
export const executedHandoffs = (scene: Scene): Executed[] => {
  const executed: Executed[] = [];
  let owner: Owner = "none";
  for (const step of stepsOf(scene)) {
    if (step.is === "handed_back") owner = "ai";
    else if (step.is === "ai") owner = owner === "none" ? "ai" : owner;
    else if (step.is === "reply") {
      if (owner === "ai") executed.push(takeover(step.message));
      owner = "human";
    } else if (movesToPeople(owner, step.handoff, scene)) {
      executed.push(declared(step.handoff));
      owner = "queue";
    }
  }
  return executed;
};

const stepsOf = (scene: Scene): Step[] => {
  const early = new Set(skewedReplies(scene).map(({ id }) => id));
  const steps: Step[] = [
    ...scene.aiMessages.map((message) => ({ at: message.at, is: "ai" as const, message })),
    ...scene.cut.handoffs.map((handoff) => ({ at: handoff.at, is: "handoff" as const, handoff })),
    ...scene.replies
      .filter(({ id }) => !early.has(id))
      .map((message) => ({ at: message.at, is: "reply" as const, message })),
    ...scene.cut.events
      .filter(({ type }) => type === "handed_back")
      .map(({ at }) => ({ at, is: "handed_back" as const })),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
};

const movesToPeople = (owner: Owner, handoff: DeclaredHandoff, scene: Scene): boolean =>
  owner !== "queue" && scene.kindOf(handoff.from) !== "human";

const declared = (handoff: DeclaredHandoff): Executed => ({
  id: handoff.id,
  at: handoff.at,
  provenance: handoff.provenance,
  ...READING[handoff.trigger],
  trigger: handoff.trigger,
  declared: handoff,
  isTakeover: handoff.trigger === "manual_takeover",
  takeoverMessage: null,
});

const takeover = (message: Message): Executed => ({
  id: `takeover:${message.id}`,
  at: message.at,
  provenance: "derived",
  ...READING.manual_takeover,
  trigger: "manual_takeover",
  declared: null,
  isTakeover: true,
  takeoverMessage: message,
});

const SKEW_MS = 5 * 60_000;

/** Replies that carry a time before the handoff they answer, as clocks that disagree produce: by the very agent who
 * accepted it, at most five minutes early, with nobody before. They are answers with a wait of zero. */
export const skewedReplies = ({ cut, replies }: Scene): Message[] => {
  const [handoff, reply] = [cut.handoffs[0], replies[0]];
  if (!handoff?.acceptedBy || !reply || reply.authorId !== handoff.acceptedBy) return [];
  const early = handoff.at.getTime() - reply.at.getTime();
  return early > 0 && early <= SKEW_MS ? [reply] : [];
};

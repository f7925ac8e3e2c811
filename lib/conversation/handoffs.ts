import { asksIn } from "#lib/scanners/human-ask.ts";
import type { Turn } from "#lib/scanners/scanner.ts";
import type { Initiator, TriggerFamily } from "./assessed.ts";
import type { Cut } from "./episodes.ts";
import { isPublicHumanReply, isSkewedReply, isSubstantiveAi } from "./roles-in-messages.ts";
import { READING } from "./triggers.ts";
import type { AuthorKind, DeclaredHandoff, Message, Provenance, Trigger } from "./types.ts";
import { asksOf } from "./verdicts/asks.ts";

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
  /** What was said, each message read once; null = its language has no pack. */
  turns: Turn[] | null;
  /** When the customer asked for a person, in order. */
  asks: Date[];
  /** How often the source itself told of it. */
  asksTold: number;
};

export const sceneOf = (
  cut: Cut,
  turns: Turn[] | null,
  { kindOf, cannedReplies }: Pick<Scene, "kindOf" | "cannedReplies">,
): Scene => {
  const firstCustomerAt = cut.messages.find(({ authorKind }) => authorKind === "customer")?.at ?? null;
  return {
    cut,
    kindOf,
    cannedReplies,
    firstCustomerAt,
    replies: cut.messages.filter((message) => isPublicHumanReply(message, cannedReplies)),
    aiMessages: cut.messages.filter((message) => isSubstantiveAi(message, firstCustomerAt)),
    turns,
    asksTold: asksOf(cut, kindOf, []).length,
    asks: asksOf(cut, kindOf, turns ? asksIn(turns, cannedReplies).flatMap(({ at }) => at ?? []) : []),
  };
};

/** human_and_ai: a person owns it, and the AI spoke since that person's last word. */
export type Owner = "none" | "ai" | "queue" | "human" | "human_and_ai";
type Step =
  | { at: Date; is: "handoff"; handoff: DeclaredHandoff }
  | { at: Date; is: "ai"; message: Message }
  | { at: Date; is: "reply"; message: Message }
  | { at: Date; is: "handed_back" }
  | { at: Date; is: "abandoned" };

/** The handoffs of an episode: each declared one that moves it from the AI to people, and each time a person stepped in
 * after the AI without one. A move between two people's queues is none, and neither is a second notice of the same. Who
 * left the queue is in nobody's hands: the next handoff is a new one. */
export const executedHandoffs = (scene: Scene): Executed[] =>
  ownership(scene).flatMap(({ step, before }) => {
    if (step.is === "handoff") return [declared(step.handoff)];
    return step.is === "reply" && before === "ai" ? [takeover(step.message)] : [];
  });

/** Who owned an episode before and after each step that bears on it. */
const ownership = (scene: Scene): { step: Step; before: Owner; after: Owner }[] => {
  const owned: { step: Step; before: Owner; after: Owner }[] = [];
  for (const step of stepsOf(scene)) {
    const before = owned.at(-1)?.after ?? "none";
    if (step.is === "handoff" && !movesToPeople(before, step.handoff, scene)) continue;
    owned.push({ step, before, after: ownerAfter(before, step) });
  }
  return owned;
};

/** Who owned an episode at an instant, what happened at it included. */
export const ownerAt = (scene: Scene): ((at: Date) => Owner) => {
  const steps = ownership(scene);
  return (at) => steps.findLast(({ step }) => step.at <= at)?.after ?? "none";
};

/** What the AI said while a person owned the episode that had been handed over. */
export const aiWhileHumanOwned = (scene: Scene): Message[] => {
  const { endedAt } = scene.cut;
  const steps = ownership(scene);
  const handedAt = steps.find(({ step, before }) => step.is === "handoff" || (step.is === "reply" && before === "ai"))
    ?.step.at;
  return steps.flatMap(({ step, before }) =>
    step.is === "ai" &&
    (before === "human" || before === "human_and_ai") &&
    handedAt !== undefined &&
    handedAt <= step.at &&
    (endedAt === null || step.at <= endedAt)
      ? [step.message]
      : [],
  );
};

const ownerAfter = (owner: Owner, { is }: Step): Owner => {
  if (is === "handed_back") return "ai";
  if (is === "abandoned") return owner === "queue" ? "none" : owner;
  if (is === "reply") return "human";
  if (is === "handoff") return "queue";
  return owner === "none" ? "ai" : owner === "human" ? "human_and_ai" : owner;
};

const stepsOf = (scene: Scene): Step[] => {
  const early = new Set(skewedReplies(scene).map(({ id }) => id));
  const steps: Step[] = [
    ...scene.aiMessages.map((message) => ({ at: message.at, is: "ai" as const, message })),
    ...scene.cut.handoffs.map((handoff) => ({ at: handoff.at, is: "handoff" as const, handoff })),
    ...scene.replies
      .filter(({ id }) => !early.has(id))
      .map((message) => ({ at: message.at, is: "reply" as const, message })),
    ...scene.cut.events.flatMap(({ at, type }) =>
      type === "handed_back" || type === "abandoned" ? [{ at, is: type }] : [],
    ),
  ];
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
};

/** Of one whose origin is not told, a person who owns the conversation is the origin. */
const movesToPeople = (owner: Owner, { from }: DeclaredHandoff, { kindOf }: Scene): boolean =>
  owner !== "queue" && (kindOf(from) ?? owner) !== "human";

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

/** The first reply, where clocks that disagree put it before the first handoff. It is an answer with a wait of zero. */
export const skewedReplies = ({ cut, replies }: Scene): Message[] => {
  const [handoff, reply] = [cut.handoffs[0], replies[0]];
  return handoff && reply && isSkewedReply(handoff, reply) ? [reply] : [];
};

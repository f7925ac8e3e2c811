import { z } from "zod";
import * as deeds from "./deeds.ts";
import { agentName, begin, nameOfBot, touch } from "./happen.ts";
import type { Moment } from "./routes.ts";
import { type FakeConversation, plan, type World } from "./world.ts";

const conversation = z.number().int().positive();
const agent = z.number().int().optional();
/** Seconds until the transaction commits: the rows are dated now and seen then. */
const lateSeconds = z.number().positive().optional();

const actionSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("new_conversation"),
    inbox: z.number().int().default(1),
    contact: z.number().int().default(1),
    text: z.string().default("Hello, I need help."),
    lateSeconds,
  }),
  z.object({ type: z.literal("customer_message"), conversation, text: z.string().default("And now?"), lateSeconds }),
  z.object({ type: z.literal("bot_message"), conversation, text: z.string().default("Have you read the manual?") }),
  z.object({
    type: z.literal("handoff"),
    conversation,
    reason: z.string().default("Customer asked to speak with a human agent."),
    notice: z.string().default("Transferring you to another agent for further assistance."),
    team: z.number().int().default(1),
  }),
  z.object({ type: z.literal("bot_error"), conversation }),
  z.object({ type: z.literal("take_over"), conversation, agent }),
  z.object({ type: z.literal("human_reply"), conversation, agent, text: z.string().default("Hello, I am here.") }),
  z.object({ type: z.literal("note"), conversation, agent, text: z.string().default("Look at this later.") }),
  z.object({
    type: z.literal("resolve"),
    conversation,
    by: z.enum(["human", "bot", "system"]).default("human"),
    agent,
  }),
  z.object({ type: z.literal("reopen"), conversation, agent }),
  z.object({ type: z.literal("hand_back"), conversation, agent }),
  z.object({
    type: z.literal("csat"),
    conversation,
    rating: z.number().int().min(1).max(5).default(4),
    feedback: z.string().nullable().default(null),
  }),
  z.object({ type: z.literal("label"), conversation, labels: z.array(z.string()).default(["vip"]), agent }),
  z.object({
    type: z.literal("edit"),
    conversation,
    message: z.number().int().nullable().default(null),
    text: z.string().default("I have corrected this."),
  }),
  z.object({ type: z.literal("delete"), conversation }),
  z.object({ type: z.literal("merge_contact"), base: z.number().int(), mergee: z.number().int() }),
]);

export type Action = z.input<typeof actionSchema>;
type Parsed = z.output<typeof actionSchema>;
type OnConversation = Exclude<Parsed, { type: "new_conversation" | "merge_contact" }>;
/** The ids of what was touched. */
export type Outcome = { conversation: number | null; message: number | null };

/** Makes something happen at the vendor now. Reads its input like a door would, since it also comes over HTTP. */
export const act = (world: World, moment: Moment, given: unknown): Outcome => {
  const action = actionSchema.parse(given);
  if (action.type === "new_conversation") return startNew(world, moment, action);
  if (action.type === "merge_contact") return mergeContact(world, moment.now(), action);
  const found = world.conversations.find(({ displayId }) => displayId === action.conversation);
  if (!found) throw new Error(`There is no conversation ${action.conversation}.`);
  const message = actOn(world, moment, found, action) ?? null;
  return { conversation: found.displayId, message };
};

const startNew = (world: World, moment: Moment, action: Extract<Parsed, { type: "new_conversation" }>): Outcome => {
  const visibleAt = action.lateSeconds ? moment.committedBy() + action.lateSeconds * 1000 : 0;
  const made = begin(world, moment.now(), { inboxId: action.inbox, contact: action.contact, visibleAt });
  const { id } = deeds.customerSays(world, made, moment.now(), { text: action.text });
  return { conversation: made.displayId, message: id };
};

const actOn = (world: World, moment: Moment, on: FakeConversation, action: OnConversation): number | undefined => {
  const at = moment.now();
  const agentId = ("agent" in action ? action.agent : undefined) ?? on.assigneeId ?? world.staff.agents[1]?.id ?? 0;
  switch (action.type) {
    case "customer_message":
      return customerWrites(world, moment, on, action);
    case "bot_message":
      return deeds.botSays(world, on, at, action).id;
    case "human_reply":
      return deeds.humanSays(world, on, at, { agentId, text: action.text }).id;
    case "note":
      return deeds.humanSays(world, on, at, { agentId, text: action.text, isPrivate: true }).id;
    case "delete":
      world.conversations = world.conversations.filter((one) => one !== on);
      world.ratings = world.ratings.filter((rating) => rating.conversation !== on);
      return undefined;
    default:
      changeOwner(world, on, at, agentId, action);
      return undefined;
  }
};

type Wordless = Exclude<
  OnConversation,
  { type: "customer_message" | "bot_message" | "human_reply" | "note" | "delete" }
>;

const changeOwner = (world: World, on: FakeConversation, at: number, agentId: number, action: Wordless): void => {
  switch (action.type) {
    case "handoff":
      deeds.handOff(world, on, at, { ...action, teamId: action.team });
      break;
    case "bot_error":
      deeds.botFails(world, on, at, null);
      break;
    case "take_over":
      deeds.takeOver(world, on, at, { agentId });
      break;
    case "resolve":
      deeds.resolve(world, on, at, { by: action.by === "human" ? agentId : action.by });
      break;
    case "reopen":
      deeds.reopen(world, on, at, { by: agentName(world, agentId), to: "open" });
      break;
    case "hand_back":
      deeds.handBack(world, on, at, { agentId });
      break;
    case "csat":
      deeds.rate(world, on, at, action);
      break;
    case "label":
      deeds.addLabels(world, on, at, {
        labels: action.labels,
        by: agentName(world, agentId) || nameOfBot(world, on),
      });
      break;
    case "edit":
      deeds.edit(world, on, at, { messageId: action.message, text: action.text });
      break;
  }
};

/** A late message has its id and time from now and lands, when it commits, behind rows that are newer. */
const customerWrites = (
  world: World,
  moment: Moment,
  on: FakeConversation,
  { text, lateSeconds: late }: Extract<Parsed, { type: "customer_message" }>,
): number => {
  const at = moment.now();
  if (!late) return deeds.customerSays(world, on, at, { text }).id;
  const id = world.nextId("message");
  plan(world, [
    { at: moment.committedBy() + late * 1000, take: () => deeds.customerSays(world, on, at, { text, id }) },
  ]);
  return id;
};

/** The mergee is gone, and all it had is the base's. */
const mergeContact = (world: World, at: number, { base, mergee }: { base: number; mergee: number }): Outcome => {
  if (!world.contacts.has(base) || !world.contacts.has(mergee)) throw new Error("There is no such contact.");
  for (const one of world.conversations.filter(({ contactId }) => contactId === mergee)) {
    one.contactId = base;
    for (const { sender } of one.messages) if (sender?.kind === "contact") sender.id = base;
    touch(one, at);
    world.onEvent({ name: "conversation_updated", conversation: one, message: null, changed: {} });
  }
  for (const rating of world.ratings) if (rating.contactId === mergee) rating.contactId = base;
  world.contacts.delete(mergee);
  return { conversation: null, message: null };
};

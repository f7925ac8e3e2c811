import type { Action } from "#jobs/connectors/chatwoot/testing/actions.ts";
import type { FakeChatwoot } from "#jobs/connectors/chatwoot/testing/fake.ts";
import type { FakeConversation } from "#jobs/connectors/chatwoot/testing/world.ts";
import { FAULT_KINDS } from "#jobs/connectors/testing/fake-faults.ts";
import type { Random } from "#lib/random.ts";

/** What happens is seen this much later at most. */
export const LATEST_SECONDS = 20;

/** How often each happens, relative to the others. */
const WEIGHTS = {
  new_conversation: 4,
  customer_message: 5,
  bot_message: 2,
  handoff: 2,
  human_reply: 4,
  note: 1,
  take_over: 1,
  hand_back: 1,
  resolve: 2,
  reopen: 1,
  csat: 2,
  label: 1,
  edit: 4,
  delete: 0.5,
  merge_contact: 0.2,
};
type Deed = keyof typeof WEIGHTS;

/** Makes one thing happen at the vendor that is possible now; returns the conversation it happened to. */
export const live = (fake: FakeChatwoot, random: Random): { id: string; isGone: boolean } | null => {
  const deed = random.weighted(WEIGHTS);
  const text = `It happened, ${random.whole(1, 1_000_000_000)}.`;
  const { conversations } = fake.world;
  const late = random.chance(0.2) ? { lateSeconds: random.between(1, LATEST_SECONDS) } : {};
  if (deed === "new_conversation" || conversations.length === 0) {
    const at = { inbox: random.whole(1, 4), contact: random.whole(1, 40) };
    return told(fake.act({ type: "new_conversation", text, ...at, ...late }).conversation, false);
  }
  if (deed === "merge_contact") return mergeContacts(fake, random);
  const on = chosen(conversations, random);
  if (!isPossible(deed, on)) return null;
  const action = { type: deed, conversation: on.displayId, text, ...(deed === "customer_message" ? late : {}) };
  fake.act(action as Action);
  return told(on.displayId, deed === "delete");
};

const told = (id: number | null, isGone: boolean) => (id === null ? null : { id: String(id), isGone });

/** Mostly one of the newest: several things within a second are what goes wrong. */
const chosen = (all: FakeConversation[], random: Random): FakeConversation =>
  random.pick(random.chance(0.7) ? all.slice(-5) : all);

const isPossible = (deed: Deed, { messages }: FakeConversation): boolean => {
  if (deed === "csat") return messages.some(({ contentType }) => contentType === "input_csat");
  return deed !== "edit" || messages.some(({ type }) => type === 1);
};

const mergeContacts = (fake: FakeChatwoot, random: Random): null => {
  const ids = [...fake.world.contacts.keys()];
  const [base, mergee] = [random.pick(ids), random.pick(ids)];
  if (base !== mergee) fake.act({ type: "merge_contact", base, mergee });
  return null;
};

/** Leaves in many conversations a message that is seen only after a newer one. */
export const sayLastWords = (fake: FakeChatwoot, random: Random): void => {
  for (const { displayId: conversation } of fake.world.conversations.slice(0, 20)) {
    const text = `It happened late, ${random.whole(1, 1_000_000_000)}.`;
    fake.act({ type: "customer_message", conversation, text, lateSeconds: LATEST_SECONDS });
    fake.act({ type: "note", conversation, text: "Look at this later." });
  }
};

/** Every way the vendor knows of failing, at so much each; who hangs costs half a minute. */
export const failAtTimes = (fake: FakeChatwoot, probability: number): void => {
  for (const kind of FAULT_KINDS) {
    fake.faults.add({ kind, probability: kind === "hang" ? probability / 10 : probability });
  }
};

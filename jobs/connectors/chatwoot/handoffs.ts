import type { Provenance, Trigger } from "#lib/conversation/types.ts";
import { isActivity, kindOfSender } from "./authors.ts";
import { instantOf, isoOf, type Message, type Raw } from "./schema.ts";
import type { Settings } from "./settings.ts";

type Found = { at: number; provenance: Provenance; eventId: string };

/** The moments at which a conversation went from the bot to people. One edition states the first of them exactly, in a
 * reporting event; every other one is worked out from who spoke: where a person answers after the bot, the last notice of
 * activity before that (derived), else the bot's last word (inferred). */
export const handoffsOf = ({ conversation, messages, events }: Raw, settings: Settings) => {
  const stated = (events ?? [])
    .filter(({ name, event_end_time: at }) => name === "conversation_bot_handoff" && at != null)
    .map(
      (event): Found => ({ at: instantOf(event.event_end_time ?? 0), provenance: "exact", eventId: `e${event.id}` }),
    );
  const found = [...stated, ...workedOut(messages, stated, settings)].sort((a, b) => a.at - b.at);
  const bot = messages.find((message) => kindOfSender(message, settings) === "ai");
  const from = bot?.sender?.id == null ? null : `${String(bot.sender.type ?? "").toLowerCase()}-${bot.sender.id}`;
  return found.map(({ at, provenance, eventId }) => ({
    id: eventId,
    at: isoOf(new Date(at).toISOString()),
    provenance,
    from,
    trigger: "unknown" as Trigger,
    reason: reasonAt(at, messages, settings),
    to_team: conversation.meta?.team?.name ?? null,
  }));
};

type Watch = { isWithBot: boolean; lastBotAt: number; noticeAt: number | null };

const AWAY: Watch = { isWithBot: false, lastBotAt: 0, noticeAt: null };

const workedOut = (messages: Message[], stated: Found[], settings: Settings): Found[] => {
  const found: Found[] = [];
  let watch = AWAY;
  for (const message of messages) {
    const at = instantOf(message.created_at);
    if (isActivity(message)) watch = { ...watch, noticeAt: watch.isWithBot ? at : null };
    if (isActivity(message) || message.private === true) continue;
    const kind = kindOfSender(message, settings);
    if (kind === "ai") watch = { isWithBot: true, lastBotAt: at, noticeAt: null };
    if (kind !== "human") continue;
    const { noticeAt, lastBotAt } = watch;
    const isStated = stated.some((one) => one.at >= lastBotAt - NEAR_MS && one.at <= at);
    // A person who steps in without a sign of a handoff has taken over: that is seen later, from the messages alone.
    if (noticeAt !== null && !isStated) found.push({ at: noticeAt, provenance: "derived", eventId: `m${message.id}` });
    watch = AWAY;
  }
  return found;
};

const NEAR_MS = 3000;
const REASON_MS = 2 * 60_000;

/** The note that the assistant leaves for the agent just before it hands over. */
const reasonAt = (at: number, messages: Message[], settings: Settings): string | null => {
  const note = messages.findLast((message) => {
    const made = instantOf(message.created_at);
    const isNear = made <= at + NEAR_MS && made >= at - REASON_MS;
    return isNear && message.private === true && kindOfSender(message, settings) === "ai";
  });
  return note?.content ?? null;
};

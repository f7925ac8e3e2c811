import { leavingTurn } from "#lib/scanners/queue-experience.ts";
import { businessSeconds, deadline, isOpen } from "#lib/time/business-time.ts";
import { type Calendar, type CalendarOf, labelOf } from "#lib/time/calendar.ts";
import type { Handoff, WaitOutcome } from "./assessed.ts";
import { answeredByPhoneAt, channelClass, emptyRoomMs, isPhone } from "./channels.ts";
import { type Executed, type Scene, skewedReplies } from "./handoffs.ts";
import { isCustomer } from "./roles-in-messages.ts";
import type { Conversation, Defect, Message } from "./types.ts";
import { promisedIn } from "./verdicts/promised.ts";

/** "Under 5 minutes during business hours", strictly. */
export const TARGET_SECONDS = 300;

type Ending = { outcome: WaitOutcome; at: Date | null; leftHow: Handoff["leftHow"]; reply: Message | null };
type Setting = { conversation: Conversation; scene: Scene; calendarOf: CalendarOf; now: Date };
export type JudgedWait = { handoff: Handoff; defects: Defect[]; reassessAt: Date[] };

/** Judges the wait of one executed handoff: who ended it, how long it was by the clock and in the hours of its queue, and
 * when time alone will change that. A wait still open is censored at `now`. */
export const judgeWait = (executed: Executed, ordinal: number, setting: Setting): JudgedWait => {
  const { conversation, scene, now } = setting;
  const ending = executed.isTakeover ? takeoverEnding(executed, scene) : endingOf(executed, setting);
  const end = ending.at ?? now;
  const waitSeconds = Math.max(0, (end.getTime() - executed.at.getTime()) / 1000);
  const { declared } = executed;
  const agentId = ending.reply?.authorId ?? declared?.acceptedBy ?? null;
  const team = declared?.toTeam ?? teamOf(conversation, agentId);
  const calendar = setting.calendarOf(conversation.source, team);
  const waitBusinessSeconds = executed.isTakeover ? 0 : businessSeconds(calendar, executed.at, end);
  const inHours = isOpen(calendar, executed.at);
  const room = emptyRoom(executed, ending, setting);
  return {
    handoff: {
      id: executed.id,
      episode: scene.cut.index,
      ordinal,
      at: executed.at,
      provenance: executed.provenance,
      initiator: executed.initiator,
      family: executed.family,
      trigger: executed.trigger,
      reason: declared?.reason ?? null,
      team,
      askedAt: askedAt(executed, scene),
      acceptedAt: declared?.acceptedAt ?? null,
      firstReplyAt: ending.outcome === "answered" ? ending.at : null,
      firstReplyMessageId: ending.reply?.id ?? null,
      agentId,
      outcome: ending.outcome,
      leftHow: ending.leftHow,
      waitSeconds: executed.isTakeover ? 0 : waitSeconds,
      waitBusinessSeconds,
      waitEndedAt: ending.at,
      calendar: labelOf(calendar),
      queueBusinessSeconds: queueSeconds(executed, end, calendar),
      inHours,
      straddlesClosing: inHours && waitSeconds - waitBusinessSeconds > 0.001 && !executed.isTakeover,
      isTakeover: executed.isTakeover,
      emptyRoom: room.isEmpty,
      promisedWaitSeconds: declared?.promisedWaitSeconds ?? promisedIn(scene, "wait_estimate", executed.at, ending.at),
      queuePosition: declared?.queuePosition ?? promisedIn(scene, "queue_position", executed.at, ending.at),
    },
    defects: defectsOf(executed, scene),
    reassessAt: [
      room.knownAt,
      ...(ending.at === null
        ? [deadline(calendar, executed.at, TARGET_SECONDS), measuredAgainAt(waitSeconds, now)]
        : []),
    ].filter((at): at is Date => at !== null && at > now),
  };
};

const HOUR_MS = 3_600_000;

/** An open wait grows with the clock, and what is stored of it must not fall far behind: an hour, or after the first day
 * a twenty-fourth of it, so that one that stays open for years costs few looks. */
export const measuredAgainAt = (waitSeconds: number, now: Date): Date =>
  new Date(now.getTime() + Math.max(HOUR_MS, (waitSeconds * 1000) / 24));

export const teamOf = (conversation: Conversation, participantId: string | null): string | null =>
  conversation.participants.find(({ id }) => id === participantId)?.team ?? null;

const takeoverEnding = (executed: Executed, scene: Scene): Ending => {
  const reply = executed.takeoverMessage ?? scene.replies.find(({ at }) => at >= executed.at) ?? null;
  return { outcome: "answered", at: executed.at, leftHow: null, reply };
};

/** A person's answer to a handoff: what they wrote, or when they took the call, whichever was first. */
const answerTo = ({ id, at: handedAt, declared }: Executed, { conversation, scene }: Setting) => {
  const early = scene.cut.handoffs[0]?.id === id ? skewedReplies(scene)[0] : undefined;
  const reply = early ?? scene.replies.find(({ at }) => at >= handedAt) ?? null;
  const writtenAt = reply && new Date(Math.max(reply.at.getTime(), handedAt.getTime()));
  const takenAt = declared && answeredByPhoneAt(conversation.channel, declared);
  return { reply, at: takenAt && (!writtenAt || takenAt <= writtenAt) ? takenAt : writtenAt };
};

/** The first of: a person's reply, the customer's leaving, as the source tells or in their own words, the bot taking it
 * back, the end of the episode. */
const endingOf = (executed: Executed, setting: Setting): Ending => {
  const { conversation, scene } = setting;
  const { cut } = scene;
  const { reply, at: repliedAt } = answerTo(executed, setting);
  const event = cut.events.find(
    ({ at, type }) => at >= executed.at && (type === "abandoned" || type === "handed_back"),
  );
  const isFirst = (at: Date | null | undefined, ...others: (Date | null | undefined)[]): at is Date =>
    at != null && others.every((other) => other == null || at <= other);

  const ends = [repliedAt, event?.at, cut.endedAt].flatMap((at) => at?.getTime() ?? []);
  const leaving = leavingTurn(scene.turns ?? [], executed.at, ends.length === 0 ? null : new Date(Math.min(...ends)));
  if (leaving) return { outcome: "left", at: leaving.at, leftHow: "explicit", reply: null };
  if (isFirst(repliedAt, event?.at, closeAfter(cut.endedAt, repliedAt))) {
    return { outcome: "answered", at: repliedAt, leftHow: null, reply };
  }
  if (event && isFirst(event.at, cut.endedAt)) {
    return event.type === "abandoned"
      ? { outcome: "left", at: event.at, leftHow: "explicit", reply: null }
      : { outcome: "handed_back", at: event.at, leftHow: null, reply: null };
  }
  if (cut.endedAt === null || cut.endedAt < executed.at) {
    return { outcome: "waiting", at: null, leftHow: null, reply: null };
  }
  return leftSilently(executed, cut.endedAt, conversation, scene)
    ? { outcome: "left", at: cut.endedAt, leftHow: "silent", reply: null }
    : { outcome: "closed_unanswered", at: cut.endedAt, leftHow: null, reply: null };
};

/** An agent who closes and writes at one instant has answered. */
const closeAfter = (endedAt: Date | null, repliedAt: Date | null | undefined): Date | null =>
  endedAt && repliedAt && endedAt.getTime() === repliedAt.getTime() ? null : endedAt;

const customerSpokeBetween = (scene: Scene, from: Date, to: Date): boolean =>
  scene.cut.messages.some((message) => isCustomer(message) && message.at > from && message.at <= to);

const leftSilently = (executed: Executed, endedAt: Date, conversation: Conversation, scene: Scene): boolean => {
  if (customerSpokeBetween(scene, executed.at, endedAt)) return false;
  const isSync = channelClass(conversation.channel) === "sync";
  return isSync || endedAt.getTime() - executed.at.getTime() >= emptyRoomMs(conversation.channel);
};

/** The customer said nothing after the handoff and nothing for a while after the reply. Who is on the phone is there. */
const emptyRoom = (
  executed: Executed,
  ending: Ending,
  { conversation, scene, now }: Setting,
): { isEmpty: boolean; knownAt: Date | null } => {
  if (ending.outcome !== "answered" || ending.at === null || executed.isTakeover || isPhone(conversation.channel))
    return { isEmpty: false, knownAt: null };
  const knownAt = new Date(ending.at.getTime() + emptyRoomMs(conversation.channel));
  const spoke = customerSpokeBetween(scene, executed.at, knownAt);
  return spoke ? { isEmpty: false, knownAt: null } : { isEmpty: now >= knownAt, knownAt };
};

/** Handoff → acceptance within the wait: who accepted only after replying did so by replying. */
const queueSeconds = ({ at, declared, isTakeover }: Executed, end: Date, calendar: Calendar): number | null => {
  if (declared?.acceptedAt == null || isTakeover) return null;
  return businessSeconds(calendar, at, declared.acceptedAt < end ? declared.acceptedAt : end);
};

/** The first ask since the handoff before. */
const askedAt = ({ at: handedAt }: Executed, { asks, cut }: Scene): Date | null => {
  const since = cut.handoffs.findLast(({ at }) => at < handedAt)?.at;
  return asks.find((at) => at <= handedAt && (since === undefined || at > since)) ?? null;
};

const defectsOf = ({ declared, id }: Executed, scene: Scene): Defect[] => {
  const defects: Defect[] = [];
  const negative = (what: string) =>
    defects.push({
      field: "handoffs",
      code: "negative_interval",
      detail: `${what} before handoff ${id}; counted as 0`,
    });
  if (declared?.acceptedAt && declared.acceptedAt < declared.at) negative("accepted");
  if (scene.cut.handoffs[0]?.id === id && skewedReplies(scene).length > 0) negative("first reply");
  return defects;
};

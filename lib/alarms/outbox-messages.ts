import type { IncidentEffect } from "./machine.ts";
import {
  type ChannelKind,
  incidentPath,
  type Notification,
  type NotificationKind,
  type NotifiedIncident,
  outboxKey,
} from "./notification.ts";
import type { AlarmRule } from "./rule.ts";

/** An effect that is to be told, with what is known of its incident. */
export type ToTell = {
  effect: IncidentEffect;
  rule: AlarmRule;
  incident: NotifiedIncident;
  /** What its messages are ordered by. */
  orderKey: string;
  by?: { name: string; note: string | null };
};

export type Message = { key: string; orderKey: string; incidentId: string; channelId: string; payload: Notification };

export type Telling = {
  /** Of the channels that are switched on. */
  kinds: ReadonlyMap<string, ChannelKind>;
  staleSince: Date | null;
};

/** One row for each channel that is to tell an effect. Queues of one team that fire at the same look share a message, but
 * not where a program listens: what opens there by its own key has to be closed by it. */
export const messagesOf = (told: readonly ToTell[], { kinds, staleSince }: Telling): Message[] => {
  const groups = Map.groupBy(told.filter(isGrouped), ({ incident }) => incident.queue.team);
  return told.flatMap((one) =>
    channelsFor(one).flatMap((channelId): Message[] => {
      const kind = kinds.get(channelId);
      if (kind === undefined) return [];
      const group = (isGrouped(one) && kind !== "webhook" && groups.get(one.incident.queue.team)) || [one];
      const [first, ...others] = group.filter((other) => channelsFor(other).includes(channelId));
      if (first !== one) return [];
      return [messageOf(one, channelId, { others: others.map(({ incident }) => incident), staleSince })];
    }),
  );
};

/** What fires at one look is at most thirty seconds apart. */
const isGrouped = ({ effect, incident }: ToTell): boolean =>
  effect.kind === "fired" && typeof incident.queue.team === "string";

/** What the messages of incidents that are told of now are ordered by: those that fire together by the first of them. */
export const orderKeys = (firing: readonly Pick<ToTell, "effect" | "incident">[]): Map<string, string> => {
  const first = new Map<string, string>();
  return new Map(
    firing.map(({ effect, incident: { incidentId, queue } }) => {
      if (!effect.isDelivered || typeof queue.team !== "string") return [incidentId, incidentId];
      const leader = first.get(queue.team) ?? incidentId;
      first.set(queue.team, leader);
      return [incidentId, leader];
    }),
  );
};

const ONCE_FOR_ALL: readonly NotificationKind[] = ["resolved", "suspended"];

/** Each level's people are told of its step up; of the end all who were told of anything. */
const channelsFor = ({ effect, rule }: ToTell): string[] => {
  const levels = ONCE_FOR_ALL.includes(effect.kind)
    ? rule.recipients.slice(0, effect.level + 1)
    : [rule.recipients[effect.level] ?? []];
  return [...new Set(levels.flat())];
};

const messageOf = (
  { effect, incident, orderKey, by }: ToTell,
  channelId: string,
  { others, staleSince }: { others: NotifiedIncident[]; staleSince: Date | null },
): Message => {
  const { kind, reason, level, n, incidentId } = effect;
  return {
    key: outboxKey({ incidentId, kind, level, n, channelId }),
    orderKey,
    incidentId,
    channelId,
    payload: {
      ...incident,
      ...{ kind, reason, level, others },
      by: by?.name ?? null,
      note: by?.note ?? null,
      path: incidentPath(incidentId),
      staleSince: staleSince?.toISOString() ?? null,
    },
  };
};

import type { DeclaredHandoff } from "./types.ts";

/** How fast people expect an answer: sync = they stay in the window, messaging = within a day, email = within three. */
export const CHANNEL_CLASSES = ["sync", "messaging", "email"] as const;
export type ChannelClass = (typeof CHANNEL_CLASSES)[number];

/** Hours of silence after which an episode of a source is over, where they are not the usual ones. */
export type InactivityHours = Partial<Record<ChannelClass, number>>;

const CLASSES: Record<string, ChannelClass> = {
  web_chat: "sync",
  chat: "sync",
  phone: "sync",
  voice: "sync",
  email: "email",
  mail: "email",
  web_form: "email",
};

/** Where people stay in the window until they have an answer. */
export const SYNC_CHANNELS: readonly string[] = Object.keys(CLASSES).filter((channel) => CLASSES[channel] === "sync");

const HOUR_MS = 3_600_000;

/** After this much silence an episode is over. A live chat left open is a message thread, so it has a day too. */
export const USUAL_INACTIVITY_HOURS: Record<ChannelClass, number> = { sync: 24, messaging: 24, email: 72 };

/** After this much silence following the first human reply, the customer is taken to be gone. */
const EMPTY_ROOM_MS: Record<ChannelClass, number> = { sync: HOUR_MS / 2, messaging: 72 * HOUR_MS, email: 72 * HOUR_MS };

/** Channels that are not in the table are messaging. */
export const channelClass = (channel: string): ChannelClass => CLASSES[channel] ?? "messaging";

/** After how much silence an episode on a channel is over, by what is agreed for its source. */
export const inactivityMs = (channel: string, agreed: InactivityHours = {}): number => {
  const kind = channelClass(channel);
  return (agreed[kind] ?? USUAL_INACTIVITY_HOURS[kind]) * HOUR_MS;
};

export const emptyRoomMs = (channel: string): number => EMPTY_ROOM_MS[channelClass(channel)];
export const isPhone = (channel: string): boolean => channel === "phone" || channel === "voice";

/** When a call was taken: on the phone accepting is replying. Never before the handoff; null on other channels. */
export const answeredByPhoneAt = (channel: string, { at, acceptedAt }: DeclaredHandoff): Date | null => {
  if (!isPhone(channel) || acceptedAt === null) return null;
  return acceptedAt < at ? at : acceptedAt;
};

import type { AlarmText } from "#lib/alarms/alarm-text.ts";
import type { ChannelSettings } from "#lib/alarms/channel.ts";
import type { ChannelKind, Notification } from "#lib/alarms/notification.ts";

/** One message as it goes out. */
export type Outgoing = {
  /** The same at each attempt: what a receiver drops duplicates by. */
  key: string;
  isTest: boolean;
  notification: Notification;
  text: AlarmText;
  createdAt: Date;
  now: Date;
};

/** failed: it may go through later; refused: it never will, and why, in one sentence. problem: it went out, but something
 * was not right. */
export type Verdict =
  | { kind: "sent"; problem: string | null }
  | { kind: "failed"; sentence: string; notBefore: Date | null }
  | { kind: "refused"; sentence: string };

export const SENT: Verdict = { kind: "sent", problem: null };
export const failed = (sentence: string, notBefore: Date | null = null): Verdict => ({
  kind: "failed",
  sentence,
  notBefore,
});
export const refused = (sentence: string): Verdict => ({ kind: "refused", sentence });

type SettingsOf<Kind extends ChannelKind> = Extract<ChannelSettings, { kind: Kind }>;

export type Sender<Kind extends ChannelKind> = (
  message: Outgoing,
  channel: { settings: SettingsOf<Kind>; secret: string | null },
) => Promise<Verdict>;

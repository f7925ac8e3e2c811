import type { Outgoing } from "#jobs/notify/sender.ts";
import { alarmText } from "#lib/alarms/alarm-text.ts";
import type { Notification } from "#lib/alarms/notification.ts";
import { outboxKey } from "#lib/alarms/notification.ts";
import { notification } from "#lib/alarms/testing/notification.ts";

const CHANNEL = "018f0000-0000-7000-8000-00000000000c";

export const outgoing = (more: Partial<Notification> = {}): Outgoing => {
  const told = notification(more);
  return {
    key: outboxKey({ ...told, n: 0, channelId: CHANNEL }),
    isTest: false,
    notification: told,
    text: alarmText(told, { zone: "Europe/Berlin", publicUrl: "https://seam.example.com" }),
    createdAt: new Date("2026-11-19T13:05:00Z"),
    now: new Date("2026-11-19T13:05:02Z"),
  };
};

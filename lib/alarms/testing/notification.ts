import type { Notification } from "#lib/alarms/notification.ts";

/** Billing EU on a Thursday at 14:04 in Berlin. */
export const notification = (more: Partial<Notification> = {}): Notification => ({
  incidentId: "018f0000-0000-7000-8000-00000000000a",
  rule: { id: "018f0000-0000-7000-8000-00000000000b", name: "Oldest wait", kind: "oldest_wait" },
  queue: { source: "desk", team: "Billing EU" },
  value: 17.4,
  threshold: 15,
  firedAt: "2026-11-19T13:04:00.000Z",
  asOf: "2026-11-19T13:05:00.000Z",
  cause: {
    ...{ from: "2026-11-19T12:05:00.000Z", to: "2026-11-19T13:05:00.000Z", weeks: 8, loadRatio: 2.3 },
    ...{ named: "people", isUsual: false, isOfAll: false },
    factors: [
      { factor: "people", now: 3, usual: 6, n: 21, usualN: 210, log: 0.69, error: 0.2, isClear: true, share: 0.8 },
      { factor: "arrivals", now: 41, usual: 35, n: 41, usualN: 280, log: 0.17, error: 0.2, isClear: false, share: 0.2 },
      { factor: "handle_time", now: null, usual: 320, n: 0, usualN: 9, log: 0, error: null, isClear: false, share: 0 },
      {
        ...{ factor: "escalation_rate", now: 0.2, usual: 0.21, n: 41, usualN: 280, log: -0.05, error: 0.3 },
        ...{ isClear: false, share: 0 },
      },
    ],
  },
  kind: "fired",
  reason: null,
  level: 0,
  by: null,
  note: null,
  others: [],
  path: "/queue?incident=018f0000-0000-7000-8000-00000000000a",
  staleSince: null,
  ...more,
});

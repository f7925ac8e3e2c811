import { describe, expect, test } from "vitest";
import { at } from "#lib/testing/build.ts";
import { alarmText, plainText, testText } from "./alarm-text.ts";
import type { Notification, NotificationKind, Reason } from "./notification.ts";
import { notification } from "./testing/notification.ts";

const place = { zone: "Europe/Berlin", publicUrl: "https://seam.example.com" };
const titleOf = (more: Partial<Notification>) => alarmText(notification(more), place).title;

test("a message says queue, what was measured, limit and time, and what pushed the load up, and where to look", () => {
  expect(plainText(alarmText(notification(), place)).replaceAll("\u202f", " ")).toBe(
    [
      "Billing EU: oldest wait 17 min (limit 15), as of 14:05",
      "It is too few people, not escalations: 3 gave 21 answers, 6 usually.",
      "Share of what pushed the load up: people 80 %, arrivals 20 % (may be chance).",
      "Source: Desk. Rule: Oldest wait.",
      "https://seam.example.com/queue?incident=018f0000-0000-7000-8000-00000000000a",
    ].join("\n"),
  );
});

test.each<[NotificationKind, Reason | null, Partial<Notification>, string]>([
  ["fired", "late", {}, "Billing EU: oldest wait 17 min (limit 15), as of 14:05 (held back by a silence until now)"],
  ["escalated", null, { level: 1 }, "Nobody has acknowledged, level 1: Billing EU"],
  ["repeated", null, {}, "Still open: Billing EU"],
  ["renotified", "snooze_expired", {}, "Snooze is over: Billing EU"],
  ["renotified", "ack_timeout", {}, "Acknowledged but not over: Billing EU"],
  ["suspended", null, {}, "Rests until opening: Billing EU"],
  ["resumed", null, {}, "Open again, and still beyond its limit: Billing EU"],
  ["resolved", "cleared", { value: 4 }, "Over: Billing EU: oldest wait 4 min (limit 15), as of 14:05"],
  ["resolved", "cleared_while_closed", { value: null }, "Over since closing time: Billing EU: oldest wait not known"],
  ["resolved", "rule_deleted", {}, "Ended, its rule was removed: Billing EU"],
  ["resolved", "manual", { by: "Tom" }, "Resolved by Tom: Billing EU"],
])("%s %s begins with what happened", (kind, reason, more, begins) => {
  expect(titleOf({ kind, reason, ...more })).toMatch(new RegExp(`^${begins.replaceAll(/[()]/g, "\\$&")}`));
});

test("too few to tell is told as that, without shares", () => {
  const { cause } = notification();
  if (!cause) throw new Error("no cause");
  expect(alarmText(notification({ cause: { ...cause, named: null } }), place).lines[0]).toBe(
    "Too few to tell why: 41 conversations and 21 answers in the hour.",
  );
  expect(alarmText(notification({ cause: { ...cause, named: null } }), place).lines[1]).toBe(
    "Source: Desk. Rule: Oldest wait.",
  );
});

describe("each kind of rule says its value in its own unit", () => {
  test.each([
    ["answered_share", 0.524, 0.6, "Billing EU: answered within 5 minutes 52 % (limit 60 %)"],
    ["waiting_count", 12, 10, "Billing EU: waiting 12 (limit 10)"],
    ["data_stale", 7.9, 3, "Billing EU: data late by 7 min (limit 3)"],
    [
      "escalation_rate",
      3.416,
      3,
      "Billing EU: escalation rate 3.42 standard deviations above its usual level (limit 3)",
    ],
  ] as const)("%s", (kind, value, threshold, text) => {
    const told = titleOf({ rule: { id: "r", name: "Rule", kind }, value, threshold });
    expect(told.replaceAll("\u202f", " ")).toBe(`${text}, as of 14:05`);
  });
});

test("what is watched has a name, be it no team, a source or the workspace", () => {
  expect(titleOf({ queue: { source: "desk", team: null } })).toMatch(/^No team \(Desk\): /);
  expect(titleOf({ queue: { source: "desk" } })).toMatch(/^Desk: /);
  expect(titleOf({ queue: { source: null } })).toMatch(/^Workspace: /);
});

test("it names the others that fired with it, a note, since when, and up to when data is complete", () => {
  const other = { ...notification(), queue: { source: "shop", team: "tax" }, value: 16 };
  const told = notification({
    ...{ kind: "resolved", reason: "manual", by: "Tom", note: "two people\nback from lunch", cause: null },
    ...{ others: [other], staleSince: at("2026-11-19T12:04:00Z").toISOString() },
  });
  expect(alarmText(told, place).lines).toEqual([
    "Tom: two people back from lunch",
    "At the same time: Tax of Shop: oldest wait 16 min (limit 15).",
    "Firing since Thu 19 Nov 14:04.",
    "Data is complete only up to 13:04.",
    "Source: Desk. Rule: Oldest wait.",
  ]);
});

test("a line break in the name of a team begins no line of ours", () => {
  expect(titleOf({ queue: { source: "desk", team: "Billing\r\nBcc: x@example.com" } })).toMatch(
    /^Billing Bcc: x@example.com: oldest wait/,
  );
});

test("a test says that it is one", () => {
  expect(plainText(testText("Planners", place))).toBe(
    "Test: Planners works\nThis is a test. No alarm has fired.\nhttps://seam.example.com/settings/alarms",
  );
});

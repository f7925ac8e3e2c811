import { expect, test } from "vitest";
import { usualRule } from "#lib/alarms/rule.ts";
import {
  answeredSentence,
  backtestText,
  conditionText,
  journalText,
  recipientsText,
  scopeText,
  silenceText,
} from "./alarms.ts";

const SOURCES = new Map([["018f0000-0000-7000-8000-000000000001", "chatwoot"]]);
const [SOURCE = ""] = SOURCES.keys();

test.each([
  ["oldest_wait", "When somebody has waited over 15 open minutes for 1 min; over when nobody over 10 for 2 min."],
  [
    "answered_share",
    "When fewer than 60\u202f% of the last hour's were answered within five minutes for 1 min; over when 80\u202f% or more are for 15 min.",
  ],
  [
    "escalation_rate",
    "When a day's escalation rate is over 3 standard deviations above its usual; over when a day is within 2.",
  ],
] as const)("when a rule fires and when it is over: %s", (kind, text) => {
  expect(conditionText(usualRule(kind))).toBe(text);
});

test("who is told of a rule is said by level, without channels that are gone", () => {
  const names = new Map([
    ["a", "Planners"],
    ["b", "Pager"],
  ]);
  const told = (recipients: string[][]) => recipientsText({ recipients, escalateMinutes: [10, 20] }, names);
  expect(told([["a", "b"], [], ["b"]])).toBe("It tells at once Planners, Pager; after 30 min Pager.");
  expect(told([["gone"], [], []])).toBe("Only this app tells of it.");
});

test("a rule is for every queue, source or the workspace, or for one queue that may be gone", () => {
  const kind = "oldest_wait";
  expect(scopeText({ kind, scope: { kind: "all" } }, SOURCES)).toBe("every queue");
  expect(scopeText({ kind: "data_stale", scope: { kind: "all" } }, SOURCES)).toBe("every source");
  expect(scopeText({ kind: "escalation_rate", scope: { kind: "all" } }, SOURCES)).toBe("the workspace");
  expect(scopeText({ kind, scope: { kind: "queue", sourceId: SOURCE, team: "billing" } }, SOURCES)).toBe("Billing");
  expect(scopeText({ kind, scope: { kind: "queue", sourceId: "another", team: null } }, SOURCES)).toBe(
    "No team (A source that is gone)",
  );
});

test("a silence names all that it asks for, and without anything it is everything", () => {
  expect(silenceText({}, [], SOURCES)).toBe("Everything");
  expect(
    silenceText({ ruleId: "r", sourceId: SOURCE, team: "billing" }, [{ id: "r", name: "Oldest wait" }], SOURCES),
  ).toBe("Billing: Oldest wait");
  expect(silenceText({ ruleId: "r" }, [], SOURCES)).toBe("a rule that is gone");
});

const ENTRY = { value: null, isSuppressed: false, ruleName: "Oldest wait", source: "chatwoot", team: "billing" };

test.each([
  [{ what: "fired" }, "Billing, Oldest wait: fired"],
  [{ what: "fired", isSuppressed: true }, "Billing, Oldest wait: fired (nobody was told)"],
  [{ what: "snoozed", value: 30 }, "Billing, Oldest wait: snoozed for 30 min"],
  [{ what: "judged", value: 1 }, "Billing, Oldest wait: judged as real"],
  [{ what: "judged", value: 0 }, "Billing, Oldest wait: judged as a false alarm"],
  [{ what: "judged", value: null }, "Billing, Oldest wait: judgement taken back"],
  [{ what: "rule_saved", source: null, team: null }, "Oldest wait: rule saved"],
  [{ what: "silenced", source: null, team: null, ruleName: null }, "Silenced"],
] as const)("a line of the journal: %j", (entry, text) => {
  expect(journalText({ ...ENTRY, ...entry })).toBe(text);
});

test("what a rule would have done names when, where and for how long", () => {
  const fired = Date.UTC(2026, 10, 19, 13, 38);
  const one = {
    fired,
    ended: fired + 12 * 60_000,
    endedBy: "cleared" as const,
    peak: 22,
    source: "chatwoot",
    team: "billing",
  };
  expect(backtestText({ incidents: [] }, "oldest_wait", "UTC")).toBe(
    "In the last four weeks it would not have fired once.",
  );
  expect(backtestText({ incidents: [one] }, "oldest_wait", "UTC")).toBe(
    "In the last four weeks it would have fired once: Thu 19 Nov 13:38 Billing (12 min).",
  );
  const eight = Array.from({ length: 8 }, (_, i) => ({ ...one, fired: fired + i * 3_600_000, ended: null }));
  const said = backtestText({ incidents: eight }, "oldest_wait", "UTC");
  expect(said).toContain("8 times; the last 6: Thu 19 Nov 15:38 Billing (still open);");
  expect(backtestText(null, "data_stale", "UTC")).toContain("cannot be tried");
});

test("an answer says who, how and what they wrote", () => {
  const did = "acknowledged it at 14:40";
  expect(answeredSentence({ by: "Tom", did, note: null })).toBe("Tom acknowledged it at 14:40.");
  expect(answeredSentence({ by: null, did, note: "two come back at three" })).toBe(
    "Somebody acknowledged it at 14:40: “two come back at three”",
  );
});

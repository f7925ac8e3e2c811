import { describe, expect, test } from "vitest";
import { channelPurpose, outboxKey } from "./notification.ts";
import { watchedKey, watchedOf } from "./queue.ts";
import { ALARM_KINDS, heldAt, lateAfterMinutes, type RuleSettings, ruleSettings, usualRule } from "./rule.ts";
import { silenceAt, snoozeMinutes } from "./silence.ts";
import { parseSlot, slotText } from "./slots.ts";

const problems = (changes: Partial<RuleSettings>, kind: RuleSettings["kind"] = "oldest_wait") =>
  ruleSettings
    .safeParse({ ...usualRule(kind), ...changes })
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

test.each(ALARM_KINDS)("the usual rule for %s can fire and be over", (kind) => {
  expect(problems({}, kind)).toEqual([]);
});

const queue = { kind: "queue", sourceId: "6f1d2a0e-6f0b-4c5e-9a55-7d2f0a3c9b11", team: null } as const;

describe("a rule that could never fire, or never be over, is refused at its field", () => {
  test.each<[Partial<RuleSettings>, string, RuleSettings["kind"]?]>([
    [{ fire: 10, clear: 15 }, "clear: It would be over at 15 while it fires above 10: give at most 10."],
    [{ fire: -1, clear: -2 }, "fire: A value below 0 never comes about."],
    [
      { fire: 0.8, clear: 0.6 },
      "clear: It would be over at 60 % while it fires below 80 %: give more.",
      "answered_share",
    ],
    [{ fire: 0 }, "fire: A share is never below 0 %, so this would never fire.", "answered_share"],
    [{ clear: 1.2 }, "clear: A share never reaches more than 100 %, so it would never be over.", "answered_share"],
    [{ fire: 60, clear: 80 }, "fire: A share is always below this: give at most 100 %.", "answered_share"],
    [{ scope: queue }, "scope: This rule is about whole sources, not about one queue.", "data_stale"],
    [{ scope: queue }, "scope: This rule is about the whole workspace, not about one queue.", "escalation_rate"],
    [{ name: " " }, "name: Give the rule a name."],
    [{ keepMinutes: -1 }, "keepMinutes: How long it must be over: at least 0 minutes."],
    [{ repeatMinutes: 1 }, "repeatMinutes: Said again every: at least 5 minutes."],
    [{ escalateMinutes: [10] }, "escalateMinutes: There are two steps up."],
    [{ staleAfterMinutes: 0 }, "staleAfterMinutes: Its state is held once data is older than: at least 1 minute."],
  ])("%j", (changes, sentence, kind) => {
    expect(problems(changes, kind)).toContain(sentence);
  });
});

describe("hours that do not exist are refused at their field", () => {
  test.each([
    ["25:00–26:00", "hours.hours: “25:00–26:00”: there is no such time of day."],
    ["09:70–17:00", "hours.hours: “09:70–17:00”: there is no such time of day."],
    ["whenever", "hours.hours: “whenever” are no hours like 09:00–17:00."],
    ["", "hours.hours: Without a day and hours this rule would never be looked at. Switch it off instead."],
  ])("%j", (hours, sentence) => {
    expect(problems({ hours: { kind: "own", weekdays: [1], hours } })).toEqual([sentence]);
  });

  test("without a day", () => {
    expect(problems({ hours: { kind: "own", weekdays: [], hours: "09:00–17:00" } })[0]).toContain("never be looked at");
  });
});

const now = new Date("2026-11-20T12:00:00Z");
const silence = (changes: object) =>
  silenceAt(now)
    .safeParse({ matcher: { team: null }, reason: "Known", untilAt: new Date("2026-11-20T14:00:00Z"), ...changes })
    .error?.issues.map(({ message }) => message) ?? [];

test("a silence says why and ends, within 30 days", () => {
  expect(silence({})).toEqual([]);
  expect(silence({ reason: " " })).toEqual(["Say why, so that whoever finds it can tell whether it still holds."]);
  expect(silence({ untilAt: now })).toEqual(["That is over already: give a time that is still to come."]);
  expect(silence({ untilAt: new Date("2027-01-20T14:00:00Z") })[0]).toContain("30 days at most");
  expect(silence({ untilAt: undefined })).toEqual(["Say until when."]);
});

test("a snooze lasts whole minutes, a day at most", () => {
  expect([1, 0, 1441, 1.5].map((minutes) => snoozeMinutes.safeParse(minutes).success)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("what is watched is named so that it can be read back, whatever a team is called", () => {
  for (const team of ["billing", "a/b", "-", "", null]) {
    const watched = { sourceId: "s", team };
    expect(watchedOf(watchedKey(watched))).toEqual(watched);
  }
  for (const watched of [{ sourceId: "s" }, { sourceId: null }])
    expect(watchedOf(watchedKey(watched))).toEqual(watched);
  expect(new Set([null, "-", ""].map((team) => watchedKey({ sourceId: "s", team }))).size).toBe(3);
});

test("an interval is read by its start only", () => {
  expect(slotText(new Date("2026-11-20T13:15:00Z"))).toBe("2026-11-20T13:15Z");
  expect(parseSlot("2026-11-20T13:15Z")).toEqual(new Date("2026-11-20T13:15:00Z"));
  for (const text of ["2026-11-20T13:20Z", "2026-02-30T13:15Z", "2026-11-20T25:00Z", "", "2026-11-20T13:15+01:00"])
    expect(parseSlot(text)).toBeNull();
});

test("the key of a message is the same whoever writes it, and a secret is sealed for its channel alone", () => {
  const told = { incidentId: "i", kind: "escalated", level: 1, n: 3, channelId: "c" } as const;
  expect(outboxKey(told)).toBe("i:escalated:1:3:c");
  expect(channelPurpose("c")).not.toBe(channelPurpose("d"));
});

describe("data that is late", () => {
  const rules = ALARM_KINDS.map((kind) => ({ ...usualRule(kind), isEnabled: true }));

  test("counts as late from where its rule fires", () => {
    expect(lateAfterMinutes(rules.map((one) => (one.kind === "data_stale" ? { ...one, fire: 7 } : one)))).toBe(7);
    expect(lateAfterMinutes([])).toBe(3);
  });

  test("holds the rules of queues whose own limit it is beyond", () => {
    const patient = rules.map((one) => (one.kind === "waiting_count" ? { ...one, staleAfterMinutes: 20 } : one));
    expect([3, 5, 21].map((old) => heldAt(patient, old))).toEqual(["none", "some", "all"]);
    expect(
      heldAt(
        patient.filter(({ kind }) => kind === "data_stale"),
        60,
      ),
    ).toBe("none");
  });
});

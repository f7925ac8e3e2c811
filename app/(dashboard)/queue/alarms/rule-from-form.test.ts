import { expect, test } from "vitest";
import { watchedKey } from "#lib/alarms/queue.ts";
import { ruleSettings } from "#lib/alarms/rule.ts";
import { ruleFrom } from "./rule-from-form.ts";

const SOURCE = "018f0000-0000-7000-8000-000000000001";

const GIVEN = {
  ...{ name: "Long waits", kind: "oldest_wait", queue: "", fire: "15", clear: "10", for: "1", keep: "2", stale: "5" },
  ...{ escalate1: "10", escalate2: "20", ack: "30", repeat: "60", hours: "queue", isEnabled: "on" },
};

const form = (changed: Record<string, string> = {}): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...GIVEN, ...changed })) data.append(name, value);
  return data;
};

const problem = (changed: Record<string, string>): string | undefined => {
  const read = ruleSettings.safeParse(ruleFrom(form(changed)));
  return read.success ? undefined : read.error.issues[0]?.message;
};

test("what was typed becomes a rule", () => {
  expect(
    ruleSettings.parse(ruleFrom(form({ queue: watchedKey({ sourceId: SOURCE, team: "eu/billing" }) }))),
  ).toMatchObject({
    ...{ name: "Long waits", fire: 15, clear: 10, escalateMinutes: [10, 20], isEnabled: true },
    staleAfterMinutes: 5,
    scope: { kind: "queue", sourceId: SOURCE, team: "eu/billing" },
    hours: { kind: "queue" },
  });
});

test("how late data is needs no limit of how late data may be", () => {
  const read = ruleSettings.parse(ruleFrom(form({ kind: "data_stale", fire: "3", clear: "1", stale: "" })));
  expect(read.staleAfterMinutes).toBe(3);
});

test("shares are typed in percent, and decimals with a comma or a point", () => {
  const read = ruleSettings.parse(ruleFrom(form({ kind: "answered_share", fire: "62,5", clear: "80" })));
  expect([read.fire, read.clear]).toEqual([0.625, 0.8]);
});

test.each([
  [{ clear: "20" }, "It would be over at 20 while it fires above 15: give at most 15."],
  [{ stale: "0" }, "Its state is held once data is older than: at least 1 minute."],
  [{ stale: "later" }, "Its state is held once data is older than: give a number of minutes."],
  [{ fire: "" }, "Say from what value on it fires."],
  [{ for: "soon" }, "How long the breach must last: give a number of minutes."],
  [
    { hours: "own", ownHours: "9:00-17:00" },
    "Without a day and hours this rule would never be looked at. Switch it off instead.",
  ],
  [{ name: " " }, "Give the rule a name."],
])("what cannot be a rule is said at once: %j", (changed, sentence) => {
  expect(problem(changed)).toBe(sentence);
});

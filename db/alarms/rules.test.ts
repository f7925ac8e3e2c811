import { beforeAll, expect, test } from "vitest";
import { testDb } from "#db/testing/db.ts";
import { ALARM_KINDS, usualRule } from "#lib/alarms/rule.ts";
import { at } from "#lib/testing/build.ts";
import { alarmJournalOf } from "./journal.ts";
import {
  addRule,
  alarmRuleById,
  alarmRulesOf,
  ensureUsualRules,
  removeRule,
  saveRecipients,
  saveRule,
  standingRules,
} from "./rules.ts";

const held = testDb();
const by = { userId: "018f0000-0000-7000-8000-0000000000aa", now: at("10:00") };
const queue = { kind: "queue", sourceId: "018f0000-0000-7000-8000-0000000000cc", team: null } as const;

beforeAll(async () => {
  await ensureUsualRules(held.db, at("09:00"));
});

test("there is one usual rule of each kind, made once, by however many at a time", async () => {
  await Promise.all([ensureUsualRules(held.db, at("09:00")), ensureUsualRules(held.db, at("09:00"))]);
  expect((await standingRules(held.db)).map(({ kind }) => kind).sort()).toEqual([...ALARM_KINDS].sort());
  expect((await alarmRulesOf(held.db)).find(({ kind }) => kind === "oldest_wait")).toMatchObject({
    fire: 15,
    clear: 10,
  });
});

test("a rule is changed from the revision that was read, and whoever comes second is told", async () => {
  const id = await addRule(held.db, { ...usualRule("oldest_wait"), scope: queue, fire: 30 }, by);
  const rule = await alarmRuleById(held.db, id);
  if (!rule) throw new Error("the rule was not made");
  expect(rule).toMatchObject({ scope: queue, fire: 30, revision: 1 });
  expect(await saveRule(held.db, { ...rule, fire: 20 }, { ...by, note: "too late" })).toBeNull();
  expect(await saveRule(held.db, { ...rule, fire: 25 }, by)).toBe(
    "Somebody else has changed or removed this rule meanwhile. Reload the page to see it.",
  );
  expect(await alarmRuleById(held.db, id)).toMatchObject({ fire: 20, revision: 2 });
  expect((await alarmRulesOf(held.db)).at(-1)?.id).toBe(id);
});

test("whom a rule tells is set by one road alone, and a new rule tells whom the rule of its kind for all queues tells", async () => {
  const channel = "018f0000-0000-7000-8000-0000000000dd";
  const usual = (await alarmRulesOf(held.db)).find(({ kind }) => kind === "oldest_wait");
  if (!usual) throw new Error("no usual rule");
  const told = [[channel], [], [channel]];
  expect(await saveRecipients(held.db, { ...usual, recipients: told }, by)).toBeNull();
  expect(await saveRecipients(held.db, { ...usual, recipients: [[], [], []] }, by)).toMatch(/^Somebody else/);
  const id = await addRule(held.db, { ...usualRule("oldest_wait"), scope: queue }, by);
  const rule = await alarmRuleById(held.db, id);
  if (!rule) throw new Error("the rule was not made");
  expect(rule.recipients).toEqual(told);
  expect(await saveRule(held.db, { ...rule, fire: 40, recipients: [[], [], []] } as typeof rule, by)).toBeNull();
  expect(await alarmRuleById(held.db, id)).toMatchObject({ fire: 40, recipients: told });
});

test("a removed rule is gone for people and stands for the evaluator, and its removal is journaled once", async () => {
  const id = await addRule(held.db, { ...usualRule("waiting_count"), scope: queue }, by);
  await removeRule(held.db, id, by);
  await removeRule(held.db, id, by);
  expect(await alarmRuleById(held.db, id)).toBeNull();
  expect((await standingRules(held.db)).find((rule) => rule.id === id)?.isRemoved).toBe(true);
  const mine = (await alarmJournalOf(held.db, {})).filter(({ ruleId }) => ruleId === id);
  expect(mine.map(({ what }) => what)).toEqual(["rule_removed", "rule_saved"]);
});

import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { StandingRule } from "#lib/alarms/looks.ts";
import {
  ALARM_KINDS,
  ALARM_LEVELS,
  type AlarmKind,
  type AlarmRule,
  type RuleSettings,
  usualRule,
} from "#lib/alarms/rule.ts";
import type { Db } from "../client.ts";
import { alarmJournal, alarmRules } from "../schema/alarms.ts";

type Row = typeof alarmRules.$inferSelect;

const ruleOf = ({
  scope,
  sourceId,
  team,
  removedAt,
  createdAt: _,
  changedAt: __,
  changedBy: ___,
  ...row
}: Row): StandingRule => ({
  ...row,
  scope: scope === "queue" && sourceId !== null ? { kind: "queue", sourceId, team } : { kind: "all" },
  isRemoved: removedAt !== null,
});

const NOBODY: string[][] = ALARM_LEVELS.map(() => []);

/** Whom it tells is none of them: only `saveRecipients` says that. */
const columnsOf = ({ name, kind, scope, fire, clear, hours, isEnabled, ...rest }: RuleSettings) => ({
  ...{ name, kind, fire, clear, hours, isEnabled },
  ...{ forMinutes: rest.forMinutes, keepMinutes: rest.keepMinutes, staleAfterMinutes: rest.staleAfterMinutes },
  ...{ escalateMinutes: rest.escalateMinutes, ackTimeoutMinutes: rest.ackTimeoutMinutes },
  repeatMinutes: rest.repeatMinutes,
  scope: scope.kind,
  sourceId: scope.kind === "queue" ? scope.sourceId : null,
  team: scope.kind === "queue" ? scope.team : null,
});

/** Every rule there ever was, the oldest first: what is open of one that is gone is to be ended. */
export const standingRules = async (db: Db): Promise<StandingRule[]> =>
  (await db.select().from(alarmRules).orderBy(alarmRules.createdAt, alarmRules.id)).map(ruleOf);

/** The rules there are, those for all queues first. */
export const alarmRulesOf = async (db: Db): Promise<AlarmRule[]> => {
  const rules = (await standingRules(db)).filter(({ isRemoved }) => !isRemoved);
  return rules.toSorted((a, b) => Number(a.scope.kind === "queue") - Number(b.scope.kind === "queue"));
};

/** One by its id; null when it is gone. */
export const alarmRuleById = async (db: Db, id: string): Promise<AlarmRule | null> => {
  const [row] = await db
    .select()
    .from(alarmRules)
    .where(and(eq(alarmRules.id, id), isNull(alarmRules.removedAt)));
  return row ? ruleOf(row) : null;
};

/** Makes the usual rules where there never was any; run twice it does nothing. */
export const ensureUsualRules = async (db: Db, now: Date): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('usual alarm rules'))`);
    const [known] = await tx.select({ id: alarmRules.id }).from(alarmRules).limit(1);
    if (known) return;
    const dates = { createdAt: now, changedAt: now };
    await tx
      .insert(alarmRules)
      .values(ALARM_KINDS.map((kind) => ({ ...columnsOf(usualRule(kind)), recipients: NOBODY, id: v7(), ...dates })));
  });
};

type Change = { userId: string; note?: string | null; now: Date };

/** Adds a rule and journals it: it tells whom the rule of its kind for all queues tells. Returns its id. */
export const addRule = async (
  db: Db,
  settings: RuleSettings,
  { userId, note = null, now }: Change,
): Promise<string> => {
  const recipients = await usualRecipients(db, settings.kind);
  return db.transaction(async (tx) => {
    const id = v7();
    await tx
      .insert(alarmRules)
      .values({ ...columnsOf(settings), recipients, id, createdAt: now, changedAt: now, changedBy: userId });
    await tx.insert(alarmJournal).values({ ruleId: id, what: "rule_saved", userId, note, at: now });
    return id;
  });
};

/** Changes a rule, which what is open of it meets at the next evaluation. Returns a sentence when it cannot: it is gone, or
 * somebody else has changed the revision that this was made from. */
export const saveRule = async (
  db: Db,
  { id, revision, ...settings }: RuleSettings & Pick<AlarmRule, "id" | "revision">,
  change: Change,
): Promise<string | null> => changeRule(db, { id, revision }, columnsOf(settings), change);

/** Sets whom a rule tells at each level; nothing else does. Returns a sentence when it cannot, as `saveRule` does. */
export const saveRecipients = async (
  db: Db,
  { recipients, ...rule }: Pick<AlarmRule, "id" | "revision" | "recipients">,
  change: Change,
): Promise<string | null> => changeRule(db, rule, { recipients }, change);

const changeRule = (
  db: Db,
  { id, revision }: Pick<AlarmRule, "id" | "revision">,
  columns: Partial<typeof alarmRules.$inferInsert>,
  { userId, note = null, now }: Change,
): Promise<string | null> =>
  db.transaction(async (tx) => {
    const changed = await tx
      .update(alarmRules)
      .set({ ...columns, revision: revision + 1, changedAt: now, changedBy: userId })
      .where(and(eq(alarmRules.id, id), eq(alarmRules.revision, revision), isNull(alarmRules.removedAt)))
      .returning({ id: alarmRules.id });
    if (changed.length === 0)
      return "Somebody else has changed or removed this rule meanwhile. Reload the page to see it.";
    await tx.insert(alarmJournal).values({ ruleId: id, what: "rule_saved", userId, note, at: now });
    return null;
  });

const usualRecipients = async (db: Db, kind: AlarmKind): Promise<string[][]> => {
  const usual = (await alarmRulesOf(db)).find((rule) => rule.kind === kind && rule.scope.kind === "all");
  return usual?.recipients ?? NOBODY;
};

/** Removes a rule; the evaluator ends what is open of it. Removed already, nothing happens. */
export const removeRule = async (db: Db, id: string, { userId, note = null, now }: Change): Promise<void> => {
  await db.transaction(async (tx) => {
    const removed = await tx
      .update(alarmRules)
      .set({ removedAt: now, changedBy: userId })
      .where(and(eq(alarmRules.id, id), isNull(alarmRules.removedAt)))
      .returning({ id: alarmRules.id });
    if (removed.length > 0)
      await tx.insert(alarmJournal).values({ ruleId: id, what: "rule_removed", userId, note, at: now });
  });
};

import type { TransactionSql } from "postgres";
import { afterCommand } from "#lib/alarms/after-command.ts";
import type { Journaled } from "#lib/alarms/journal.ts";
import { type AlarmState, type Command, REJECTIONS } from "#lib/alarms/machine.ts";
import type { Cause, ChannelKind } from "#lib/alarms/notification.ts";
import { messagesOf } from "#lib/alarms/outbox-messages.ts";
import { queueOf, watchedOf } from "#lib/alarms/queue.ts";
import type { AlarmKind } from "#lib/alarms/rule.ts";
import type { Db } from "../client.ts";
import { standingRules } from "./rules.ts";
import { addJournal, addMessages, knownCause } from "./write.ts";

/** Who, when, and what they wrote beside it. */
export type By = { userId: string; note?: string | null; now: Date };

type Held = {
  ruleId: string;
  watched: string;
  machine: AlarmState;
  value: number | null;
  asOf: Date | null;
  incidentId: string;
  kind: AlarmKind;
  ruleName: string;
  threshold: number;
  firedAt: Date;
  cause: Cause | null;
  orderKey: string;
  source: string | null;
};

/** Acknowledges an incident, takes that back, snoozes or resolves it, and journals who did and why. Returns a sentence when
 * it cannot be done; then nothing changes. Asked for again it does nothing, and only a new note is journaled. */
export const commandIncident = async (db: Db, incidentId: string, command: Command, by: By): Promise<string | null> => {
  const rules = await standingRules(db);
  return db.$client.begin(async (sql) => {
    const held = await hold(sql, incidentId);
    if (!held || held.machine.incident?.id !== incidentId) return REJECTIONS.no_open_incident;
    const { state, effects, rejection } = afterCommand(held.machine, command, by.now.getTime());
    if (rejection) return REJECTIONS[rejection];
    const isSame = JSON.stringify(state) === JSON.stringify(held.machine);
    if (isSame && !by.note) return null;
    await save(sql, held, state, by);
    const rule = rules.find(({ id }) => id === held.ruleId);
    const told = effects.flatMap((effect) =>
      "incidentId" in effect && rule ? [{ effect, rule, incident: notified(held), orderKey: held.orderKey }] : [],
    );
    await addJournal(sql, [entryOf(held, command, by)]);
    if (told.some(({ effect }) => effect.isDelivered)) {
      const who = await nameOf(sql, by.userId);
      const kinds = await sql<{ id: string; kind: ChannelKind }[]>`
        select id, kind from notification_channels where is_enabled and removed_at is null`;
      const telling = { kinds: new Map(kinds.map(({ id, kind }) => [id, kind])), staleSince: null };
      const messages = told.map((one) => ({ ...one, by: { name: who, note: by.note ?? null } }));
      await addMessages(sql, messagesOf(messages, telling), by.now);
    }
    await sql`select pg_notify('seam_alarms', '')`;
    return null;
  });
};

/** With its alarm row locked, as the evaluator does. */
const hold = async (sql: TransactionSql, incidentId: string): Promise<Held | null> => {
  const [row] = await sql<Held[]>`
    select s.rule_id as "ruleId", s.watched, s.machine, s.value, s.as_of as "asOf", i.id as "incidentId", i.kind,
      i.rule_name as "ruleName", i.threshold, i.fired_at as "firedAt", ${knownCause(sql)}, i.order_key as "orderKey",
      (select key from sources where id = i.source_id) as source
    from incidents i join alarm_states s on s.rule_id = i.rule_id and s.watched = i.watched
    where i.id = ${incidentId} for update of s`;
  return row ?? null;
};

const save = async (sql: TransactionSql, held: Held, state: AlarmState, { userId, now }: By): Promise<void> => {
  await sql`
    update alarm_states set machine = ${sql.json(state as never)}, phase = ${state.phase}, version = version + 1,
      incident_id = ${state.incident?.id ?? null}
    where rule_id = ${held.ruleId} and watched = ${held.watched}`;
  const before = held.machine.incident?.ackedAt ?? null;
  const ackedAt = state.incident ? state.incident.ackedAt : before;
  await sql`
    update incidents set acked_at = ${ackedAt === null ? null : new Date(ackedAt)},
      acked_by = ${ackedAt === null ? null : before === null ? userId : sql`acked_by`},
      ended_at = ${state.incident ? null : (held.asOf ?? now)}, ended_by = ${state.incident ? null : "manual"}
    where id = ${held.incidentId}`;
};

const WORDS: Record<Command["kind"], Journaled> = {
  ack: "acknowledged",
  unack: "unacknowledged",
  snooze: "snoozed",
  resolve: "resolved",
};

const entryOf = ({ ruleId, watched, incidentId, value, asOf }: Held, command: Command, { userId, note, now }: By) => ({
  ...{ what: WORDS[command.kind], ruleId, watched, incidentId, dataAt: asOf, userId, note: note ?? null, at: now },
  // Of a snooze, the minutes.
  value: command.kind === "snooze" ? command.minutes : value,
  reason: command.kind === "resolve" ? ("manual" as const) : null,
});

const notified = (held: Held) => ({
  incidentId: held.incidentId,
  rule: { id: held.ruleId, name: held.ruleName, kind: held.kind },
  queue: queueOf(held.source, watchedOf(held.watched)),
  ...{ value: held.value, threshold: held.threshold, cause: held.cause },
  firedAt: held.firedAt.toISOString(),
  asOf: (held.asOf ?? held.firedAt).toISOString(),
});

const nameOf = async (sql: TransactionSql, userId: string): Promise<string> => {
  const [row] = await sql<{ name: string }[]>`select name from users where id = ${userId}`;
  return row?.name ?? "somebody";
};

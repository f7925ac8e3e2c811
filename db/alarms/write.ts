import type { Fragment, Sql, TransactionSql } from "postgres";
import type { Journaled } from "#lib/alarms/journal.ts";
import type { Reason } from "#lib/alarms/notification.ts";
import type { Message } from "#lib/alarms/outbox-messages.ts";
import type { AlarmLevel } from "#lib/alarms/rule.ts";

/** What is left out is not known, or does not apply. */
export type Entry = {
  what: Journaled;
  at: Date;
  incidentId?: string | null;
  ruleId?: string | null;
  watched?: string | null;
  reason?: Reason | null;
  level?: AlarmLevel;
  value?: number | null;
  userId?: string;
  note?: string | null;
  isSuppressed?: boolean;
  dataAt?: Date | null;
};

/** Adds to the journal, in this order. */
export const addJournal = async (sql: TransactionSql, entries: readonly Entry[]): Promise<void> => {
  if (entries.length === 0) return;
  const rows = entries.map(({ isSuppressed = false, ...row }) => ({ ...row, isSuppressed }));
  await sql`
    insert into alarm_journal (incident_id, rule_id, watched, what, reason, level, value, user_id, note, is_suppressed,
      data_at, at)
    select "incidentId", "ruleId", watched, what, reason, level, value, "userId", note, "isSuppressed", "dataAt", at
    from jsonb_to_recordset(${sql.json(rows as never)}) as n("incidentId" uuid, "ruleId" uuid, watched text, what text,
      reason text, level int, value float8, "userId" uuid, note text, "isSuppressed" boolean, "dataAt" timestamptz,
      at timestamptz)`;
};

/** Adds messages to the outbox and tells whoever delivers; one that is there by its key already is not added again. Returns
 * how many were. */
export const addMessages = async (sql: TransactionSql, messages: readonly Message[], now: Date): Promise<number> => {
  if (messages.length === 0) return 0;
  const added = await sql`
    insert into outbox (key, order_key, incident_id, channel_id, payload, created_at, next_at)
    select key, "orderKey", "incidentId", "channelId", payload, ${now}, ${now}
    from jsonb_to_recordset(${sql.json(messages as never)}) as n(key text, "orderKey" uuid, "incidentId" uuid,
      "channelId" uuid, payload jsonb)
    on conflict (key) do nothing returning id`;
  if (added.length > 0) await sql`select pg_notify('seam_outbox', '')`;
  return added.length;
};

/** The cause of an incident `i`; one that was stored before causes named what is clear of chance is not known any more. */
export const knownCause = (sql: Sql | TransactionSql): Fragment =>
  sql`case when i.cause ? 'named' then i.cause end as cause`;

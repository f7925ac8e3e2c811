import type { TransactionSql } from "postgres";
import type { AlarmLook, AlarmSource } from "#lib/alarms/looks.ts";
import { type AlarmState, type Effect, FRESH, type IncidentEffect, isOfIncident } from "#lib/alarms/machine.ts";
import { bandOf, nextState } from "#lib/alarms/next-state.ts";
import type { Cause, ChannelKind, NotifiedIncident } from "#lib/alarms/notification.ts";
import { messagesOf, orderKeys, type ToTell } from "#lib/alarms/outbox-messages.ts";
import { queueOf } from "#lib/alarms/queue.ts";
import { isFloor } from "#lib/alarms/rule.ts";
import type { Db } from "../client.ts";
import { causesOf } from "../queue/causes.ts";
import { addJournal, addMessages, knownCause } from "./write.ts";

export type Context = {
  now: Date;
  zone: string;
  sources: readonly AlarmSource[];
  /** While a source is behind: up to when its data is complete. */
  staleSince: Date | null;
};

export type Stepped = { looked: number; fired: number; resolved: number; messages: number };

type Row = {
  ruleId: string;
  watched: string;
  machine: AlarmState;
  orderKey: string | null;
  cause: Cause | null;
  firedAt: Date | null;
};
type Moved = AlarmLook & { before: Row; state: AlarmState; effects: Effect[] };

/** Moves the states of these looks on: rows are locked, and state, incidents, journal and messages stored in one
 * transaction, so that of two evaluators the second finds it done. Looks in which nothing breaches and nothing is open are
 * left out. */
export const stepAlarms = async (
  db: Db,
  looks: readonly AlarmLook[],
  open: ReadonlySet<string>,
  context: Context,
): Promise<Stepped> => {
  const asked = looks
    .filter(({ rule, key, look }) => open.has(stateName(rule.id, key)) || bandOf(rule, look.value) === "breach")
    .toSorted((a, b) => (stateName(a.rule.id, a.key) < stateName(b.rule.id, b.key) ? -1 : 1));
  if (asked.length === 0) return { looked: 0, fired: 0, resolved: 0, messages: 0 };
  return db.$client.begin(async (sql) => {
    const rows = await lockStates(sql, asked);
    const moved = asked.flatMap((one): Moved[] => {
      const before = rows.get(stateName(one.rule.id, one.key));
      return before ? [{ ...one, before, ...nextState(before.machine, one.look) }] : [];
    });
    await saveStates(sql, moved);
    const messages = await tell(sql, moved, context);
    await saveIncidents(sql, moved);
    if (moved.some(({ before, state, effects }) => effects.length > 0 || state.phase !== before.machine.phase)) {
      await sql`select pg_notify('seam_alarms', '')`;
    }
    const count = (kind: Effect["kind"]) =>
      moved.flatMap(({ effects }) => effects).filter((one) => one.kind === kind).length;
    return { looked: moved.length, fired: count("fired"), resolved: count("resolved"), messages };
  });
};

export const stateName = (ruleId: string, watched: string): string => `${ruleId} ${watched}`;

const lockStates = async (sql: TransactionSql, looks: readonly AlarmLook[]): Promise<Map<string, Row>> => {
  const named = looks.map(({ rule, key, watched }) => ({
    ...{ rule_id: rule.id, watched: key, source_id: watched.sourceId, team: watched.team ?? null },
    ...{ phase: FRESH.phase, machine: FRESH },
  }));
  await sql`
    insert into alarm_states (rule_id, watched, source_id, team, phase, machine)
    select rule_id, watched, source_id, team, phase, machine from jsonb_to_recordset(${sql.json(named as never)})
      as n(rule_id uuid, watched text, source_id uuid, team text, phase text, machine jsonb)
    on conflict do nothing`;
  const rows = await sql<Row[]>`
    select s.rule_id as "ruleId", s.watched, s.machine, i.order_key as "orderKey", ${knownCause(sql)}, i.fired_at as "firedAt"
    from alarm_states s left join incidents i on i.id = s.incident_id
    where (s.rule_id, s.watched) in (
      select rule_id, watched from jsonb_to_recordset(${sql.json(named as never)}) as n(rule_id uuid, watched text))
    order by s.rule_id, s.watched for update of s`;
  return new Map(rows.map((row) => [stateName(row.ruleId, row.watched), row]));
};

const saveStates = async (sql: TransactionSql, moved: readonly Moved[]): Promise<void> => {
  const rows = moved.map(({ rule, key, state, look }) => ({
    ...{ rule_id: rule.id, watched: key, phase: state.phase, machine: state, value: look.value },
    ...{
      incident_id: state.incident?.id ?? null,
      as_of: instant(state.asOf),
      evaluated_at: instant(state.evaluatedAt),
    },
  }));
  await sql`
    update alarm_states s set phase = n.phase, machine = n.machine, value = n.value, incident_id = n.incident_id,
      as_of = n.as_of, evaluated_at = n.evaluated_at, version = s.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(rule_id uuid, watched text, phase text, machine jsonb,
      value float8, incident_id uuid, as_of timestamptz, evaluated_at timestamptz)
    where s.rule_id = n.rule_id and s.watched = n.watched`;
};

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

type Happened = Omit<ToTell, "orderKey"> & { moved: Moved };

/** Journal and messages of all that happened to incidents, and the rows of those that began. Returns how many messages. */
const tell = async (sql: TransactionSql, moved: readonly Moved[], context: Context): Promise<number> => {
  const causes = await causesToTell(sql, moved, context);
  const sourceOf = new Map(context.sources.map(({ id, key }) => [id, key]));
  const happened = moved.flatMap((one): Happened[] =>
    one.effects.filter(isOfIncident).map((effect) => ({
      ...{ effect, moved: one, rule: one.rule },
      incident: notified(one, effect, { cause: causes.get(effect.incidentId) ?? one.before.cause, sourceOf }),
    })),
  );
  const fired = happened.filter(({ effect }) => effect.kind === "fired");
  const leaders = orderKeys(fired);
  await beginIncidents(sql, fired, leaders);
  await saveCauses(sql, causes);
  await addJournal(
    sql,
    moved.flatMap((one) =>
      one.effects
        .filter((effect) => isOfIncident(effect) || one.before.machine.incident)
        .map((effect) => entry(one, effect, context)),
    ),
  );
  const kinds = await sql<{ id: string; kind: ChannelKind }[]>`
    select id, kind from notification_channels where is_enabled and removed_at is null`;
  const messages = messagesOf(
    happened
      .filter(({ effect }) => effect.isDelivered)
      .map((one) => ({
        ...one,
        orderKey: leaders.get(one.incident.incidentId) ?? one.moved.before.orderKey ?? one.incident.incidentId,
      })),
    { kinds: new Map(kinds.map(({ id, kind }) => [id, kind])), staleSince: context.staleSince },
  );
  return addMessages(sql, messages, context.now);
};

const ENDS: readonly Effect["kind"][] = ["suspended", "resolved"];

/** More happens in an incident, and with it there may be enough to tell. */
const LOOK_AGAIN_MS = 300_000;

/** Of what fires; and of what is told again or five minutes have passed, where so far there was too little to tell. */
const causesToTell = async (
  sql: TransactionSql,
  moved: readonly Moved[],
  { zone }: Context,
): Promise<Map<string, Cause>> => {
  const fired = moved.flatMap(({ watched: { sourceId, team }, state, effects, before }) => {
    const { asOf } = state;
    if (before.cause?.named || sourceId === null || team === undefined || asOf === null) return [];
    const told = effects.filter(isOfIncident).find(({ kind }) => !ENDS.includes(kind))?.incidentId;
    const isDue = before.cause !== null && asOf - Date.parse(before.cause.to) >= LOOK_AGAIN_MS;
    const incidentId = told ?? (isDue && state.phase === "firing" ? state.incident?.id : undefined);
    return incidentId === undefined ? [] : [{ incidentId, to: asOf, sourceId, team }];
  });
  const causes = new Map<string, Cause>();
  for (const [to, queues] of Map.groupBy(fired, ({ to: asOf }) => asOf)) {
    const found = await causesOf(sql, queues, { to: new Date(to), zone });
    for (const [i, { incidentId }] of queues.entries()) {
      const cause = found[i];
      if (cause) causes.set(incidentId, cause);
    }
  }
  return causes;
};

const saveCauses = async (sql: TransactionSql, causes: ReadonlyMap<string, Cause>): Promise<void> => {
  if (causes.size === 0) return;
  const rows = [...causes].map(([id, cause]) => ({ id, cause }));
  await sql`
    update incidents i set cause = n.cause
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, cause jsonb) where i.id = n.id`;
};

type Known = { cause: Cause | null; sourceOf: ReadonlyMap<string, string> };

const notified = (
  { rule, watched, look, state, before }: Moved,
  { incidentId }: IncidentEffect,
  { cause, sourceOf }: Known,
): NotifiedIncident => {
  const asOf = new Date(state.asOf ?? look.now).toISOString();
  return {
    incidentId,
    rule: { id: rule.id, name: rule.name, kind: rule.kind },
    queue: queueOf(watched.sourceId === null ? null : (sourceOf.get(watched.sourceId) ?? null), watched),
    value: look.value,
    threshold: rule.fire,
    firedAt: before.firedAt?.toISOString() ?? asOf,
    asOf,
    cause,
  };
};

const beginIncidents = async (
  sql: TransactionSql,
  fired: readonly Happened[],
  leaders: ReadonlyMap<string, string>,
): Promise<void> => {
  const rows = fired.map(({ moved: { rule, key, watched, look }, incident }) => ({
    ...{
      id: incident.incidentId,
      rule_id: rule.id,
      watched: key,
      source_id: watched.sourceId,
      team: watched.team ?? null,
    },
    ...{
      kind: rule.kind,
      rule_name: rule.name,
      threshold: rule.fire,
      fired_at: incident.firedAt,
    },
    ...{ value: look.value, order_key: leaders.get(incident.incidentId) ?? incident.incidentId },
  }));
  if (rows.length === 0) return;
  await sql`
    insert into incidents (id, rule_id, watched, source_id, team, kind, rule_name, threshold, fired_at, value, peak, order_key)
    select id, rule_id, watched, source_id, team, kind, rule_name, threshold, fired_at, value, value, order_key
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, rule_id uuid, watched text, source_id uuid, team text,
      kind text, rule_name text, threshold float8, fired_at timestamptz, value float8, order_key uuid)
    on conflict (id) do update set order_key = excluded.order_key`;
};

const entry = ({ rule, key, look, state }: Moved, effect: Effect, { now }: Context) => ({
  ...{ ruleId: rule.id, watched: key, what: effect.kind, value: look.value, at: now },
  dataAt: state.asOf === null ? null : new Date(state.asOf),
  ...(isOfIncident(effect)
    ? { incidentId: effect.incidentId, reason: effect.reason, level: effect.level, isSuppressed: !effect.isDelivered }
    : { incidentId: state.incident?.id ?? null }),
});

/** What the rows of incidents repeat of the states, for those that are open and those that have just ended. */
const saveIncidents = async (sql: TransactionSql, moved: readonly Moved[]): Promise<void> => {
  const rows = moved.flatMap(({ rule, look, before, state, effects }) => {
    const incident = state.incident ?? before.machine.incident;
    if (!incident) return [];
    const end = effects.filter(isOfIncident).find(({ kind }) => kind === "resolved");
    return [
      {
        ...{ id: incident.id, value: look.value, level: incident.highest, is_delivered: incident.isDelivered },
        ...{ acked_at: instant(incident.ackedAt), is_floor: isFloor(rule.kind) },
        ...{ ended_at: end ? instant(state.asOf ?? look.now) : null, ended_by: end?.reason ?? null },
      },
    ];
  });
  if (rows.length === 0) return;
  await sql`
    update incidents i set value = n.value, level = n.level, is_delivered = n.is_delivered, acked_at = n.acked_at,
      acked_by = case when n.acked_at is not null then i.acked_by end, ended_at = n.ended_at, ended_by = n.ended_by,
      peak = case when n.is_floor then least(i.peak, n.value) else greatest(i.peak, n.value) end
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, value float8, level int, is_delivered boolean,
      acked_at timestamptz, is_floor boolean, ended_at timestamptz, ended_by text)
    where i.id = n.id and i.ended_at is null`;
};

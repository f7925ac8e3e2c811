import type { Journaled } from "#lib/alarms/journal.ts";
import type { AlarmPhase } from "#lib/alarms/machine.ts";
import type { Cause, Reason } from "#lib/alarms/notification.ts";
import type { AlarmKind, AlarmLevel } from "#lib/alarms/rule.ts";
import type { Db } from "../client.ts";
import { knownCause } from "./write.ts";

/** How a rule stands for a queue, with its open incident. source: by its key; null = the workspace. */
export type StandingAlarm = {
  ruleId: string;
  ruleName: string;
  kind: AlarmKind;
  fire: number;
  clear: number;
  watched: string;
  source: string | null;
  team: string | null;
  phase: AlarmPhase;
  since: Date | null;
  asOf: Date | null;
  value: number | null;
  isStale: boolean;
  isSilenced: boolean;
  snoozedUntil: Date | null;
  incidentId: string | null;
  firedAt: Date | null;
  level: AlarmLevel | null;
  ackedAt: Date | null;
  ackedBy: string | null;
  /** What whoever answered it last wrote with that. */
  note: string | null;
  cause: Cause | null;
};

/** Everything that is not inactive: firing first, then the longest. */
export const standingAlarms = async (db: Db): Promise<StandingAlarm[]> => db.$client<StandingAlarm[]>`
  select s.rule_id as "ruleId", r.name as "ruleName", r.kind, r.fire, r.clear, s.watched, src.key as source, s.team, s.phase,
    to_timestamp((s.machine->>'since')::float8 / 1000) as since, s.as_of as "asOf", s.value,
    (s.machine->>'isStale')::boolean as "isStale", (s.machine->>'isSilenced')::boolean as "isSilenced",
    to_timestamp((s.machine->'incident'->>'snoozedUntil')::float8 / 1000) as "snoozedUntil",
    s.incident_id as "incidentId", i.fired_at as "firedAt", (s.machine->'incident'->>'level')::int as level,
    i.acked_at as "ackedAt", u.name as "ackedBy", (
      select j.note from alarm_journal j where j.incident_id = i.id and j.what in ('acknowledged', 'snoozed')
      order by j.id desc limit 1) as note, ${knownCause(db.$client)}
  from alarm_states s join alarm_rules r on r.id = s.rule_id left join incidents i on i.id = s.incident_id
    left join sources src on src.id = s.source_id left join users u on u.id = i.acked_by
  where s.phase <> 'inactive'
  order by array_position('{firing,recovering,pending,suspended}'::text[], s.phase), i.fired_at, s.watched`;

/** How many alarms fire now, acknowledged or not. */
export const firingCount = async (db: Db): Promise<number> => {
  const [row] = await db.$client<{ n: number }[]>`
    select count(*)::int as n from alarm_states where phase = 'firing'`;
  return row?.n ?? 0;
};

export type Incident = {
  id: string;
  ruleId: string;
  ruleName: string;
  kind: AlarmKind;
  watched: string;
  source: string | null;
  team: string | null;
  threshold: number;
  peak: number | null;
  firedAt: Date;
  endedAt: Date | null;
  endedBy: Reason | null;
  level: AlarmLevel;
  isDelivered: boolean;
  cause: Cause | null;
  ackedAt: Date | null;
  ackedBy: string | null;
  wasReal: boolean | null;
  judgedBy: string | null;
  done: string | null;
  doneBy: string | null;
};

/** Incidents, the newest first; with a rule, its own. */
export const incidentsOf = async (
  db: Db,
  {
    ruleId = null,
    id = null,
    limit = 50,
    offset = 0,
  }: { ruleId?: string | null; id?: string | null; limit?: number; offset?: number },
): Promise<Incident[]> => db.$client<Incident[]>`
  select i.id, i.rule_id as "ruleId", i.rule_name as "ruleName", i.kind, i.watched, s.key as source, i.team,
    i.threshold, i.peak,
    i.fired_at as "firedAt", i.ended_at as "endedAt", i.ended_by as "endedBy", i.level, i.is_delivered as "isDelivered",
    ${knownCause(db.$client)}, i.acked_at as "ackedAt", a.name as "ackedBy", i.was_real as "wasReal", j.name as "judgedBy", i.done,
    d.name as "doneBy"
  from incidents i left join sources s on s.id = i.source_id left join users a on a.id = i.acked_by
    left join users j on j.id = i.judged_by left join users d on d.id = i.done_by
  where (${ruleId}::uuid is null or i.rule_id = ${ruleId}) and (${id}::uuid is null or i.id = ${id})
  order by i.fired_at desc, i.id limit ${limit} offset ${offset}`;

/** Whether an incident is still open; one that is not known is not. */
export const isIncidentOpen = async (db: Db, id: string): Promise<boolean> => {
  const [row] = await db.$client<{ isOpen: boolean }[]>`
    select ended_at is null as "isOpen" from incidents where id = ${id}`;
  return row?.isOpen ?? false;
};

export type JournalEntry = {
  id: number;
  at: Date;
  dataAt: Date | null;
  what: Journaled;
  reason: Reason | null;
  level: AlarmLevel | null;
  value: number | null;
  note: string | null;
  isSuppressed: boolean;
  incidentId: string | null;
  ruleId: string | null;
  ruleName: string | null;
  kind: AlarmKind | null;
  source: string | null;
  team: string | null;
  /** Null = the machine. */
  user: string | null;
};

/** What happened, the newest first; with an incident, to it alone. */
export const alarmJournalOf = async (
  db: Db,
  {
    incidentId = null,
    limit = 100,
    before = null,
  }: { incidentId?: string | null; limit?: number; before?: number | null },
): Promise<JournalEntry[]> => db.$client<JournalEntry[]>`
  select j.id::int, j.at, j.data_at as "dataAt", j.what, j.reason, j.level, j.value, j.note,
    j.is_suppressed as "isSuppressed", j.incident_id as "incidentId", j.rule_id as "ruleId", r.name as "ruleName", r.kind,
    s.key as source, i.team, u.name as user
  from alarm_journal j left join alarm_rules r on r.id = j.rule_id left join incidents i on i.id = j.incident_id
    left join sources s on s.id = i.source_id left join users u on u.id = j.user_id
  where (${incidentId}::uuid is null or j.incident_id = ${incidentId}) and (${before}::bigint is null or j.id < ${before})
  order by j.id desc limit ${limit}`;

/** Of the incidents that somebody was told of and that were judged, how many were false; a row = a rule with any incident. */
export const falseAlarms = async (db: Db): Promise<{ ruleId: string; incidents: number; part: number; n: number }[]> =>
  db.$client<{ ruleId: string; incidents: number; part: number; n: number }[]>`
  select rule_id as "ruleId", count(*)::int as incidents, count(*) filter (where was_real = false and is_delivered)::int as part,
    count(was_real) filter (where is_delivered)::int as n
  from incidents group by 1`;

export type StoredSilence = {
  id: string;
  matcher: { ruleId?: string; kind?: AlarmKind; sourceId?: string; team?: string | null };
  reason: string;
  fromAt: Date;
  untilAt: Date;
  by: string | null;
};

/** Silences that hold at `now`, the one that ends first first. */
export const silencesAt = async (db: Db, now: Date): Promise<StoredSilence[]> => db.$client<StoredSilence[]>`
  select x.id, x.matcher, x.reason, x.from_at as "fromAt", x.until_at as "untilAt", u.name as by
  from silences x left join users u on u.id = x.created_by
  where x.from_at <= ${now} and x.until_at > ${now} and (x.ended_at is null or x.ended_at > ${now}) order by x.until_at`;

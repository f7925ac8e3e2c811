import { replay, type WouldBe } from "#lib/alarms/backtest/replay.ts";
import { countSeries, oldestSeries, type PastWait, type Series, shareSeries } from "#lib/alarms/backtest/series.ts";
import { calendarOfRule } from "#lib/alarms/looks.ts";
import type { RuleSettings } from "#lib/alarms/rule.ts";
import { openSpans } from "#lib/time/business-time.ts";
import type { Calendar } from "#lib/time/calendar.ts";
import type { Db } from "../client.ts";
import type { QueueHours } from "../hours.ts";
import { GIVEN_UP, GIVEN_UP_DAYS } from "../queue/intervals.ts";

const WEEKS = 4;
const WEEK_MS = 7 * 86_400_000;

export type Backtest = {
  from: Date;
  to: Date;
  incidents: (WouldBe & { source: string; team: string | null })[];
};

/** What a rule would have done in the four weeks up to `now`, from the waits as they are known now; null for kinds whose
 * past is not kept, or not by queue. The oldest incident first. */
export const backtestRule = async (
  db: Db,
  rule: RuleSettings,
  { now, hours }: { now: Date; hours: QueueHours },
): Promise<Backtest | null> => {
  if (rule.kind === "data_stale" || rule.kind === "escalation_rate") return null;
  const from = new Date(now.getTime() - WEEKS * WEEK_MS);
  const queues = await pastWaits(db, rule, { from, to: now });
  const incidents = queues.flatMap(({ source, team, ...past }) => {
    const calendar = hours.calendarOf(source, team);
    const during = { from: from.getTime(), to: now.getTime(), open: openIn(rule, calendar, { from, to: now }) };
    return replay(rule, seriesOf(rule, waitsOf(past), calendar), during).map((one) => ({ ...one, source, team }));
  });
  return { from, to: now, incidents: incidents.toSorted((a, b) => a.fired - b.fired) };
};

const openIn = (rule: RuleSettings, queue: Calendar, { from, to }: { from: Date; to: Date }) => {
  const calendar = calendarOfRule(rule.hours, queue, to);
  const spans = calendar ? openSpans(calendar, from, to) : [{ from, to: new Date(to.getTime() + 1) }];
  return spans.map((span) => ({ from: span.from.getTime(), to: span.to.getTime() }));
};

const seriesOf = (rule: RuleSettings, waits: PastWait[], calendar: Calendar): Series => {
  if (rule.kind === "oldest_wait") return oldestSeries(waits, rule, calendar);
  return rule.kind === "waiting_count" ? countSeries(waits, rule) : shareSeries(waits, rule, calendar);
};

/** Of one queue, in equal order. ended: null = it waits. */
type Past = {
  at: number[];
  waited: (number | null)[];
  open: (number | null)[];
  answered: boolean[];
  counts: boolean[];
};
type PastQueue = Past & { source: string; team: string | null };

const GIVEN_UP_SECONDS = GIVEN_UP_DAYS * 86_400;

const waitsOf = ({ at, waited, open, answered, counts }: Past): PastWait[] =>
  at.map((time, i) => ({
    at: time * 1000,
    ended: (time + Math.min(waited[i] ?? Number.POSITIVE_INFINITY, GIVEN_UP_SECONDS)) * 1000,
    businessSeconds: open[i] ?? null,
    isAnswered: answered[i] ?? false,
    canCount: counts[i] ?? false,
  }));

/** Waits that lay in a stretch of time, a row = a queue; as JSON, because the driver reads arrays slowly. Where only the
 * oldest counts, only those that were longer than what is clear. counts: it can enter the service level. */
const pastWaits = (db: Db, rule: RuleSettings, { from, to }: { from: Date; to: Date }): Promise<PastQueue[]> => {
  const sql = db.$client;
  const { scope } = rule;
  const mine =
    scope.kind === "queue" ? sql`and source_id = ${scope.sourceId} and team is not distinct from ${scope.team}` : sql``;
  const isLong =
    rule.kind === "oldest_wait" ? sql`and (wait_business_seconds > ${rule.clear * 60} or outcome = 'waiting')` : sql``;
  return sql<PastQueue[]>`
    with waits as (
      select source_id, team, extract(epoch from at)::float8 as at, outcome,
        case when outcome <> 'waiting' then wait_seconds end as waited,
        case when outcome <> 'waiting' then wait_business_seconds end as open,
        in_hours and not (outcome = 'left' and wait_seconds < 30) as counts
      from handoffs where excluded is null and not is_takeover ${mine} ${isLong}
        and at > ${from}::timestamptz - ${GIVEN_UP}::interval and at <= ${to}
        and (outcome = 'waiting' or at + wait_seconds * interval '1 second' > ${from}))
    select s.key as source, w.* from (
      select source_id, team, json_agg(at) as at, json_agg(waited) as waited, json_agg(open) as open,
        json_agg(outcome = 'answered') as answered, json_agg(counts) as counts
      from waits group by 1, 2) w join sources s on s.id = w.source_id
    where s.kind <> 'import'`;
};

import { isTooFew } from "#lib/metrics/measure.ts";
import { businessSeconds, isOpen } from "#lib/time/business-time.ts";
import { type Calendar, type CalendarOf, versionAt, weekly } from "#lib/time/calendar.ts";
import { parseHours } from "#lib/time/hours-text.ts";
import { dateAt } from "#lib/time/zone.ts";
import type { Look } from "./next-state.ts";
import { incidentIdAt, type Watched, watchedKey } from "./queue.ts";
import type { AlarmHours, AlarmRule } from "./rule.ts";
import type { SilenceMatcher } from "./silence.ts";

const MINUTE_MS = 60_000;

/** A source that queues are read of. watermark: up to when its data is complete; null = nothing is. */
export type AlarmSource = { id: string; key: string; watermark: Date | null; isWatched: boolean };

/** A queue at its source's data time. decided: of the last hour, as the metric serviceLevel counts. */
export type QueueReading = {
  sourceId: string;
  team: string | null;
  waiting: number;
  oldestAt: Date | null;
  decided: { part: number; n: number };
};

/** The last mature day of the escalation rate: when it was over, and how far above its centre it was, in deviations of the
 * p′ chart; null = no chart can be made yet. */
export type EscalationReading = { endedAt: Date; deviations: number | null };

export type World = {
  now: Date;
  calendarOf: CalendarOf;
  sources: readonly AlarmSource[];
  queues: readonly QueueReading[];
  escalation: EscalationReading | null;
  silences: readonly SilenceMatcher[];
};

/** A rule as it stands: removed or switched off rules are looked at only while something of them is open. */
export type StandingRule = AlarmRule & { isRemoved: boolean };

export type AlarmLook = { rule: StandingRule; watched: Watched; key: string; look: Look };

/** Everything to look at now: each queue by the rules that hold for it, and whatever is open. A rule for one queue holds
 * there in place of the one for all of its kind. */
export const looksOf = (
  rules: readonly StandingRule[],
  open: readonly { ruleId: string; watched: Watched }[],
  world: World,
): AlarmLook[] => {
  const known = new Map(world.sources.map((source) => [source.id, source]));
  const readings = new Map(world.queues.map((reading) => [watchedKey(reading), reading]));
  const looks = new Map<string, AlarmLook>();
  const add = (rule: StandingRule, watched: Watched, isDeleted: boolean) => {
    const key = watchedKey(watched);
    const source = watched.sourceId === null ? undefined : known.get(watched.sourceId);
    const isGone = isDeleted || (watched.sourceId !== null && !source?.isWatched);
    const measured = isGone ? GONE : measuredBy(rule, { source, reading: readings.get(key), world });
    const look = {
      ...measured,
      rule,
      now: world.now.getTime(),
      isDeleted: isGone,
      isOpen: isOpenAt(rule.hours, calendarOf(watched, source, world), world.now),
      isSilenced: world.silences.some((silence) => isSilencedBy(silence, rule, watched)),
    };
    const asOf = Math.min(look.now, look.watermark ?? 0);
    looks.set(`${rule.id} ${key}`, {
      ...{ rule, watched, key },
      look: { ...look, incidentId: incidentIdAt(rule.id, key, asOf) },
    });
  };
  const held = rules.filter(({ isEnabled, isRemoved }) => isEnabled && !isRemoved);
  for (const { ruleId, watched } of open) {
    const rule = rules.find(({ id }) => id === ruleId);
    if (rule) add(rule, watched, !held.includes(rule) || !holdsFor(rule, watched, held));
  }
  for (const rule of held) {
    for (const watched of watchedBy(rule, world)) if (holdsFor(rule, watched, held)) add(rule, watched, false);
  }
  return [...looks.values()];
};

type Measured = Pick<Look, "value" | "watermark">;
const GONE: Measured = { value: null, watermark: null };

const watchedBy = ({ kind }: AlarmRule, { sources, queues }: World): Watched[] => {
  if (kind === "escalation_rate") return [{ sourceId: null }];
  if (kind === "data_stale") return sources.filter(({ isWatched }) => isWatched).map(({ id }) => ({ sourceId: id }));
  return queues.map(({ sourceId, team }) => ({ sourceId, team }));
};

const holdsFor = (rule: AlarmRule, watched: Watched, held: readonly AlarmRule[]): boolean => {
  const isItsOwn = ({ scope }: AlarmRule) =>
    scope.kind === "queue" && scope.sourceId === watched.sourceId && scope.team === watched.team;
  if (rule.scope.kind === "queue") return isItsOwn(rule);
  return !held.some((other) => other.kind === rule.kind && isItsOwn(other));
};

type Seen = { source: AlarmSource | undefined; reading: QueueReading | undefined; world: World };

const measuredBy = ({ kind }: AlarmRule, { source, reading, world }: Seen): Measured => {
  const now = world.now.getTime();
  if (kind === "escalation_rate") {
    const { endedAt, deviations } = world.escalation ?? { endedAt: null, deviations: null };
    return { value: deviations, watermark: endedAt?.getTime() ?? null };
  }
  const watermark = source?.watermark?.getTime() ?? null;
  if (kind === "data_stale") {
    return {
      value: watermark === null ? Number.MAX_SAFE_INTEGER : Math.max(0, now - watermark) / MINUTE_MS,
      watermark: now,
    };
  }
  if (kind === "waiting_count") return { value: reading?.waiting ?? 0, watermark };
  if (kind === "oldest_wait") return { value: oldestMinutes({ source, reading, world }, watermark), watermark };
  const decided = reading?.decided ?? { part: 0, n: 0 };
  return { value: isTooFew(decided) ? null : decided.part / decided.n, watermark };
};

const oldestMinutes = ({ source, reading, world }: Seen, watermark: number | null): number => {
  if (!source || !reading?.oldestAt || watermark === null) return 0;
  const asOf = new Date(Math.min(world.now.getTime(), watermark));
  return businessSeconds(world.calendarOf(source.key, reading.team), reading.oldestAt, asOf) / 60;
};

const calendarOf = ({ team }: Watched, source: AlarmSource | undefined, world: World): Calendar =>
  world.calendarOf(source?.key ?? "", team ?? null);

const isOpenAt = (hours: AlarmHours, queue: Calendar, now: Date): boolean => {
  const calendar = calendarOfRule(hours, queue, now);
  return calendar === null || isOpen(calendar, now);
};

/** The hours in which a rule is looked at in a queue with these hours; null = always. */
export const calendarOfRule = (hours: AlarmHours, queue: Calendar, now: Date): Calendar | null => {
  if (hours.kind === "always") return null;
  return hours.kind === "own" ? ownCalendar(hours, queue, now) : queue;
};

/** By what they say; making windows of a calendar costs much more than looking at one. */
const owns = new Map<string, Calendar>();

const ownCalendar = (
  { weekdays, hours }: { weekdays: number[]; hours: string },
  queue: Calendar,
  now: Date,
): Calendar => {
  const { zone } = versionAt(queue.versions, dateAt(now, "UTC"));
  const name = JSON.stringify([zone, weekdays, hours]);
  const known = owns.get(name);
  if (known) return known;
  const read = parseHours(hours);
  const windows = "hours" in read ? weekly(weekdays, ...read.hours) : [];
  const made: Calendar = { key: "own", revision: 1, versions: [{ from: null, zone, windows, exceptions: [] }] };
  owns.set(name, made);
  return made;
};

const isSilencedBy = (silence: SilenceMatcher, rule: AlarmRule, watched: Watched): boolean =>
  (silence.ruleId === undefined || silence.ruleId === rule.id) &&
  (silence.kind === undefined || silence.kind === rule.kind) &&
  (silence.sourceId === undefined || silence.sourceId === watched.sourceId) &&
  (silence.team === undefined || silence.team === watched.team);

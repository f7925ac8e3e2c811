import type { AlarmCard } from "#app/_alarm-card.ts";
import { alarmsNow } from "#app/_alarms.ts";
import { isClockFrozen, pageNow, theWorkspace } from "#app/_auth/session.ts";
import { db } from "#app/_db.ts";
import { first, hrefOf, readFilters, type SearchParams } from "#app/_filters.ts";
import { alarmRulesOf } from "#db/alarms/rules.ts";
import { calendars, type QueueHours, queueHours } from "#db/hours.ts";
import { type ListedRecord, listRecords } from "#db/metrics/list.ts";
import { intervalsOfAll } from "#db/queue/intervals.ts";
import { type Waiting, waitingNow } from "#db/queue/waiting-now.ts";
import { completeUntil } from "#db/sources.ts";
import type { QueueInterval } from "#lib/alarms/intervals.ts";
import { heldAt, lateAfterMinutes } from "#lib/alarms/rule.ts";
import { slotsOf, slotText } from "#lib/alarms/slots.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { clock, duration, label, localDate, MISSING, time } from "#lib/format.ts";
import type { Piece } from "#lib/sentences/piece.ts";
import { howLeft, latelySentence, queueSentence, staleSentence } from "#lib/sentences/queue.ts";
import { isOpen } from "#lib/time/business-time.ts";
import { rangeOfDates } from "#lib/time/range.ts";
import { dateAt } from "#lib/time/zone.ts";

/** Everything that `/queue` shows, ready for eyes and for JSON: what a page is made of and what its stream sends are one. */
export type QueueBoard = {
  /** Instant that all of it is of; ages go on from there by the second unless `isFrozen`. */
  at: string;
  isFrozen: boolean;
  date: string;
  clock: string;
  zone: string;
  isToday: boolean;
  /** Up to when data is complete, and what alarms do; null = nothing is missing. */
  stale: string[] | null;
  sentence: Piece[];
  lately: string;
  waiting: WaitingRow[];
  waitingCount: number;
  left: LeftRow[];
  leftHref: string;
  slots: SlotColumn[];
  /** Handed over while all queues are closed. */
  besides: { n: number; href: string } | null;
  alarms: AlarmCard[];
  /** Rules that are on and of which nothing is open. */
  quietRules: number;
  /** Messages of the last day that were given up. */
  undelivered: number;
};

export type WaitingRow = {
  id: string;
  href: string;
  customer: string;
  tier: string;
  topic: string;
  why: string;
  team: string;
  aiSeconds: number;
  /** In open hours, at the board's instant; it grows while `isOpen`. */
  waitSeconds: number;
  isOpen: boolean;
  /** By the clock. */
  wallSeconds: number;
  promisedSeconds: number | null;
};

export type LeftRow = Record<"id" | "href" | "at" | "waited" | "how" | "customer" | "topic" | "team", string>;

/** 15 minutes of the day; start: local. */
export type SlotColumn = {
  at: string;
  start: string;
  /** Where an hour begins. */
  hour: string | null;
  /** Null = it has not begun. */
  numbers: {
    offered: number;
    left: number;
    people: number;
    oldestSeconds: number | null;
    /** Service level, a share, and of how many; null = of nobody. */
    level: number | null;
    levelN: number;
    isProvisional: boolean;
    href: string;
  } | null;
};

/** The filters of the page: one day, today unless the address names another one. */
export const readQueue = async (params: SearchParams): Promise<Filters> => {
  const { zone } = await theWorkspace();
  const filters = await readFilters(params);
  const today = dateAt(pageNow(), zone);
  const asked = first(params["from"]);
  const day = asked && asked === first(params["to"]) ? asked : today;
  const range = rangeOfDates(day, day, zone) ?? rangeOfDates(today, today, zone);
  return range ? withRange(filters, range) : filters;
};

const MINUTE_MS = 60_000;

/** What stands in the queues that the filters leave, and what became of those of the day. */
export const queueBoard = async (filters: Filters, now: Date): Promise<QueueBoard> => {
  const [hours, until, all, rules] = await Promise.all([
    queueHours(db()),
    completeUntil(db(), now),
    calendars(db()),
    alarmRulesOf(db()),
  ]);
  const minutesOld = until === null ? 0 : (now.getTime() - until.getTime()) / MINUTE_MS;
  const isStale = until !== null && minutesOld > lateAfterMinutes(rules);
  const at = isStale ? until : now;
  const [{ waiting, count: waitingCount }, intervals, left, alarms] = await Promise.all([
    waitingNow(db(), filters, { now: at, hours }),
    intervalsOfAll(db(), filters, { now, until, hours }),
    leftOf(filters),
    alarmsNow(filters, rules, now),
  ]);
  const { zone, range } = filters;
  const staleSince = isStale ? time(at, zone) : null;
  const slots = slotsOf(range.firstDate, zone).filter((slot) => all.some((calendar) => isOpen(calendar, slot)));
  return {
    at: at.toISOString(),
    isFrozen: isStale || isClockFrozen(),
    date: localDate(range.firstDate),
    clock: clock(at, zone),
    zone,
    isToday: range.firstDate === dateAt(now, zone),
    stale: staleSince === null ? null : staleSentence(staleSince, heldAt(rules, minutesOld)),
    sentence: queueSentence({
      waits: waiting.map(({ businessSeconds }) => businessSeconds),
      cause: alarms.cause,
      staleSince,
    }),
    lately: latelyOf(intervals, at, zone),
    waiting: waiting.map((one) => waitingRow(one, { filters, hours, at })),
    waitingCount,
    left,
    leftHref: hrefOf("/handoffs", filters, { stands: "left" }),
    slots: slots.map((slot) => columnOf(slot, intervals, filters)),
    besides: besides(intervals, slots, filters),
    alarms: alarms.cards,
    quietRules: alarms.quietRules,
    undelivered: alarms.undelivered,
  };
};

type Shown = { filters: Filters; hours: QueueHours; at: Date };

const waitingRow = (one: Waiting, { filters, hours, at }: Shown): WaitingRow => ({
  id: `${one.conversationId} ${one.handoffId}`,
  href: hrefOf(`/handoffs/${one.conversationId}`, filters),
  customer: one.customer ?? one.externalId,
  tier: one.tier ? label(one.tier) : "",
  topic: one.topic ? label(one.topic) : MISSING,
  why: label(one.trigger),
  team: one.team ? label(one.team) : MISSING,
  aiSeconds: Math.max(0, (one.since.getTime() - one.startedAt.getTime()) / 1000),
  waitSeconds: one.businessSeconds,
  isOpen: isOpen(hours.calendarOf(one.source, one.team), at),
  wallSeconds: one.wallSeconds,
  promisedSeconds: one.promisedSeconds,
});

const LEFT_SHOWN = 10;
/** Who left last need not have been handed over last. */
const LEFT_READ = 50;

/** Who left on the day without an answer, who left last first. */
const leftOf = async (filters: Filters): Promise<LeftRow[]> => {
  const query = { only: "whole", narrow: { stands: "left" }, sort: "at", isDescending: true } as const;
  const rows = await listRecords(db(), "handoffs", filters, { ...query, limit: LEFT_READ, offset: 0 });
  const byLeaving = rows.toSorted((a, b) => leftAt(b) - leftAt(a));
  return byLeaving.slice(0, LEFT_SHOWN).map((row) => leftRow(row, filters));
};

const leftAt = (row: ListedRecord): number => (row.handoffAt ?? row.at).getTime() + (row.waitSeconds ?? 0) * 1000;

const leftRow = (row: ListedRecord, filters: Filters): LeftRow => ({
  id: `${row.conversationId} ${row.handoffId}`,
  href: hrefOf(`/handoffs/${row.conversationId}`, filters),
  at: time(new Date(leftAt(row)), filters.zone),
  waited: duration(row.waitSeconds),
  how: howLeft(row.leftHow),
  customer: row.customer ?? row.externalId,
  topic: row.topic ? label(row.topic) : MISSING,
  team: row.team ? label(row.team) : MISSING,
});

const LATELY_SLOTS = 4;

/** The newest hour of the day in which anything can have happened yet. */
const latelyOf = (intervals: readonly QueueInterval[], at: Date, zone: string): string => {
  const newest = intervals.filter(({ slot }) => slot <= at).slice(-LATELY_SLOTS);
  const since = newest[0]?.slot;
  if (!since) return "Nothing of this day has been yet.";
  const sum = (of: (one: QueueInterval) => number) => newest.reduce((total, one) => total + of(one), 0);
  return latelySentence({
    since: time(since, zone),
    offered: sum(({ offered }) => offered),
    inTarget: { part: sum((one) => one.serviceLevel.part), n: sum((one) => one.serviceLevel.n) },
    left: sum((one) => one.left),
  });
};

const columnOf = (slot: Date, intervals: readonly QueueInterval[], filters: Filters): SlotColumn => {
  const start = time(slot, filters.zone);
  const found = intervals.find((one) => one.slot.getTime() === slot.getTime());
  const base = { at: slot.toISOString(), start, hour: start.endsWith(":00") ? start : null };
  if (!found) return { ...base, numbers: null };
  const { serviceLevel, oldestSeconds, offered, left, people, isProvisional } = found;
  const level = serviceLevel.n === 0 ? null : serviceLevel.part / serviceLevel.n;
  const numbers = { offered, left, people, oldestSeconds, isProvisional, level, levelN: serviceLevel.n };
  return { ...base, numbers: { ...numbers, href: hrefOf("/handoffs", filters, { slot: slotText(slot) }) } };
};

/** Who was handed over at hours in which no queue is open, which the strip does not show. */
const besides = (
  intervals: readonly QueueInterval[],
  slots: readonly Date[],
  filters: Filters,
): QueueBoard["besides"] => {
  const shown = new Set(slots.map((slot) => slot.getTime()));
  const n = intervals.filter(({ slot }) => !shown.has(slot.getTime())).reduce((sum, { offered }) => sum + offered, 0);
  return n === 0 ? null : { n, href: hrefOf("/handoffs", filters, { hours: "closed" }) };
};

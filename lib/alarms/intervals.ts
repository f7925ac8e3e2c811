import type { Counted } from "#lib/metrics/measure.ts";
import type { Standing } from "#lib/narrowing.ts";
import { dateAt, hourAt, weekdayOf } from "#lib/time/zone.ts";
import { SLOT_MS, slotText } from "./slots.ts";

/** How many handoffs of one interval stand so, in open hours or not. */
export type SlotCell = { slot: string; stands: Standing; hours: "open" | "closed"; n: number };

/** What is known at an instant besides, by interval: who was waiting when it began, the longest that anybody had waited
 * by its end, in open seconds (null = nobody waited), and how many people gave a first answer in it. */
export type SlotState = { carried: number; oldestSeconds: number | null; people: number };

/** 15 minutes of a queue, which own a handoff by its time. */
export type QueueInterval = SlotState & {
  slot: Date;
  /** Handed to people. Of these, answered in less than five open minutes, and left after 30 seconds or more. */
  offered: number;
  inTarget: number;
  left: number;
  /** As the metric of that name counts it. */
  serviceLevel: Counted;
  /** A wait of it is not over, or what happened in it is not all known: its numbers can still change. */
  isProvisional: boolean;
};

const NOBODY: SlotState = { carried: 0, oldestSeconds: null, people: 0 };

/** The intervals that have begun by `now`, each with its numbers. `until`: up to when all that happened is stored; null =
 * not at all. */
export const intervalsOf = (
  slots: readonly Date[],
  cells: readonly SlotCell[],
  states: ReadonlyMap<string, SlotState>,
  { now, until }: { now: Date; until: Date | null },
): QueueInterval[] => {
  const bySlot = Map.groupBy(cells, ({ slot }) => slot);
  return slots
    .filter((slot) => slot < now)
    .map((slot) => {
      const mine = bySlot.get(slotText(slot)) ?? [];
      const ends = new Date(slot.getTime() + SLOT_MS);
      const count = (...which: Standing[]) => sumOf(mine.filter(({ stands }) => which.includes(stands)));
      return {
        slot,
        offered: sumOf(mine),
        inTarget: count("in_target"),
        left: count("left"),
        serviceLevel: serviceLevelOf(mine.filter(({ hours }) => hours === "open")),
        isProvisional: count("pending", "overdue") > 0 || until === null || ends > until || ends > now,
        ...(states.get(slotText(slot)) ?? NOBODY),
      };
    });
};

const sumOf = (cells: readonly SlotCell[]): number => cells.reduce((sum, { n }) => sum + n, 0);

/** Definitions 2.8: short leavers and waits that are younger than the target are not in the whole. */
const serviceLevelOf = (cells: readonly SlotCell[]): Counted => ({
  part: sumOf(cells.filter(({ stands }) => stands === "in_target")),
  n: sumOf(cells.filter(({ stands }) => stands !== "short" && stands !== "pending")),
});

/** An hour of a local date, made of its intervals; the hour that happens twice in autumn is one of eight. */
export type QueueHour = Omit<QueueInterval, "slot"> & { date: string; weekday: number; hour: number };

/** The intervals by local hour, in their order. People are the most that any interval had. */
export const hoursOf = (intervals: readonly QueueInterval[], zone: string): QueueHour[] =>
  [...Map.groupBy(intervals, ({ slot }) => localHour(slot, zone)).entries()].map(([name, mine]) => {
    const [date = "", hour = ""] = name.split(" ");
    const sum = (of: (one: QueueInterval) => number) => mine.reduce((total, one) => total + of(one), 0);
    const oldest = mine.flatMap(({ oldestSeconds }) => oldestSeconds ?? []);
    return {
      ...{ date, weekday: weekdayOf(date), hour: Number(hour) },
      offered: sum(({ offered }) => offered),
      inTarget: sum(({ inTarget }) => inTarget),
      left: sum(({ left }) => left),
      carried: mine[0]?.carried ?? 0,
      oldestSeconds: oldest.length > 0 ? Math.max(...oldest) : null,
      people: Math.max(...mine.map(({ people }) => people)),
      serviceLevel: {
        part: sum(({ serviceLevel }) => serviceLevel.part),
        n: sum(({ serviceLevel }) => serviceLevel.n),
      },
      isProvisional: mine.some(({ isProvisional }) => isProvisional),
    };
  });

const localHour = (at: Date, zone: string): string => `${dateAt(at, zone)} ${hourAt(at, zone)}`;

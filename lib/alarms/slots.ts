import { dateAfter, startOf } from "#lib/time/zone.ts";

/** Every zone is a whole number of quarter hours away from UTC, so that local intervals are intervals of UTC too. */
export const SLOT_MS = 900_000;

const SLOT = /^20\d\d-\d\d-\d\dT\d\d:(?:00|15|30|45)Z$/;

/** An interval's start as addresses have it, "2026-11-20T13:15Z". */
export const slotText = (slot: Date): string => `${slot.toISOString().slice(0, 16)}Z`;

/** The inverse; null for what is no start of an interval. */
export const parseSlot = (text: string): Date | null => {
  if (!SLOT.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || slotText(at) !== text ? null : at;
};

/** The interval that an instant falls into. */
export const slotAt = (at: Date): Date => new Date(Math.floor(at.getTime() / SLOT_MS) * SLOT_MS);

/** Starts of the 15-minute intervals between two instants that are starts of some. */
export const slotsBetween = (from: Date, to: Date): Date[] => {
  const count = Math.max(0, Math.ceil((to.getTime() - from.getTime()) / SLOT_MS));
  return Array.from({ length: count }, (_, i) => new Date(from.getTime() + i * SLOT_MS));
};

/** Starts of the 15-minute intervals of a local date: 96, but 92 and 100 where the clock changes by an hour. */
export const slotsOf = (date: string, zone: string): Date[] =>
  slotsBetween(startOf(date, zone), startOf(dateAfter(date, 1), zone));

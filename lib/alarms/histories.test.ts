import fc from "fast-check";
import { expect, test } from "vitest";
import { type Command, type IncidentEffect, isOfIncident } from "./machine.ts";
import { type History, simulate, type Told, toldText } from "./testing/simulate.ts";

const RUNS = 3000;
const MINUTES = 120;

type Spans = { from: number; minutes: number }[];

const spans = (most: number): fc.Arbitrary<Spans> =>
  fc.array(fc.record({ from: fc.integer({ min: 0, max: MINUTES }), minutes: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: most,
  });

const isIn = (all: Spans, t: number): boolean => all.some(({ from, minutes }) => t >= from && t < from + minutes);

const command = fc.oneof(
  fc.constantFrom<Command>({ kind: "ack" }, { kind: "unack" }, { kind: "resolve" }),
  fc.integer({ min: 1, max: 30 }).map((minutes): Command => ({ kind: "snooze", minutes })),
);

/** Histories with everything that may go wrong in them. */
const history: fc.Arbitrary<History> = fc
  .record({
    values: fc.array(fc.constantFrom(0, 5, 10, 12, 15, 16, 30, null), { minLength: 1, maxLength: 40 }),
    every: fc.constantFrom(0.5, 1, 3, 7),
    stalls: spans(3),
    closed: spans(3),
    silenced: spans(3),
    down: spans(2),
    deletedFrom: fc.option(fc.integer({ min: 20, max: MINUTES }), { nil: Number.POSITIVE_INFINITY, freq: 6 }),
    stepsBackAt: fc.option(fc.integer({ min: 10, max: MINUTES }), { nil: Number.POSITIVE_INFINITY, freq: 3 }),
    commands: fc.array(fc.record({ at: fc.integer({ min: 0, max: MINUTES }), command }), { maxLength: 8 }),
    rule: fc.record({
      forMinutes: fc.constantFrom(0, 1, 3),
      keepMinutes: fc.constantFrom(0, 2, 5),
      escalateMinutes: fc.constantFrom<number[]>([2, 4], [10, 20]),
      ackTimeoutMinutes: fc.constantFrom(5, 30),
      repeatMinutes: fc.constantFrom(5, 60),
    }),
    edited: fc.option(
      fc.record({ from: fc.integer({ min: 1, max: 60 }), rule: fc.constant({ fire: 25, clear: 20 }) }),
      {
        nil: { from: 0, rule: {} },
      },
    ),
  })
  .map(({ values, every, stalls, closed, silenced, down, deletedFrom, stepsBackAt, ...rest }) => ({
    ...rest,
    minutes: MINUTES,
    oldest: (d) => values[Math.floor(d / every) % values.length] ?? null,
    watermark: (t) =>
      stalls.reduce((known, { from, minutes }) => (isIn([{ from, minutes }], t) ? Math.min(known, from) : known), t),
    isOpen: (t) => !isIn(closed, t),
    isSilenced: (t) => isIn(silenced, t),
    isDown: (t) => isIn(down, t),
    isDeleted: (t) => t >= deletedFrom,
    clock: (t) => (t < stepsBackAt ? t : t - 5),
  }));

type Of = Told & { effect: IncidentEffect };
const ofIncidents = (told: Told[]): Of[] => told.filter((one): one is Of => isOfIncident(one.effect));

const seed = fc.sample(fc.integer(), 1)[0] ?? 0;
const told = fc.sample(history, { numRuns: RUNS, seed }).map((one) => ofIncidents(simulate(one).told));

const holds = (property: (told: Of[]) => void): void => {
  for (const [i, mine] of told.entries()) {
    try {
      property(mine);
    } catch (error) {
      throw new Error(`in history ${i} of seed ${seed}`, { cause: error });
    }
  }
};

const perIncident = (property: (told: Of[]) => void) => (told: Of[]) => {
  for (const mine of Map.groupBy(told, ({ effect }) => effect.incidentId).values()) property(mine);
};

test("no two effects have the same key, and an incident's are numbered without a gap", () =>
  holds(perIncident((told) => expect(told.map(({ effect }) => effect.n)).toEqual([...told.keys()]))));

test("at most one firing of an incident is delivered, and it ends at most once", () =>
  holds(
    perIncident((told) => {
      const count = (kind: string, isDelivered: boolean) =>
        told.filter(({ effect }) => effect.kind === kind && (effect.isDelivered || !isDelivered)).length;
      expect(count("fired", true)).toBeLessThanOrEqual(1);
      expect(count("resolved", false)).toBeLessThanOrEqual(1);
    }),
  ));

test("nothing of an incident comes after its end", () =>
  holds(
    perIncident((told) => {
      const end = told.findIndex(({ effect }) => effect.kind === "resolved");
      if (end >= 0) expect(end).toBe(told.length - 1);
    }),
  ));

test("what is delivered first is the firing", () =>
  holds(
    perIncident((told) => {
      const [first] = told.filter(({ effect }) => effect.isDelivered);
      if (first) expect(["fired", "resumed"]).toContain(first.effect.kind);
    }),
  ));

test("who was told of the beginning is told of the end", () =>
  holds(
    perIncident((told) => {
      const end = told.find(({ effect }) => effect.kind === "resolved");
      if (end)
        expect(end.effect.isDelivered).toBe(told.some(({ effect }) => effect !== end.effect && effect.isDelivered));
    }),
  ));

test("nothing fires and nothing is cleared while closed or on stale data", () =>
  holds((told) => {
    for (const { effect, isOpen, isStale } of told) {
      const isByData = (effect.kind === "fired" && effect.reason !== "late") || effect.reason === "cleared";
      if (isByData) expect({ isOpen, isStale }).toEqual({ isOpen: true, isStale: false });
    }
  }));

test("while it is silenced nothing is delivered but the end of what was told of", () =>
  holds((told) => {
    for (const { effect, isSilenced } of told)
      if (isSilenced && effect.isDelivered) expect(effect.kind).toBe("resolved");
  }));

test("looked at twice and stored in between it tells the same", () =>
  fc.assert(
    fc.property(history, (one) => {
      const plain = simulate(one);
      const twice = simulate({ ...one, isTwice: true, isStored: true });
      expect(twice.states).toEqual(plain.states);
      expect(twice.told.map(toldText)).toEqual(plain.told.map(toldText));
    }),
    { numRuns: RUNS },
  ));

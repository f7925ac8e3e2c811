import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOpen, openSpans } from "#lib/time/business-time.ts";
import { defaultCalendar } from "#lib/time/calendar.ts";
import { FRESH, isOfIncident } from "../machine.ts";
import { nextState, type Timing } from "../next-state.ts";
import { type AlarmKind, usualRule } from "../rule.ts";
import { replay, type WouldBe } from "./replay.ts";
import { countSeries, oldestSeries, type PastWait, type Series, shareSeries } from "./series.ts";

const MINUTE = 60_000;
/** A Tuesday and the Wednesday after it, with a night in which nothing is open. */
const FROM = new Date("2026-03-10T13:00:00Z").getTime();
const TO = FROM + 24 * 60 * MINUTE;
const calendar = defaultCalendar("UTC");
// The last look is at the end itself, which has to be in a span.
const open = openSpans(calendar, new Date(FROM), new Date(TO + MINUTE)).map(({ from, to }) => ({
  from: from.getTime(),
  to: to.getTime(),
}));

/** The machine, look by look. */
const lookedAt = (rule: Timing, series: Series): Omit<WouldBe, "peak">[] => {
  const found: Omit<WouldBe, "peak">[] = [];
  let state = FRESH;
  for (let t = FROM; t <= TO; t += MINUTE / 2) {
    const at = { now: t, watermark: t, isSilenced: false, isDeleted: false, incidentId: "i" };
    const step = nextState(state, { rule, value: series.valueAt(t), isOpen: isOpen(calendar, new Date(t)), ...at });
    state = step.state;
    for (const { kind, reason } of step.effects.filter(isOfIncident)) {
      if (kind === "fired") found.push({ fired: t, ended: null, endedBy: null });
      const last = found.at(-1);
      if (last && kind === "resolved") Object.assign(last, { ended: t, endedBy: reason });
    }
  }
  return found;
};

const wait = fc
  .record({
    minute: fc.integer({ min: -60, max: 1440 }),
    second: fc.integer({ min: 0, max: 59 }),
    waited: fc.oneof(fc.integer({ min: 1, max: 3600 }), fc.constant(null)),
    isAnswered: fc.boolean(),
  })
  .map(({ minute, second, waited, isAnswered }): PastWait => {
    const at = FROM + minute * MINUTE + second * 1000;
    const ended = waited === null ? Number.POSITIVE_INFINITY : at + waited * 1000;
    const spans = openSpans(calendar, new Date(at), new Date(Math.min(ended, TO)));
    const seconds = spans.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 1000, 0);
    return {
      at,
      ended,
      businessSeconds: waited === null ? null : seconds,
      isAnswered: isAnswered && waited !== null,
      canCount: isOpen(calendar, new Date(at)),
    };
  });

const SERIES: Partial<Record<AlarmKind, (waits: PastWait[], rule: Timing) => Series>> = {
  oldest_wait: (waits, rule) => oldestSeries(waits, rule, calendar),
  waiting_count: countSeries,
  answered_share: (waits, rule) => shareSeries(waits, rule, calendar),
};
const RULES: Partial<Record<AlarmKind, Partial<Timing>>> = { waiting_count: { fire: 3, clear: 1 } };

describe.each(Object.entries(SERIES))("%s", (kind, make) => {
  const rule = { ...usualRule(kind as AlarmKind), ...RULES[kind as AlarmKind] };

  test("passing over what is quiet finds what looking every thirty seconds finds", () => {
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 60 }), (waits) => {
        const found = replay(rule, make(waits, rule), { from: FROM, to: TO, open });
        expect(found.map(({ peak: _, ...one }) => one)).toEqual(lookedAt(rule, make(waits, rule)));
      }),
      { numRuns: 200 },
    );
  });
});

test("waits that never grew beyond what is clear change nothing when they are left out", () => {
  const rule = usualRule("oldest_wait");
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 40 }), (waits) => {
      const long = waits.filter(({ businessSeconds }) => businessSeconds === null || businessSeconds > rule.clear * 60);
      const run = (some: PastWait[]) =>
        replay(rule, oldestSeries(some, rule, calendar), { from: FROM, to: TO, open }).map(
          ({ peak: _, ...one }) => one,
        );
      expect(run(long)).toEqual(run(waits));
    }),
    { numRuns: 200 },
  );
});

test("one wait of half an hour is one incident, with the worst of it", () => {
  const at = FROM;
  const waits = [{ at, ended: at + 30 * MINUTE, businessSeconds: 1800, isAnswered: true, canCount: true }];
  const rule = usualRule("oldest_wait");
  const found = replay(rule, oldestSeries(waits, rule, calendar), { from: FROM, to: TO, open });
  expect(found).toEqual([{ fired: at + 16.5 * MINUTE, ended: at + 32 * MINUTE, endedBy: "cleared", peak: 29.5 }]);
});

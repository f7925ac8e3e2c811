import { expect, test } from "vitest";
import { happened, type Scenario, simulate, toldText, within } from "./testing/simulate.ts";

const levelsOff = { escalateMinutes: [99, 99] };

const PASSAGES: Scenario[] = [
  [
    "C01",
    "a clock that steps back five minutes tells nothing twice and loses nothing",
    { oldest: () => 20, clock: (t) => (t < 20 ? t : t - 5), minutes: 40 },
    "0:PENDING 1:FIRING",
    // Twenty minutes of the first level pass by the clock, which stands still for five.
    "1:fired 11:escalated→L1 36:escalated→L2",
  ],
  [
    "C02",
    "a clock that was a day ahead holds nothing up",
    {
      oldest: (d) => (d < 1000 ? 5 : 16),
      clock: (t) => (t < 5 ? t + 1440 : t),
      watermark: (t) => (t < 5 ? t + 1440 : t),
      minutes: 10,
      rule: levelsOff,
    },
    "0:PENDING 1:FIRING 5:RECOVERING 7:INACTIVE",
    "1:fired 7:resolved(cleared)",
  ],
  [
    "C03",
    "an evaluator that was away for a night does not climb because of that",
    { oldest: () => 16, isDown: within(6, 906), minutes: 915 },
    "0:PENDING 1:FIRING",
    "1:fired 911.5:escalated→L1",
  ],
  [
    "C04",
    "a breach that was pending before a deploy dwells anew after it",
    { oldest: (d) => (d < 1 || d >= 60 ? 16 : 0), isDown: within(0.5, 60), minutes: 62, rule: levelsOff },
    "0:PENDING 61:FIRING",
    "61:fired",
  ],
  [
    "C05",
    "what began and ended while no evaluator ran is told to nobody",
    { oldest: (d) => (within(5, 55)(d) ? 40 : 3), isDown: within(2, 60), minutes: 80 },
    "",
    "",
  ],
];

test.each(PASSAGES)("%s: %s", (_id, _guarantee, history, states, told) => {
  expect(happened(history)).toEqual([states, told]);
});

test("two evaluators whose clocks differ by two minutes escalate no sooner than one", () => {
  let turn = 0;
  const run = simulate({ oldest: () => 20, clock: (t) => t - 2 * (turn++ % 2), tick: 0.25, minutes: 12 });
  expect(run.told.map(toldText)).toEqual(["1:fired", "11:escalated→L1"]);
});

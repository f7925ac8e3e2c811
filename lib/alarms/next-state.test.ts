import { expect, test } from "vitest";
import { type History, happened, type Scenario, simulate, within } from "./testing/simulate.ts";

const levelsOff = { escalateMinutes: [99, 99] };
const outside =
  (from: number, to: number) =>
  (t: number): boolean =>
    t < from || t >= to;
const ramp: History = { oldest: (d) => (d < 20 ? d : 3), minutes: 30 };
const RAMP_STATES = "15.5:PENDING 16.5:FIRING 20:RECOVERING 22:INACTIVE";
const RAMP_TOLD = "16.5:fired 22:resolved(cleared)";

const SCENARIOS: Scenario[] = [
  ["A01", "never above the threshold, nothing happens", { oldest: () => 14.9, minutes: 60 }, "", ""],
  ["A02", "exactly the threshold is no breach", { oldest: () => 15, minutes: 60 }, "", ""],
  ["A03", "a wait that grows fires, and is over when it was answered", ramp, RAMP_STATES, RAMP_TOLD],
  [
    "A04",
    "a breach shorter than `for` fires nothing",
    { oldest: (d) => (within(10, 10.5)(d) ? 16 : 5), minutes: 20 },
    "10:PENDING 10.5:INACTIVE",
    "",
  ],
  [
    "A06",
    "a dip shorter than `keep` is the same incident",
    { oldest: (d) => (within(10, 11)(d) ? 9 : 16), rule: levelsOff, minutes: 20 },
    "0:PENDING 1:FIRING 10:RECOVERING 11:FIRING",
    "1:fired",
  ],
  [
    "A07",
    "clear for as long as `keep` is over, once",
    { oldest: (d) => (d < 8 ? 16 : 9), rule: levelsOff, minutes: 20 },
    "0:PENDING 1:FIRING 8:RECOVERING 10:INACTIVE",
    "1:fired 10:resolved(cleared)",
  ],
  [
    "A08",
    "two breaches apart are two incidents",
    { oldest: (d) => (d < 5 || within(15, 20)(d) ? 16 : 0), minutes: 30 },
    "0:PENDING 1:FIRING 5:RECOVERING 7:INACTIVE 15:PENDING 16:FIRING 20:RECOVERING 22:INACTIVE",
    "1:fired 7:resolved(cleared) 16:fired 22:resolved(cleared)",
  ],
  [
    "A09",
    "nobody acknowledges: up to each level, then said again",
    { oldest: () => 20, minutes: 100 },
    "0:PENDING 1:FIRING",
    "1:fired 11:escalated→L1 31:escalated→L2 91:repeated",
  ],
  [
    "A10",
    "an acknowledgement stops the climbing",
    { oldest: (d) => (d < 25 ? 20 : 0), commands: [{ at: 5, command: { kind: "ack" } }], minutes: 40 },
    "0:PENDING 1:FIRING 25:RECOVERING 27:INACTIVE",
    "1:fired 27:resolved(cleared)",
  ],
  [
    "A12",
    "snoozed it is silent, then told again from the first level",
    { oldest: () => 20, commands: [{ at: 5, command: { kind: "snooze", minutes: 20 } }], minutes: 40 },
    "0:PENDING 1:FIRING",
    "1:fired 25:renotified(snooze_expired) 35:escalated→L1",
  ],
  [
    "A13",
    "over while snoozed is told, and nothing again",
    {
      oldest: (d) => (d < 10 ? 20 : 0),
      commands: [{ at: 5, command: { kind: "snooze", minutes: 20 } }],
      minutes: 40,
    },
    "0:PENDING 1:FIRING 10:RECOVERING 12:INACTIVE",
    "1:fired 12:resolved(cleared)",
  ],
  [
    "A14",
    "data that stalls fires nothing",
    { oldest: (d) => (d < 25 ? 5 + d : 3), watermark: (t) => (within(8, 25)(t) ? 8 : t), minutes: 40 },
    "",
    "11.5:data_stale 25:data_fresh",
  ],
  [
    "A15",
    "data that stalls resolves nothing, and the climbing goes on",
    { oldest: (d) => (d < 22 ? 20 : 0), watermark: (t) => (within(6, 22)(t) ? 6 : t), minutes: 40 },
    "0:PENDING 1:FIRING 22:RECOVERING 24:INACTIVE",
    "1:fired 9.5:data_stale 11:escalated→L1 22:data_fresh 24:resolved(cleared)",
  ],
  [
    "A17",
    "closing time suspends; still breached at opening it is resumed, acknowledgement dropped",
    {
      oldest: () => 17,
      isOpen: outside(10, 50),
      commands: [{ at: 5, command: { kind: "ack" } }],
      minutes: 60,
    },
    "0:PENDING 1:FIRING 10:SUSPENDED 50:FIRING",
    "1:fired 10:suspended 50:resumed 60:escalated→L1",
  ],
  [
    "A18",
    "cleared while closed is over at opening",
    { oldest: (d) => (d < 20 ? 17 : 0), isOpen: outside(10, 50), minutes: 60 },
    "0:PENDING 1:FIRING 10:SUSPENDED 50:INACTIVE",
    "1:fired 10:suspended 50:resolved(cleared_while_closed)",
  ],
  [
    "A19",
    "what waits by the wall clock alone alarms nobody",
    { oldest: () => 3, isOpen: (t) => t < 5, minutes: 45 },
    "",
    "",
  ],
  [
    "A21",
    "a silence over the whole incident: nothing is delivered, not even the end",
    { oldest: (d) => (d < 10 ? 16 : 0), isSilenced: () => true, minutes: 20 },
    "0:PENDING 1:FIRING 10:RECOVERING 12:INACTIVE",
    "1:fired[silenced] 12:resolved(cleared)[never_notified]",
  ],
  [
    "A23",
    "the end of what was told of passes through a silence",
    { oldest: (d) => (d < 8 ? 16 : 0), isSilenced: (t) => t >= 5, minutes: 15 },
    "0:PENDING 1:FIRING 8:RECOVERING 10:INACTIVE",
    "1:fired 10:resolved(cleared)",
  ],
  [
    "A24",
    "a rule deleted while it fires ends it",
    { oldest: () => 16, isDeleted: (t) => t >= 6, minutes: 10 },
    "0:PENDING 1:FIRING 6:INACTIVE",
    "1:fired 6:resolved(rule_deleted)",
  ],
  [
    "A25",
    "an acknowledgement without an incident is rejected",
    { oldest: () => 5, commands: [{ at: 3, command: { kind: "ack" } }], minutes: 6 },
    "",
    "3:rejected(no_open_incident)",
  ],
  [
    "A26",
    "what still breaches cannot be resolved by hand",
    { oldest: () => 16, commands: [{ at: 3, command: { kind: "resolve" } }], minutes: 6 },
    "0:PENDING 1:FIRING",
    "1:fired 3:rejected(still_breaching)",
  ],
  ["A28", "stored as JSON after each look it goes on the same", { ...ramp, isStored: true }, RAMP_STATES, RAMP_TOLD],
  [
    "A29",
    "a second evaluator at the same data time does nothing",
    { oldest: (d) => (d < 8 ? 16 : 0), isTwice: true, minutes: 15 },
    "0:PENDING 1:FIRING 8:RECOVERING 10:INACTIVE",
    "1:fired 10:resolved(cleared)",
  ],
  [
    "A30",
    "a rule edited while it fires goes the usual way",
    { oldest: () => 20, edited: { from: 5, rule: { fire: 25, clear: 20 } }, minutes: 20 },
    "0:PENDING 1:FIRING 5:RECOVERING 7:INACTIVE",
    "1:fired 7:resolved(cleared)",
  ],
  [
    "A32",
    "an answer that is told of late clears it",
    { oldest: (d) => (d < 4 ? 16 : 0), minutes: 12 },
    "0:PENDING 1:FIRING 4:RECOVERING 6:INACTIVE",
    "1:fired 6:resolved(cleared)",
  ],
  [
    "B01",
    "a silence that ends lets out what was held back",
    { oldest: () => 16, isSilenced: (t) => t < 8, rule: levelsOff, minutes: 12 },
    "0:PENDING 1:FIRING",
    "1:fired[silenced] 8:fired(late)",
  ],
  [
    "B02",
    "what was silenced when it was suspended fires at opening, it is not resumed",
    { oldest: () => 16, isSilenced: (t) => t < 8, isOpen: outside(5, 9), rule: levelsOff, minutes: 12 },
    "0:PENDING 1:FIRING 5:SUSPENDED 9:FIRING",
    "1:fired[silenced] 5:suspended[silenced] 9:fired(late)",
  ],
  [
    "B09",
    "an acknowledgement while it was silenced holds from when it is told of, and a look at once after that says nothing more",
    {
      oldest: () => 16,
      isSilenced: (t) => t < 40,
      commands: [{ at: 2, command: { kind: "ack" } }],
      isTwice: true,
      rule: { ...levelsOff, ackTimeoutMinutes: 38 },
      minutes: 80,
    },
    "0:PENDING 1:FIRING",
    "1:fired[silenced] 40:fired(late) 78:renotified(ack_timeout)",
  ],
  [
    "B03",
    "a silence freezes the climbing",
    { oldest: () => 16, isSilenced: within(5, 25), minutes: 32 },
    "0:PENDING 1:FIRING",
    "1:fired 31:escalated→L1",
  ],
  [
    "B04",
    "an acknowledgement times out",
    { oldest: () => 16, commands: [{ at: 5, command: { kind: "ack" } }], minutes: 40 },
    "0:PENDING 1:FIRING",
    "1:fired 35:renotified(ack_timeout)",
  ],
  [
    "B05",
    "taken back, an acknowledgement lets it climb from then on; a second one counts from the first",
    {
      oldest: () => 16,
      commands: [
        { at: 2, command: { kind: "ack" } },
        { at: 10, command: { kind: "ack" } },
        { at: 12, command: { kind: "unack" } },
      ],
      minutes: 25,
    },
    "0:PENDING 1:FIRING",
    "1:fired 22:escalated→L1",
  ],
  [
    "B06",
    "what recovers can be resolved by hand",
    { oldest: (d) => (d < 5 ? 16 : 9), commands: [{ at: 6, command: { kind: "resolve" } }], minutes: 10 },
    "0:PENDING 1:FIRING 5:RECOVERING 6:INACTIVE",
    "1:fired 6:resolved(manual)",
  ],
  [
    "B07",
    "without dwelling it fires and ends at once",
    { oldest: (d) => (within(2, 4)(d) ? 16 : 0), rule: { forMinutes: 0, keepMinutes: 0 }, minutes: 8 },
    "2:FIRING 4:INACTIVE",
    "2:fired 4:resolved(cleared)",
  ],
  [
    "B08",
    "nothing to measure is no breach and ends one",
    { oldest: (d) => (d < 5 ? 16 : null), minutes: 10 },
    "0:PENDING 1:FIRING 5:RECOVERING 7:INACTIVE",
    "1:fired 7:resolved(cleared)",
  ],
];

test.each(SCENARIOS)("%s: %s", (_id, _guarantee, history, states, told) => {
  expect(happened(history)).toEqual([states, told]);
});

test("a share fires below its threshold and is over at the other or above", () => {
  const rule = { kind: "answered_share", fire: 0.6, clear: 0.8, keepMinutes: 2 } as const;
  const run = simulate({ oldest: (d) => (d < 3 ? 0.59 : d < 6 ? 0.6 : 0.8), rule, minutes: 10 });
  expect(run.states.join(" ")).toBe("0:PENDING 1:FIRING 6:RECOVERING 8:INACTIVE");
});

import type { WAITING } from "#lib/metrics/definitions/waiting.ts";
import { episodesOf, handoffsOf, type Relation, WITH_AI } from "./shapes.ts";

const FIRST = "ordinal = 1 and not is_takeover";
const IN_TARGET = "outcome = 'answered' and wait_business_seconds < 300";
/** Gone within 30 seconds: reported apart, and in no rate of leaving. */
const SHORT = "(outcome = 'left' and wait_seconds < 30)";

export const WAITING_RELATIONS: Record<keyof typeof WAITING, Relation> = {
  timeToFirstHuman: handoffsOf({ part: "outcome = 'answered'", where: FIRST }),
  answeredInTarget: handoffsOf({ part: IN_TARGET, where: `${FIRST} and in_hours` }),
  leftBeforeAnswer: handoffsOf({ part: "outcome = 'left'", where: `${FIRST} and not ${SHORT}` }),
  leftCertain: handoffsOf({
    part: "outcome = 'left' and left_how = 'explicit'",
    where: `${FIRST} and not ${SHORT}`,
  }),
  serviceLevel: handoffsOf({
    part: IN_TARGET,
    where: `not is_takeover and in_hours and not ${SHORT} and (outcome <> 'waiting' or wait_business_seconds >= 300)`,
  }),
  stillWaiting: handoffsOf({ part: "outcome = 'waiting'", where: FIRST }),
  promiseKept: handoffsOf({
    part: "outcome = 'answered' and wait_seconds <= promised_wait_seconds",
    where: `${FIRST} and promised_wait_seconds is not null and not ${SHORT}
      and (outcome <> 'waiting' or wait_seconds > promised_wait_seconds)`,
  }),
  askToHuman: episodesOf({
    at: "first_human_ask_at",
    knownAt: "first_human_ask_at",
    part: "ask_outcome = 'answered'",
    of: WITH_AI,
    where: "first_human_ask_at is not null",
    wait: "ask_wait_business_seconds",
    outcome: "ask_outcome",
  }),
};

/** By definitions that no longer hold, by their version. */
export const EARLIER_WAITING = {
  answeredInTarget: {
    1: handoffsOf({
      part: IN_TARGET,
      where: `${FIRST} and in_hours and (outcome <> 'waiting' or wait_business_seconds >= 300)`,
    }),
  },
};

import type { QUALITY } from "#lib/metrics/definitions/quality.ts";
import { HANDED_OVER, handoffsOf, type Relation, startedOf } from "./shapes.ts";

const WROTE_AGAIN = "customer_spoke_after_human";
/** Of what is read it is known whether something was given again. */
const WROTE_AGAIN_READ = `${WROTE_AGAIN} and is_resent is not null`;
const SAID_AGAIN = startedOf("has_explicit_repetition", HANDED_OVER, WROTE_AGAIN);

/** First handoffs of which it is known whether `is` so: of later ones and of takeovers it is not. */
const known = (is: string, part = is): Relation => handoffsOf({ part, where: `${is} is not null` });

export const QUALITY_RELATIONS: Record<keyof typeof QUALITY, Relation> = {
  contextRepetition: startedOf("is_repeated", HANDED_OVER, "is_repeated is not null"),
  explicitRepetition: startedOf("has_explicit_repetition", HANDED_OVER, WROTE_AGAIN_READ),
  resent: startedOf("is_resent", HANDED_OVER, WROTE_AGAIN_READ),
  askedAgain: startedOf("is_asked_again", HANDED_OVER, WROTE_AGAIN_READ),
  contextHistory: known("context_history"),
  contextAssessment: known("context_assessment"),
  contextAttempted: known("context_attempted"),
  contextCustomer: known("context_customer"),
  contextNextSteps: known("context_next_steps"),
  transferSaid: known("transfer_said"),
  noRepeatSaid: known("no_repeat_said"),
  waitGiven: known("wait_given"),
  warmIntroduction: known("introduction", "introduction = 'warm'"),
  neutralIntroduction: known("introduction", "introduction = 'neutral'"),
  coldIntroduction: known("introduction", "introduction = 'cold'"),
  repeatedSolution: known("solution_repeated"),
  triggerDisagreement: known("trigger_agrees", "not trigger_agrees"),
  notScanned: known("is_scanned", "not is_scanned"),
};

/** By definitions that no longer hold, by their version. */
export const EARLIER_QUALITY = { contextRepetition: { 1: SAID_AGAIN }, explicitRepetition: { 1: SAID_AGAIN } };

import type { ListedRecord } from "#db/metrics/list.ts";
import type { RelationKey } from "#db/metrics/records.ts";
import { localInstant } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";

/** A listed record as CSV and API give it: instants in UTC, seconds, null = not available. */
export const recordRow = (row: ListedRecord) => ({
  conversation_id: row.conversationId,
  external_id: row.externalId,
  source: row.source,
  url: row.url,
  episode: row.episode,
  handoff_id: row.handoffId,
  rating_id: row.ratingId,
  at: row.at.toISOString(),
  counts_in_part: row.part,
  segment: row.segment,
  channel: row.channel,
  team: row.team,
  topic: row.topic,
  tier: row.tier,
  language: row.language,
  started_at: row.startedAt.toISOString(),
  ended_at: row.endedAt?.toISOString() ?? null,
  handoff_at: row.handoffAt?.toISOString() ?? null,
  trigger: row.trigger,
  initiator: row.initiator,
  outcome: row.outcome,
  wait_seconds: row.waitSeconds,
  wait_business_seconds: row.waitBusinessSeconds,
  in_vain_seconds: row.inVainSeconds,
  explicit_repetition: row.read.explicit,
  resent: row.read.resent,
  asked_again: row.read.askedAgain,
  introduction: row.read.introduction,
  warm_parts: row.read.warmParts,
  transfer_said: row.read.transferSaid,
  no_repeat_said: row.read.noRepeatSaid,
  wait_given: row.read.waitGiven,
  solution_repeated: row.read.solutionRepeated,
  context_history: row.read.contextHistory,
  context_assessment: row.read.contextAssessment,
  context_attempted: row.read.contextAttempted,
  context_customer: row.read.contextCustomer,
  context_next_steps: row.read.contextNextSteps,
  read_family: row.read.readFamily,
  read_code: row.read.readCode,
  trigger_agrees: row.read.triggerAgrees,
  is_scanned: row.read.isScanned,
  resolution: row.resolution,
  score: row.score,
  scale_max: row.scaleMax,
  satisfied: row.satisfied,
});

/** The metrics that say what columns of the list mean. */
const BEHIND_COLUMNS: MetricKey[] = [
  "timeToFirstHuman",
  "explicitRepetition",
  "resent",
  "askedAgain",
  "warmIntroduction",
  "repeatedSolution",
  "handoffCsat",
  "postEscalationResolution",
];

/** A listed record as a file has it, which is read where nobody can ask: with the time in the workspace's zone, that zone,
 * and the versions of the definitions that it was counted by. */
export const fileRow = (row: ListedRecord, { key, zone }: { key: RelationKey; zone: string }) => {
  const keys = new Set<MetricKey>([...(key === "handoffs" ? [] : [key]), ...BEHIND_COLUMNS]);
  return {
    ...recordRow(row),
    at_local: localInstant(row.at, zone),
    zone,
    definitions: [...keys].map((one) => `${one} ${metricOf(one).version}`).join(", "),
  };
};

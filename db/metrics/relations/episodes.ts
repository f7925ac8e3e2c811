import type { ESCALATION } from "#lib/metrics/definitions/escalation.ts";
import type { RESOLUTION } from "#lib/metrics/definitions/resolution.ts";
import { KNOWS_OF_ASKS, TELLS_OF_ASKS } from "./asks.ts";
import { ALL, episodesOf, HANDED_OVER, matureOf, type Relation, startedOf, WITH_AI } from "./shapes.ts";

/** Read only where somebody asks how it stood at a moment. */
const FIRST_HANDED_AT = `(select min(h.at) from handoffs h
  where h.conversation_id = episodes.conversation_id and h.episode = episodes.episode)`;

export const ESCALATION_RELATIONS: Record<keyof typeof ESCALATION, Relation> = {
  escalationRate: episodesOf({
    at: "started_at",
    knownAt: "started_at",
    part: HANDED_OVER,
    isPartKnown: true,
    partKnownAt: FIRST_HANDED_AT,
    of: WITH_AI,
  }),
  askRate: startedOf("first_human_ask_at is not null", WITH_AI, KNOWS_OF_ASKS),
  failedHandoffs: startedOf("'failed_handoff' = any(tags)", WITH_AI),
  bypassRate: startedOf(
    "segment = 'human_only'",
    ALL,
    `(${WITH_AI} or (segment = 'human_only' and 'bypass' = any(tags)))`,
  ),
};

/** By definitions that no longer hold, by their version. */
export const EARLIER_ESCALATION = {
  askRate: { 1: startedOf("asks_told > 0", WITH_AI, TELLS_OF_ASKS) },
};

const RESOLVED = "resolution in ('resolved', 'assumed')";
const AI_RESOLVED = "ai_outcome in ('confirmed', 'assumed') and resolution <> 'reopened'";

export const RESOLUTION_RELATIONS: Record<keyof typeof RESOLUTION, Relation> = {
  postEscalationResolution: matureOf(RESOLVED, HANDED_OVER),
  answeredShare: matureOf("resolution <> 'unanswered'", HANDED_OVER),
  resolvedIfAnswered: matureOf(RESOLVED, HANDED_OVER, "resolution <> 'unanswered'"),
  assumedShare: matureOf("resolution = 'assumed'", HANDED_OVER, RESOLVED),
  humanOnlyResolution: matureOf(RESOLVED, "segment = 'human_only'"),
  aiResolution: matureOf(`coalesce(${AI_RESOLVED}, false)`, WITH_AI),
  aiConfirmed: matureOf("ai_outcome = 'confirmed'", "segment = 'ai_only'", AI_RESOLVED),
  reopenRate: episodesOf({
    at: "resolution_at",
    knownAt: "matures_at",
    part: "is_reopened",
    of: ALL,
    where: "is_reopened is not null",
  }),
  repeatContact: episodesOf({
    at: "resolution_at",
    knownAt: "resolution_at + interval '72 hours'",
    part: "has_repeat_contact",
    of: ALL,
    where: "has_repeat_contact is not null",
  }),
};

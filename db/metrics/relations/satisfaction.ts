import type { CSAT } from "#lib/metrics/definitions/csat.ts";
import { episodesOf, type Relation, ratingsOf } from "./shapes.ts";

/** Episodes with a survey, by the day they ended as their ratings are. */
const responseOf = (segment: string): Relation =>
  episodesOf({
    at: "coalesce(ended_at, started_at)",
    knownAt: "greatest(survey_offered_at, ended_at)",
    part: "rated_at is not null",
    partKnownAt: "rated_at",
    of: `segment = '${segment}'`,
    where: "survey_offered_at is not null",
  });

export const SATISFACTION_RELATIONS: Record<keyof typeof CSAT, Relation> = {
  handoffCsat: ratingsOf("handoff"),
  aiOnlyCsat: ratingsOf("ai_only"),
  humanOnlyCsat: ratingsOf("human_only"),
  handoffResponseRate: responseOf("handoff"),
  aiOnlyResponseRate: responseOf("ai_only"),
  humanOnlyResponseRate: responseOf("human_only"),
};

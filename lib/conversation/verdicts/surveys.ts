import type { AttributedRating, Episode } from "../assessed.ts";
import { isEligible, surveyedEpisode } from "../ratings.ts";
import type { Conversation } from "../types.ts";

type Rated = Pick<Episode, "index" | "startedAt" | "endedAt" | "segment">;
export type Offer = Pick<Episode, "surveyOfferedAt" | "ratedAt">;

/** When the customer of an episode was first asked to rate it, and when they first did, by surveys and ratings that can
 * enter its segment's CSAT. Null = the source names no such survey, or nobody rated. */
export const offerOf = (
  { surveys }: Conversation,
  episode: Rated,
  { episodes, ratings }: { episodes: Rated[]; ratings: AttributedRating[] },
): Offer => ({
  surveyOfferedAt: earliest(
    surveys
      .filter((survey) => surveyedEpisode(survey, episodes) === episode && isEligible(survey.about, episode.segment))
      .map(({ sentAt }) => sentAt),
  ),
  ratedAt: earliest(
    ratings
      .filter((rating) => rating.episode === episode.index && isEligible(rating.leg, episode.segment))
      .map(({ at }) => at),
  ),
});

const earliest = (times: Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())));

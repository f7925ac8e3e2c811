import type { AttributedRating, Episode, Segment } from "./assessed.ts";
import type { Conversation, Rating, RatingLeg, Survey } from "./types.ts";
import { isSatisfied, mappingOf } from "./verdicts/scale.ts";

type Rated = Pick<Episode, "index" | "startedAt" | "endedAt" | "segment">;

const DAY_MS = 86_400_000;
const LATEST_MS = 14 * DAY_MS;
const CHANGE_MS = 7 * DAY_MS;

const EPISODE_WORD: Record<Segment, string> = {
  handoff: "handoff",
  ai_only: "AI-only",
  human_only: "human-only",
  other: "unanswered",
};

/** Attributes every rating to an episode and decides which one of it enters that segment's CSAT, with the reason in
 * words. Without a survey a rating belongs to the last episode that ended at most 14 days before it, else to the one
 * that was going on; of several the last
 * within seven days of the first counts; a rating of the AI's part never enters Handoff CSAT. Definitions 2.4. */
export const attributeRatings = (conversation: Conversation, episodes: Rated[]): AttributedRating[] => {
  const placed = conversation.ratings
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((rating) => ({ rating, episode: episodeFor(rating, conversation, episodes) }));
  return placed.map(({ rating, episode }) => {
    const base = { ...rating, satisfied: isSatisfied(rating), mapping: mappingOf(rating) };
    if (!episode) {
      return {
        ...base,
        episode: null,
        segment: null,
        counts: false,
        why: "No episode ended in the 14 days before it.",
      };
    }
    const rivals = placed
      .filter((other) => other.episode === episode && isEligible(other.rating.leg, episode.segment))
      .map((other) => other.rating);
    return { ...base, episode: episode.index, segment: episode.segment, ...verdict(rating, episode, rivals) };
  });
};

/** The episode a survey was sent for: the one that had begun last. */
export const surveyedEpisode = <T extends Rated>({ sentAt }: Survey, episodes: T[]): T | undefined =>
  episodes.findLast(({ startedAt }) => startedAt <= sentAt) ?? episodes[0];

const episodeFor = (rating: Rating, { surveys }: Conversation, episodes: Rated[]): Rated | undefined => {
  const survey = surveys.find(({ id }) => id === rating.surveyId);
  if (survey) return surveyedEpisode(survey, episodes);
  const ended = episodes.findLast(({ endedAt }) => endedAt !== null && endedAt <= rating.at);
  if (ended?.endedAt && rating.at.getTime() - ended.endedAt.getTime() <= LATEST_MS) return ended;
  return episodes.findLast(
    ({ startedAt, endedAt }) => startedAt <= rating.at && (endedAt === null || endedAt > rating.at),
  );
};

/** Whether what is said of a part of an episode can enter its segment's CSAT. */
export const isEligible = (leg: RatingLeg, segment: Segment): boolean =>
  leg === "whole" || (segment === "ai_only" ? leg === "ai" : leg === "human");

const verdict = (rating: Rating, { segment }: Rated, rivals: Rating[]): { counts: boolean; why: string } => {
  const word = EPISODE_WORD[segment];
  if (!isEligible(rating.leg, segment)) {
    const part = rating.leg === "ai" ? "AI’s" : "agent’s";
    return { counts: false, why: `It rates the ${part} part only, so it does not enter ${word} CSAT.` };
  }
  const first = rivals[0];
  const chosen = first && rivals.findLast(({ at }) => at.getTime() - first.at.getTime() <= CHANGE_MS);
  if (chosen && chosen.id !== rating.id) {
    return { counts: false, why: "Another rating of this episode counts: the last within 7 days of the first." };
  }
  const about = rating.leg === "human" ? "the agent’s part" : rating.leg === "ai" ? "the AI" : "the whole conversation";
  return { counts: true, why: `Counts for ${word} CSAT: the survey asked about ${about}.` };
};

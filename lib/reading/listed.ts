import type { AttributedRating, Episode, Handoff } from "#lib/conversation/assessed.ts";
import { promiseOf } from "#lib/conversation/told-apart.ts";
import type { Conversation } from "#lib/conversation/types.ts";
import type { Repetition, Seam } from "#lib/conversation/verdicts/seam.ts";
import { searched } from "./searched.ts";

/** What a list is sorted by and searched in that is not a fact of its own. */
export type Listed = {
  /** Who it is about: the customer's name, else their id, else the conversation's. */
  customer: string;
  /** Start of the episode → handoff, in seconds; null = nobody was handed over. */
  aiSeconds: number | null;
  /** How much is wrong at the seam, for a list to begin with the worst: each thing is one. */
  wrongCount: number;
  /** Score ÷ best score of the rating that counts; null = there is none. */
  ratingShare: number | null;
  searched: string;
};

type Around = {
  conversation: Conversation;
  episode: Episode;
  /** The handoff that is meant; null = there was none. */
  handoff: Handoff | null;
  seam: Seam | null;
  repetition: Repetition | null;
  /** All of the conversation. */
  ratings: readonly AttributedRating[];
};

export const listedOf = ({ conversation, episode, handoff, seam, repetition, ratings }: Around): Listed => {
  const { externalId, subject, customer } = conversation;
  const rating = ratings.find((one) => one.episode === episode.index && one.counts);
  const wrong = [
    seam?.introduction === "cold",
    seam?.solutionRepeated,
    seam?.triggerAgrees === false,
    handoff !== null && promiseOf(handoff) === "broken",
    ...(repetition ? [repetition.explicit, repetition.resent, repetition.askedAgain] : []),
  ];
  return {
    customer: customer?.name ?? customer?.id ?? externalId,
    aiSeconds: handoff && (handoff.at.getTime() - episode.startedAt.getTime()) / 1000,
    wrongCount: wrong.filter((is) => is === true).length,
    ratingShare: rating ? rating.score / rating.scaleMax : null,
    searched: searched([externalId, subject, customer?.name, customer?.id, handoff?.reason]),
  };
};

import type { Topic } from "#lib/demo/story.ts";

type Lines = readonly string[];

export type TopicWords = Record<"openings" | "answers" | "more" | "secondAnswers" | "details" | "solutions", Lines>;

export type Words = {
  topics: Record<Topic, TopicWords>;
  firstReplies: Record<"warm" | "neutral" | "cold", Lines>;
  comments: Record<"happy" | "unhappy", Lines>;
} & Record<"askPerson" | "notices" | "noticesWithPromise" | "thanks" | "details" | "returns" | "returnReplies", Lines>;

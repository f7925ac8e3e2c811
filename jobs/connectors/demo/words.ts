import type { Given } from "#lib/demo/fact.ts";
import type { Topic } from "#lib/demo/story.ts";

type Lines = readonly string[];

export type TopicWords = Record<"openings" | "answers" | "more" | "secondAnswers" | "details" | "solutions", Lines>;

export type Words = {
  topics: Record<Topic, TopicWords>;
  comments: Record<"happy" | "unhappy", Lines>;
} & Record<"askPerson" | "thanks" | "details" | "returns" | "returnReplies", Lines>;

/** What is said at a handoff, by what was planted for it. */
export type SeamWords = {
  asks: Record<Given | "issue", Lines>;
  gives: Record<Given, Lines>;
  resends: Record<Given, Lines>;
} & Record<
  "transfer" | "noTransfer" | "noRepeat" | "wait" | "vague" | "warm" | "neutral" | "cold" | "coldAsking",
  Lines
>;

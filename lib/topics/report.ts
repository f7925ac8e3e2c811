import type { Diagnosis } from "./board/diagnosis.ts";

/** An article beside a topic: how much of the weight of its messages it holds at best, and how often it was used. */
export type ReportedArticle = {
  id: string;
  title: string;
  url: string | null;
  /** Mean over the topic's messages, 0 to 1. */
  matched: number;
  /** Escalated conversations in which the AI cited it, and in which the human's answer matches it. */
  cited: number;
  answered: number;
};

/** A question as customers put it, with how many near the same were asked; names and numbers masked. */
export type ReportedQuestion = { text: string; count: number; conversationId: string };

/** What the nightly job finds out about one topic from its escalated conversations of twelve weeks. */
export type TopicReport = {
  /** Escalated conversations read. */
  n: number;
  from: string;
  to: string;
  /** 0 to 1, null = nothing to judge by. */
  coverage: number | null;
  diagnosis: Diagnosis;
  questions: ReportedQuestion[];
  /** What the AI said most often before handing over, and what humans answered who solved it. */
  aiAnswers: ReportedQuestion[];
  humanAnswers: ReportedQuestion[];
  articles: ReportedArticle[];
};

import { parentPort, workerData } from "node:worker_threads";
import type { TopicReport } from "#lib/topics/report.ts";
import { caseOf, type EscalatedConversation } from "#lib/topics/reports/case.ts";
import { type LibraryArticle, libraryOf, type SolvedByAi } from "#lib/topics/reports/library.ts";
import { reportOf } from "#lib/topics/reports/report-of.ts";

/** What a thread that makes reports is started with. */
export type Shelf = {
  articles: readonly LibraryArticle[];
  solved: readonly SolvedByAi[];
  cannedReplies: ReadonlySet<string>;
  range: { from: Date; to: Date };
};

/** A topic's conversations are sent in, its report comes back. */
export type Asked = { conversations: readonly EscalatedConversation[] };
export type Reported = { report: TopicReport };

const { articles, solved, cannedReplies, range } = workerData as Shelf;
const library = libraryOf(articles, solved);

parentPort?.on("message", ({ conversations }: Asked) => {
  const cases = conversations.map((one) => caseOf(one, library, cannedReplies));
  const reported: Reported = { report: reportOf(cases, library, range) };
  parentPort?.postMessage(reported);
});

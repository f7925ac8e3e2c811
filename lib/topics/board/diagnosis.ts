import type { Counts } from "#lib/stats/proportions/wilson.ts";

/** An escalated conversation of a topic, by articles. */
export type EscalatedCase = {
  /** Ids of articles that the AI cited. */
  cited: readonly string[];
  /** The article that the human's answer matches; null = none. */
  answeredFrom: string | null;
};

export type Diagnosis = {
  /** What stands in the way most often; null = too few cases, or none of the three stands out. */
  main: "no_article" | "not_found" | "not_helped" | null;
  noArticle: Counts;
  notFound: Counts;
  notHelped: Counts;
};

/** From so much of the weight of its messages on, a topic is covered by an article. */
export const COVERED = 0.5;
const FEWEST = 10;

/** Why a topic escalates although articles could have answered, case by case. found but did not help: the AI cited an article.
 * exists but was not found: it cited none, and the human answered from one. no article: neither, and the topic is not covered.
 * A case that is none of these, in a covered topic, is counted in the whole alone. The main one holds at least half. */
export const diagnose = (cases: readonly EscalatedCase[], coverage: number | null, covered = COVERED): Diagnosis => {
  const isCovered = coverage !== null && coverage >= covered;
  const kinds = cases.map(({ cited, answeredFrom }) => {
    if (cited.length > 0) return "not_helped";
    if (answeredFrom !== null) return "not_found";
    return isCovered ? null : "no_article";
  });
  const count = (kind: string): Counts => ({ part: kinds.filter((one) => one === kind).length, whole: cases.length });
  const counted = { no_article: count("no_article"), not_found: count("not_found"), not_helped: count("not_helped") };
  const main = (["no_article", "not_found", "not_helped"] as const).find(
    (kind) => cases.length >= FEWEST && 2 * counted[kind].part >= cases.length,
  );
  return {
    main: main ?? null,
    noArticle: counted.no_article,
    notFound: counted.not_found,
    notHelped: counted.not_helped,
  };
};

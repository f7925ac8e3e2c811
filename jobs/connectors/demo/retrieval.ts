import { restsOn } from "#lib/demo/citing.ts";
import type { Fact, Says } from "#lib/demo/fact.ts";
import type { Story } from "#lib/demo/story.ts";
import type { ImportRecord } from "#lib/import/schema.ts";
import { randomOf } from "#lib/random.ts";
import { HELP_CENTRE, urlOf } from "./articles.ts";

type Ai = NonNullable<NonNullable<ImportRecord["messages"]>[number]["ai"]>;

/** How well an article fits by the bot's own measure; from 0.6 on it counts as fitting. */
const SCORES = { article: [0.64, 0.95], weak: [0.34, 0.58] } as const;
const ANSWERS: readonly Says[] = ["answer", "second_answer"];

/** Tells of each of the AI's answers what it rests on; null for what is no answer. `answer`: which of the topic's answers the
 * AI gives first; what it adds rests on the same. */
export const retrievalOf = (story: Story, fact: Fact, answer: number): ((says: Says) => Ai | null) => {
  const rests = restsOn(story, fact);
  const article = HELP_CENTRE.find(({ topic, answers }) => topic === fact.topic && answers.includes(answer));
  const retrieval = rests === "none" || !article ? [] : [{ ...citation(article), score: scoreOf(story, fact, rests) }];
  return (says) => (ANSWERS.includes(says) ? { retrieval } : null);
};

const citation = (article: (typeof HELP_CENTRE)[number]) => ({
  id: article.id,
  title: article.title,
  url: urlOf(article),
});

const scoreOf = ({ seed }: Story, { id }: Fact, rests: keyof typeof SCORES): number => {
  const [low, high] = SCORES[rests];
  return Math.round(randomOf(seed, id, "score").between(low, high) * 100) / 100;
};

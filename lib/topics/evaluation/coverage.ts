import { articleIndex, coverageOf } from "../articles/coverage.ts";
import { aucOf } from "../scores/auc.ts";
import { drawn, type LabelledText } from "./labelled.ts";

const FOLDS = 5;
const PHRASINGS = 5;
const MOST_MESSAGES = 60;

/** How well coverage tells topics without an article from those with one: the area under the curve when the article of every
 * fifth topic is left out in turn. An article is the topic's name and five training messages of it; a topic's coverage is
 * taken over up to 60 test messages. Null with fewer than five topics. */
export const scoreCoverage = (
  train: readonly LabelledText[],
  test: readonly LabelledText[],
  seed: number,
): number | null => {
  const phrasings = Map.groupBy(drawn(train, seed), ({ label }) => label);
  const asked = Map.groupBy(drawn(test, seed), ({ label }) => label);
  const topics = [...phrasings.keys()].filter((label) => asked.has(label));
  if (topics.length < FOLDS) return null;
  const rounds = Array.from({ length: FOLDS }, (_, round) => {
    const isHidden = (place: number): boolean => place % FOLDS === round;
    const index = articleIndex(
      topics.flatMap((label, place) =>
        isHidden(place)
          ? []
          : [
              {
                id: label,
                title: label.replace(/[_-]/g, " "),
                body: "",
                phrasings: (phrasings.get(label) ?? []).slice(0, PHRASINGS).map(({ text }) => text),
              },
            ],
      ),
    );
    const covered = topics.map((label) =>
      coverageOf(
        (asked.get(label) ?? []).slice(0, MOST_MESSAGES).map(({ text }) => text),
        index,
      ),
    );
    const of = (hidden: boolean): number[] =>
      covered.flatMap((value, place) => (value !== null && isHidden(place) === hidden ? [value] : []));
    return aucOf(of(false), of(true));
  }).filter((auc) => auc !== null);
  return rounds.length === 0 ? null : rounds.reduce((sum, auc) => sum + auc, 0) / rounds.length;
};

import { parentPort, workerData } from "node:worker_threads";
import { type Classifier, type Example, trainClassifier } from "#lib/topics/classifier/classifier.ts";
import { strangersAmong } from "#lib/topics/classifier/strangers.ts";
import { assign } from "#lib/topics/taxonomy/assign.ts";
import { firstOfEach } from "#lib/topics/text/near-duplicates.ts";
import { outagesIn } from "#lib/topics/text/outages.ts";

// A thread that counts one thing and says it.

export type Work =
  | { is: "train"; examples: Example[]; unsorted: string[]; seed: number; precision: number }
  | { is: "outages"; texts: string[]; times: Date[] }
  | { is: "groups"; texts: string[]; seed: number };

/** Places are those of the texts. */
export type Found = {
  train: { classifier: Classifier | null };
  outages: { places: number[] };
  groups: { groups: { words: string[]; typical: number[]; members: number[] }[] };
};

const groupsOf = ({ texts, seed }: Extract<Work, { is: "groups" }>): Found["groups"] => {
  const { proposed, candidateOf } = assign(texts, null, seed);
  const members = new Map(proposed.map(({ cluster }) => [cluster, [] as number[]]));
  for (const [place, cluster] of candidateOf.entries()) members.get(cluster)?.push(place);
  return {
    groups: proposed.map(({ cluster, words, typical }) => ({ words, typical, members: members.get(cluster) ?? [] })),
  };
};

const trained = ({ examples, unsorted, seed, precision }: Extract<Work, { is: "train" }>): Classifier | null => {
  const { familiar, strange } = strangersAmong(examples, unsorted, seed);
  return trainClassifier(examples, familiar, { seed, precision, strange });
};

const foundBy = (work: Work): Found[Work["is"]] => {
  if (work.is === "train") return { classifier: trained(work) };
  if (work.is === "groups") return groupsOf(work);
  return { places: outagesIn(firstOfEach(work.texts), work.times).flatMap(({ places }) => places) };
};

parentPort?.postMessage(foundBy(workerData as Work));

import { parentPort, workerData } from "node:worker_threads";
import { type Classifier, type Example, trainClassifier } from "#lib/topics/classifier/classifier.ts";
import { isNewMistaken, strangersAmong } from "#lib/topics/classifier/strangers.ts";
import { type Group, groupsOf } from "#lib/topics/clusters/groups.ts";
import { firstOfEach } from "#lib/topics/text/near-duplicates.ts";
import { outagesIn } from "#lib/topics/text/outages.ts";

// A thread that counts one thing and says it.

export type Work =
  | { is: "train"; examples: Example[]; unsorted: string[]; seed: number; precision: number }
  | { is: "news"; examples: Example[]; texts: string[]; isCounted: boolean[]; seed: number }
  | { is: "outages"; texts: string[]; times: Date[] }
  | { is: "groups"; texts: string[]; seed: number };

/** Places are those of the texts. */
export type Found = {
  train: { classifier: Classifier | null };
  news: { isMistaken: boolean };
  outages: { places: number[] };
  groups: { groups: Group[] };
};

const trained = ({ examples, unsorted, seed, precision }: Extract<Work, { is: "train" }>): Classifier | null => {
  const { familiar, strange } = strangersAmong(examples, unsorted, seed);
  return trainClassifier(examples, familiar, { seed, precision, strange });
};

const foundBy = (work: Work): Found[Work["is"]] => {
  if (work.is === "train") return { classifier: trained(work) };
  if (work.is === "news") return { isMistaken: isNewMistaken(work.examples, work, work.seed) };
  if (work.is === "groups") return { groups: groupsOf(work.texts, work.seed) };
  return { places: outagesIn(firstOfEach(work.texts), work.times).flatMap(({ places }) => places) };
};

parentPort?.postMessage(foundBy(workerData as Work));

import { tellingWords } from "../text/terms.ts";
import { vectorsOf, vocabularyOf } from "../vectors/vocabulary.ts";

/** What a cluster is called until people name it: its most telling words or pairs of words, and its most typical messages
 * as places in the texts. */
export type ClusterLabel = { cluster: number; size: number; words: string[]; typical: number[] };

const WORDS = 5;
const TYPICAL = 5;

/** Labels of all clusters of at least `fewest` cleaned texts, in their order. Words by class-based TF-IDF,
 * tf(t, c) · ln(1 + A ÷ f(t)), A the average number of words a cluster (Grootendorst 2022, arXiv 2203.05794); a pair that
 * holds a word already taken takes its place. Typical are the messages nearest to the middle of their cluster. */
export const labelsOf = (texts: readonly string[], clusters: ArrayLike<number>, fewest: number): ClusterLabel[] => {
  const members = new Map<number, number[]>();
  for (let place = 0; place < texts.length; place++) {
    const cluster = clusters[place] ?? -1;
    if (cluster < 0) continue;
    const places = members.get(cluster);
    if (places) places.push(place);
    else members.set(cluster, [place]);
  }
  const counted = new Map([...members].map(([cluster, places]) => [cluster, countsOf(texts, places)]));
  const overall = new Map<string, number>();
  for (const counts of counted.values())
    for (const [term, count] of counts) overall.set(term, (overall.get(term) ?? 0) + count);
  const average = [...overall.values()].reduce((sum, count) => sum + count, 0) / Math.max(1, counted.size);
  const weightOf = (term: string, count: number): number => count * Math.log(1 + average / (overall.get(term) ?? 1));
  return [...members]
    .filter(([, places]) => places.length >= fewest)
    .sort(([a], [b]) => a - b)
    .map(([cluster, places]) => ({
      cluster,
      size: places.length,
      words: mostTelling(counted.get(cluster) ?? new Map(), weightOf),
      typical: typicalOf(texts, places),
    }));
};

const countsOf = (texts: readonly string[], places: number[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const place of places) {
    const words = tellingWords(texts[place] ?? "");
    for (const term of [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)])
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
};

const mostTelling = (counts: Map<string, number>, weightOf: (term: string, count: number) => number): string[] => {
  const ranked = [...counts].sort(([a, m], [b, n]) => weightOf(b, n) - weightOf(a, m) || (a < b ? -1 : 1));
  const taken: string[] = [];
  for (const [term] of ranked) {
    if (taken.length === WORDS) break;
    const words = term.split(" ");
    if (!taken.some((other) => other.split(" ").some((word) => words.includes(word)))) taken.push(term);
  }
  return taken;
};

const typicalOf = (texts: readonly string[], places: number[]): number[] => {
  const own = places.map((place) => texts[place] ?? "");
  const { count, width, starts, ids, values } = vectorsOf(vocabularyOf(own, 1), own);
  const middle = new Float64Array(width);
  for (let i = 0; i < ids.length; i++)
    middle[ids[i] as number] = (middle[ids[i] as number] as number) + (values[i] as number);
  const nearness = Float64Array.from({ length: count }, (_, row) => {
    let sum = 0;
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++)
      sum += (middle[ids[i] as number] as number) * (values[i] as number);
    return sum;
  });
  const seen = new Set<string>();
  return [...nearness.keys()]
    .sort((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0) || a - b)
    .filter((row) => !seen.has(own[row] ?? "") && seen.add(own[row] ?? ""))
    .slice(0, TYPICAL)
    .map((row) => places[row] ?? -1);
};

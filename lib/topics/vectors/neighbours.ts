import { type Rows, transposed } from "./rows.ts";

/** The k rows most like each row by cosine, likest first: those of row i stand from i × k on, −1 where there are no more. */
export type Neighbours = { k: number; count: number; ids: Int32Array; scores: Float32Array };

/** Where the rest of a row can add at most this, the k-th best so far is looked up for the first time. */
const FIRST_LOOK = 0.7;

/** Exact nearest neighbours of rows of length 1 with a cosine of at least `least`, without the row itself. Ids of the rows
 * must stand by rising frequency: the rare ones find the candidates, and the common ones, whose lists are long, are only
 * looked at for rows that can still come in (prefix filtering; Bayardo, Ma & Srikant 2007, WWW '07:131). */
export const neighboursOf = (rows: Rows, k: number, least: number): Neighbours => {
  const search = searchIn(rows, k, least);
  const found: Neighbours = {
    k,
    count: rows.count,
    ids: new Int32Array(rows.count * k).fill(-1),
    scores: new Float32Array(rows.count * k),
  };
  for (let row = 0; row < rows.count; row++) {
    const best = search(row);
    for (let i = 0; i < best.size; i++) {
      found.ids[row * k + i] = best.ids[i] as number;
      found.scores[row * k + i] = best.scores[i] as number;
    }
  }
  return found;
};

const searchIn = (rows: Rows, k: number, least: number): ((row: number) => Best) => {
  const { count, width, starts, ids, values } = rows;
  const lists = transposed(rows);
  const sums = new Float32Array(count);
  const weights = new Float32Array(width);
  const best = bestOf(k);

  const addList = (id: number, weight: number): void => {
    const to = lists.starts[id + 1] as number;
    for (let i = lists.starts[id] as number; i < to; i++)
      sums[lists.ids[i] as number] = (sums[lists.ids[i] as number] as number) + weight * (lists.values[i] as number);
  };
  const kthBest = (row: number): number => {
    best.clear();
    for (let other = 0; other < count; other++)
      if ((sums[other] as number) > best.worst() && other !== row) best.add(other, sums[other] as number);
    return Math.max(least, best.size === k ? best.worst() : 0);
  };
  const restOf = (other: number, from: number): number => {
    let sum = 0;
    for (let i = (starts[other + 1] as number) - 1; i >= (starts[other] as number) && (ids[i] as number) >= from; i--)
      sum += (weights[ids[i] as number] as number) * (values[i] as number);
    return sum;
  };
  const takeBest = (row: number, stopped: number, left: number): void => {
    const kth = kthBest(row);
    best.clear();
    const from = ids[stopped] as number;
    for (let other = 0; other < count; other++) {
      const sum = sums[other] as number;
      if (sum === 0 || sum + left < kth - ROUNDING || other === row) continue;
      const score = left > 0 ? sum + restOf(other, from) : sum;
      if (score >= least && score > best.worst()) best.add(other, score);
    }
  };
  return (row) => {
    const [first, end] = [starts[row] as number, starts[row + 1] as number];
    for (let i = first; i < end; i++) weights[ids[i] as number] = values[i] as number;
    let [at, left, enough] = [first, 1, 0];
    for (; at < end && left > enough; at++) {
      addList(ids[at] as number, values[at] as number);
      left = Math.sqrt(Math.max(0, left * left - (values[at] as number) ** 2));
      if (enough === 0 && left <= FIRST_LOOK) enough = kthBest(row);
    }
    takeBest(row, at, at < end ? left : 0);
    for (let i = first; i < end; i++) weights[ids[i] as number] = 0;
    sums.fill(0);
    return best;
  };
};

/** Sums of thousands of 32-bit products differ by their order. */
const ROUNDING = 1e-5;

type Best = {
  ids: Int32Array;
  scores: Float32Array;
  size: number;
  clear: () => void;
  /** What a score must beat to come in. */
  worst: () => number;
  add: (id: number, score: number) => void;
};

const bestOf = (k: number): Best => {
  const best: Best = {
    ids: new Int32Array(k),
    scores: new Float32Array(k),
    size: 0,
    clear: () => {
      best.size = 0;
    },
    worst: () => (best.size < k ? 0 : (best.scores[k - 1] as number)),
    add: (id, score) => {
      let at = best.size < k ? best.size++ : k - 1;
      for (; at > 0 && (best.scores[at - 1] as number) < score; at--) {
        best.scores[at] = best.scores[at - 1] as number;
        best.ids[at] = best.ids[at - 1] as number;
      }
      best.scores[at] = score;
      best.ids[at] = id;
    },
  };
  return best;
};

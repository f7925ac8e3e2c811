/** The middle of a label along an axis, and the room it takes there. */
export type Placed = { at: number; size: number };

/** Moves labels apart until none touches another, keeping their order and staying within [from, to] where there is room.
 * Returns the new middles in the order given. */
export const spread = (labels: readonly Placed[], { from, to }: { from: number; to: number }): number[] => {
  const order = labels.map(({ at, size }, i) => ({ at, half: size / 2, i })).sort((a, b) => a.at - b.at);
  let floor = from;
  for (const label of order) {
    label.at = Math.max(label.at, floor + label.half);
    floor = label.at + label.half;
  }
  let ceiling = to;
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, ceiling - label.half);
    ceiling = label.at - label.half;
  }
  const placed: number[] = new Array(labels.length);
  for (const { at, i } of order) placed[i] = at;
  return placed;
};

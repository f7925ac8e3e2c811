/** Moves positions apart to at least `gap`, keeping their order and staying within [from, to] where there is room. */
export const spread = (positions: number[], { gap, from, to }: { gap: number; from: number; to: number }): number[] => {
  const order = positions.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
  let floor = from;
  for (const item of order) {
    item.at = Math.max(item.at, floor);
    floor = item.at + gap;
  }
  let ceiling = to;
  for (const item of order.toReversed()) {
    item.at = Math.min(item.at, ceiling);
    ceiling = item.at - gap;
  }
  const placed: number[] = new Array(positions.length);
  for (const { at, i } of order) placed[i] = at;
  return placed;
};

/** Probability of more than k, and of exactly k. */
export type Tail = { above: number; at: number };

/** P(X > k) + P(X = k) ÷ 2: a one-sided p whose mean is one half when nothing happened, though X has steps. Lancaster 1961,
 * J Am Stat Assoc 56:223. */
export const midP = ({ above, at }: Tail): number => Math.min(1, above + at / 2);

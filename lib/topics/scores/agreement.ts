/** How far two partitions of the same things agree, from their table of counts. */
export type Agreement = {
  /** Adjusted Rand index: 1 = the same, 0 = as by chance, below 0 worse. Hubert & Arabie 1985, J Classif 2:193. */
  ari: number;
  /** Mutual information over the mean of both entropies, 0 to 1. Strehl & Ghosh 2002, JMLR 3:583. */
  nmi: number;
  /** Share of things that are of the commonest label of their part of `found`. */
  purity: number;
};

/** Null when there are fewer than two things, or not as many found as true. */
export const agreementOf = (found: ArrayLike<number>, truth: ArrayLike<number>): Agreement | null => {
  const n = found.length;
  if (n < 2 || truth.length !== n) return null;
  const table = new Map<number, Map<number, number>>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const [a, b] = [found[i] as number, truth[i] as number];
    const row = table.get(a) ?? new Map<number, number>();
    table.set(a, row.set(b, (row.get(b) ?? 0) + 1));
    rows.set(a, (rows.get(a) ?? 0) + 1);
    columns.set(b, (columns.get(b) ?? 0) + 1);
  }
  const cells = [...table].flatMap(([a, row]) =>
    [...row].map(([b, count]) => ({ count, expected: ((rows.get(a) ?? 0) * (columns.get(b) ?? 0)) / n })),
  );
  const purity = sum([...table.values()].map((row) => Math.max(...row.values()))) / n;
  return {
    ari: ariOf(
      cells.map(({ count }) => count),
      rows,
      columns,
      n,
    ),
    nmi: nmiOf(cells, rows, columns, n),
    purity,
  };
};

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const pairs = (count: number): number => (count * (count - 1)) / 2;

const ariOf = (cells: number[], rows: Map<number, number>, columns: Map<number, number>, n: number): number => {
  const [together, a, b] = [cells, [...rows.values()], [...columns.values()]].map((counts) => sum(counts.map(pairs)));
  const [index = 0, inRows = 0, inColumns = 0] = [together, a, b];
  const chance = (inRows * inColumns) / pairs(n);
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (index - chance) / (most - chance);
};

const nmiOf = (
  cells: { count: number; expected: number }[],
  rows: Map<number, number>,
  columns: Map<number, number>,
  n: number,
): number => {
  const entropy = (counts: Map<number, number>): number =>
    -sum([...counts.values()].map((count) => (count / n) * Math.log(count / n)));
  const mutual = sum(cells.map(({ count, expected }) => (count / n) * Math.log(count / expected)));
  const mean = (entropy(rows) + entropy(columns)) / 2;
  return mean === 0 ? 1 : Math.min(1, Math.max(0, mutual / mean));
};

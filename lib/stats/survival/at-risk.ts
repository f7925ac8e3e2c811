/** Everything that happened at one time, and how many were still being watched just before it. */
export type Moment<Row> = { t: number; atRisk: number; rows: Row[] };

/** Rows grouped by their time, earliest first: the table every survival estimate is read from. One that is censored at
 * an event's time counts as at risk. Throws on a time that is no finite number, which has no place in the order. */
export const moments = <Row extends { t: number }>(rows: readonly Row[]): Moment<Row>[] => {
  const unordered = rows.find(({ t }) => !Number.isFinite(t));
  if (unordered) throw new RangeError(`A wait must be a finite number, not ${unordered.t}`);
  const found: Moment<Row>[] = [];
  let atRisk = rows.length;
  for (const row of rows.toSorted((a, b) => a.t - b.t)) {
    const last = found.at(-1);
    if (last?.t === row.t) last.rows.push(row);
    else found.push({ t: row.t, atRisk, rows: [row] });
    atRisk -= 1;
  }
  return found;
};

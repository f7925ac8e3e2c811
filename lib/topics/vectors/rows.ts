/** Sparse rows of equal meaning in three typed arrays: row i holds `ids` and `values` from `starts[i]` to `starts[i + 1]`,
 * its ids rising. */
export type Rows = {
  count: number;
  /** Ids are below it. */
  width: number;
  starts: Int32Array;
  ids: Int32Array;
  values: Float32Array;
};

/** Collects rows one after another without knowing their number of values beforehand. */
export const rowsCollector = (
  count: number,
  width: number,
): { add: (ids: number[], values: number[]) => void; rows: () => Rows } => {
  const starts = new Int32Array(count + 1);
  let ids = new Int32Array(64 * Math.min(count, 1024));
  let values = new Float32Array(64 * Math.min(count, 1024));
  let [row, at] = [0, 0];
  const add = (some: number[], weights: number[]): void => {
    if (at + some.length > ids.length) {
      const size = Math.max(ids.length * 2, at + some.length);
      [ids, values] = [copied(ids, new Int32Array(size)), copied(values, new Float32Array(size))];
    }
    ids.set(some, at);
    values.set(weights, at);
    at += some.length;
    row += 1;
    starts[row] = at;
  };
  return { add, rows: () => ({ count, width, starts, ids: ids.slice(0, at), values: values.slice(0, at) }) };
};

const copied = <T extends Int32Array | Float32Array>(from: T, to: T): T => {
  to.set(from);
  return to;
};

/** The same values by id: `ids` of the result are rows, so that it says in which rows an id stands. */
export const transposed = ({ count, width, starts, ids, values }: Rows): Rows => {
  const turned: Rows = {
    count: width,
    width: count,
    starts: new Int32Array(width + 1),
    ids: new Int32Array(ids.length),
    values: new Float32Array(ids.length),
  };
  const heldBy = new Int32Array(width);
  for (let i = 0; i < ids.length; i++) heldBy[ids[i] as number] = (heldBy[ids[i] as number] as number) + 1;
  for (let id = 0; id < width; id++) turned.starts[id + 1] = (turned.starts[id] as number) + (heldBy[id] as number);
  const next = turned.starts.slice();
  for (let row = 0; row < count; row++) {
    for (let i = starts[row] as number; i < (starts[row + 1] as number); i++) {
      const place = next[ids[i] as number] as number;
      next[ids[i] as number] = place + 1;
      turned.ids[place] = row;
      turned.values[place] = values[i] as number;
    }
  }
  return turned;
};

import { type Key, randomOf } from "#lib/random.ts";
import type { Rows } from "../vectors/rows.ts";

/** Weights of a softmax regression: that of column c and class k stands at c × classes + k, the intercepts after the last
 * column. */
export type Weights = { classes: number; values: Float32Array };

/** Rows with the class of each and how much it counts, 1 = fully; of importance 0 it is passed over. */
export type Lesson = { rows: Rows; classOf: Int32Array; importance: Float32Array; classes: number };

export type Pace = { seed: Key; passes: number };

const RATE = 0.5;
/** Added to the square root of what a weight has moved, so that the first step is not endless. */
const CALM = 0.05;
/** Shrinks each weight that a step touches a little: few examples must not be learnt by heart. */
const DECAY = 2e-5;

/** Of a chance: by less a weight is not worth moving. */
const NEGLIGIBLE = 1e-3;

/** Softmax regression by AdaGrad steps on one row after another in drawn order (Duchi, Hazan & Singer 2011, JMLR 12:2121).
 * Equal seeds give equal weights. */
export const fitSoftmax = ({ rows, classOf, importance, classes }: Lesson, { seed, passes }: Pace): Weights => {
  const weights: Weights = { classes, values: new Float32Array((rows.width + 1) * classes) };
  const moved = new Float32Array(weights.values.length);
  const chances = new Float64Array(classes);
  const order = Int32Array.from({ length: rows.count }, (_, row) => row).filter((row) => (importance[row] ?? 0) > 0);
  const { unit } = randomOf(seed, "softmax");
  // Most classes are out of the question for a row: they are not moved by it.
  const open = new Int32Array(classes);
  let opened = 0;
  const step = (column: number, value: number): void => {
    for (let i = 0; i < opened; i++) {
      const k = open[i] as number;
      const at = column * classes + k;
      const weight = weights.values[at] as number;
      const slope = (chances[k] as number) * value + DECAY * weight;
      const sum = (moved[at] as number) + slope * slope;
      moved[at] = sum;
      weights.values[at] = weight - (RATE * slope) / (CALM + Math.sqrt(sum));
    }
  };
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, unit);
    for (const row of order) {
      chancesOf(weights, rows, row, chances);
      const right = classOf[row] as number;
      chances[right] = (chances[right] as number) - 1;
      opened = 0;
      for (let k = 0; k < classes; k++) {
        chances[k] = (chances[k] as number) * (importance[row] as number);
        if (Math.abs(chances[k] as number) > NEGLIGIBLE) open[opened++] = k;
      }
      for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++)
        step(rows.ids[i] as number, rows.values[i] as number);
      step(rows.width, INTERCEPT);
    }
  }
  return weights;
};

/** Intercepts are held small: how many examples a topic has says little of how often it is asked. */
const INTERCEPT = 0.1;

/** Fills in the chance of each class for a row, adding up to 1. */
export const chancesOf = ({ classes, values }: Weights, rows: Rows, row: number, chances: Float64Array): void => {
  for (let k = 0; k < classes; k++) chances[k] = INTERCEPT * (values[rows.width * classes + k] as number);
  for (let i = rows.starts[row] as number; i < (rows.starts[row + 1] as number); i++) {
    const [at, value] = [(rows.ids[i] as number) * classes, rows.values[i] as number];
    for (let k = 0; k < classes; k++) chances[k] = (chances[k] as number) + value * (values[at + k] as number);
  }
  let [most, sum] = [-Infinity, 0];
  for (let k = 0; k < classes; k++) most = Math.max(most, chances[k] as number);
  for (let k = 0; k < classes; k++) {
    chances[k] = Math.exp((chances[k] as number) - most);
    sum += chances[k] as number;
  }
  for (let k = 0; k < classes; k++) chances[k] = (chances[k] as number) / sum;
};

/** Fisher–Yates. */
const shuffle = (order: Int32Array, unit: () => number): void => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(unit() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
};

export type Key = string | number;

/** Draws that depend on their key alone, in the order they are made. */
export type Random = {
  /** In [0, 1). */
  unit: () => number;
  between: (low: number, high: number) => number;
  /** Whole, in [low, high]. */
  whole: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(values: readonly T[]) => T;
  /** By the weight of each; weights need not add up to 1. */
  weighted: <T extends string>(weights: Readonly<Record<T, number>>) => T;
  exponential: (mean: number) => number;
  /** Log-normal by its median and the deviation of its logarithm. */
  logNormal: (median: number, sigma: number) => number;
  poisson: (mean: number) => number;
};

/** FNV-1a with a final mix (public domain), so that keys that differ little start far apart. */
const hash = (text: string, basis: number): number => {
  let state = basis;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};

/** sfc32, Chris Doty-Humphrey's small fast counting generator (public domain). */
const smallFast = (seed: string): (() => number) => {
  let a = hash(seed, 0x811c9dc5);
  let b = hash(seed, 0x9e3779b9);
  let c = 0x6d2b79f5;
  let counter = 1;
  const unit = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 8; i++) unit();
  return unit;
};

/** A stream of draws for one key; equal keys give equal streams. */
export const randomOf = (...keys: Key[]): Random => {
  const unit = smallFast(keys.join("\u0000"));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    between: (low, high) => low + unit() * (high - low),
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: (values) => values[Math.floor(unit() * values.length)] as (typeof values)[number],
    weighted: (weights) => weighted(weights, unit()),
    exponential: (mean) => -mean * Math.log(1 - unit()),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => poisson(mean, unit),
  };
};

const weighted = <T extends string>(weights: Readonly<Record<T, number>>, unit: number): T => {
  const entries = Object.entries(weights) as [T, number][];
  let left = unit * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return entries.at(-1)?.[0] as T;
};

/** Knuth's product method; made for means below a few hundred. */
const poisson = (mean: number, unit: () => number): number => {
  const limit = Math.exp(-mean);
  let product = unit();
  let count = 0;
  while (product > limit) {
    product *= unit();
    count += 1;
  }
  return count;
};

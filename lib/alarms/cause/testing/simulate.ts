import { type Random, randomOf } from "#lib/random.ts";
import type { LoadCounts } from "./../load.ts";

/** A desk in one hour of an ordinary week. */
export type Desk = { episodes: number; rate: number; handleSeconds: number; people: number };

const SPREAD = 0.6;
/** Who could be there, for each who is: shifts change from week to week. */
const POOL = 1.6;

/** What is counted of an hour of a desk. Demand scatters a little more than by chance alone; nobody answers more than there
 * is time for. */
export const hourOf = ({ episodes, rate, handleSeconds, people }: Desk, ...keys: (string | number)[]): LoadCounts => {
  const random = randomOf(...keys);
  const began = random.poisson(episodes * random.logNormal(1, 0.08));
  const handoffs = drawn(random, began, rate);
  const there = Math.max(1, people + random.pick([-1, 0, 0, 0, 1]));
  const shift = pickedFrom(random, Math.round(people * POOL) + 1, there);
  const room = Math.floor((there * 3600 * 0.95) / handleSeconds);
  const counts = new Map<number, number>();
  const handled = { n: 0, sum: 0, squares: 0 };
  for (let i = 0; i < Math.min(handoffs, room); i++) {
    const one = random.pick(shift);
    counts.set(one, (counts.get(one) ?? 0) + 1);
    const log = Math.log(random.logNormal(handleSeconds, SPREAD));
    handled.n++;
    handled.sum += log;
    handled.squares += log ** 2;
  }
  return { episodes: began, handoffs, handled, answers: [...counts.values()] };
};

const drawn = (random: Random, n: number, chance: number): number =>
  Array.from({ length: n }, () => random.chance(chance)).filter(Boolean).length;

const pickedFrom = (random: Random, pool: number, n: number): number[] => {
  const all = Array.from({ length: pool }, (_, i) => ({ i, place: random.unit() }));
  return all
    .toSorted((a, b) => a.place - b.place)
    .slice(0, n)
    .map(({ i }) => i);
};

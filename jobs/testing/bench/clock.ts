import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import type { Db } from "#db/client.ts";

export const say = (text: string): boolean => process.stdout.write(`${text}\n`);

export const timed = async <T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> => {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1000, value };
};

/** Whether something else had the processors, which every time below depends on. */
export const loadText = (): string => `load ${(loadavg()[0] ?? 0).toFixed(1)}`;

/** Milliseconds that each of so many calls took. */
export const rounds = async (ask: () => Promise<unknown>, times: number): Promise<number[]> => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await timed(ask)).seconds * 1000);
  return all;
};

export const quantile = (all: readonly number[], p: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(p * all.length))] ?? 0;

/** "12.3", "450", in milliseconds. */
export const ms = (value: number): string => value.toFixed(value < 20 ? 1 : 0);

/** Milliseconds of processor time that the connections of this pool have used, which does not depend on what else runs;
 * null where the system does not say. Only what they do themselves: parallel workers are not among them. */
export const databaseTime = async (db: Db): Promise<number | null> => {
  const rows = await db.$client<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = current_setting('application_name')`;
  try {
    const stats = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, "utf8")));
    // User and system time in hundredths of a second, counted behind the name, which may hold spaces.
    const ticks = stats.map((stat) => stat.slice(stat.lastIndexOf(")")).split(" ").slice(12, 14).map(Number));
    return ticks.flat().reduce((sum, one) => sum + one * 10, 0);
  } catch {
    return null;
  }
};

import type postgres from "postgres";
import { type Db, dbOver } from "#db/client.ts";

/** The process has been killed: nothing that comes after it happens. */
class Killed extends Error {}

/** Whether an error is the kill, or was caused by it. */
export const isKill = (error: unknown): boolean =>
  error instanceof Killed || (error instanceof Error && error.cause instanceof Killed);

/** A database that dies at its step `at`, and stays dead: each statement, each begin and each moment after a commit is a
 * step. `steps()` says how many there were. */
export const failingDb = (db: Db, at: number): { db: Db; steps: () => number; step: () => void } => {
  let taken = 0;
  const step = () => {
    taken += 1;
    if (taken >= at) throw new Killed(`killed at step ${taken}`);
  };
  const client = failing(db.$client, step) as postgres.Sql;
  return { db: dbOver(client), steps: () => taken, step };
};

const failing = (client: object, step: () => void): object =>
  new Proxy(client, {
    apply: (target, self, args) => {
      // Called with a template it is a statement, with anything else a part of one.
      if (Array.isArray(args[0]) && "raw" in args[0]) step();
      return Reflect.apply(target as () => unknown, self, args);
    },
    get: (target, key) => {
      const value = Reflect.get(target, key) as unknown;
      if (key === "begin") return begin(target as postgres.Sql, step);
      if (key === "savepoint" || typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (key === "unsafe") step();
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });

const begin = (client: postgres.Sql, step: () => void) => async (work: (sql: unknown) => Promise<unknown>) => {
  step();
  const result = await client.begin((sql) => work(failing(sql, step)));
  step();
  return result;
};

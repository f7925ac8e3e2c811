import { sql } from "drizzle-orm";
import { check, timestamp } from "drizzle-orm/pg-core";

/** An instant in UTC, to the millisecond as JavaScript has it. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A check that a text column holds one of the words of a constant in lib. */
export const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`));

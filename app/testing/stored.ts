import type { Db } from "#db/client.ts";

const TABLES = ["webhook_deliveries", "source_hints", "conversations", "refused_records"] as const;

type Stored = Record<(typeof TABLES)[number], number>;

/** How many rows there are of what a call from outside may store. */
export const stored = async (db: Db): Promise<Stored> => {
  const counts = TABLES.map(async (table) => {
    const [row] = await db.$client<{ n: number }[]>`select count(*)::int as n from ${db.$client(table)}`;
    return [table, row?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as Stored;
};

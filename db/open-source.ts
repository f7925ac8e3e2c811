import type { TransactionSql } from "postgres";
import { sourceId } from "#lib/import/ids.ts";
import { BROUGHT } from "./sources.ts";

/** Why a page may not be stored: its source is being removed, or is not the one it was read from or for any more. */
export type Closed = "removing" | "connected";

type Page = { source: { key: string; kind: string }; isFetched: boolean; isProgress: boolean; now: Date };

/** To run first in the transaction that stores a page: makes a source that is brought to us if nobody has, and holds its
 * row until the page is stored, so that whoever removes or changes it waits and then sees this page too. Pages that move
 * the source's own row on wait for each other. Returns why the page may not be stored; null = it may. */
export const openSource = async (
  sql: TransactionSql,
  { source: { key, kind }, isFetched, isProgress, now }: Page,
): Promise<Closed | null> => {
  const id = sourceId(key);
  // Two that share a row and then both change it would wait for each other for ever.
  const lock = isProgress ? sql`for no key update` : sql`for share`;
  for (;;) {
    const [row] = await sql<{ kind: string; state: string }[]>`
      select kind, state from sources where id = ${id} ${lock}`;
    if (!row && !isFetched) {
      await sql`insert into sources (id, key, kind, created_at) values (${id}, ${key}, ${kind}, ${now})
        on conflict (id) do nothing`;
      continue;
    }
    if (!row || row.state === "removing") return "removing";
    return (isFetched ? row.kind === kind : BROUGHT.includes(row.kind)) ? null : "connected";
  }
};

/** Holds a source that is there and stays until the transaction ends; returns whether there is one. */
export const holdSource = async (sql: TransactionSql, id: string): Promise<boolean> => {
  const rows = await sql`select from sources where id = ${id} and state <> 'removing' for share`;
  return rows.length > 0;
};

import type { Db } from "#db/client.ts";

const TABLES = "conversations assessments messages raw_payloads data_defects episodes handoffs ratings findings".split(
  " ",
);
/** When something became known differs from run to run and is no content. */
const CLOCKS = ["received_at", "assessed_at"];

/** Everything stored about conversations, comparable between two databases or two moments. */
export const contentsOf = async (db: Db): Promise<Record<string, unknown[]>> => {
  const contents: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const rows = await db.$client<{ row: Record<string, unknown> }[]>`
      select to_jsonb(t) as row from ${db.$client(table)} t order by to_jsonb(t)::text collate "C"`;
    contents[table] = rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !CLOCKS.includes(key))),
    );
  }
  return contents;
};

import type { Db } from "#db/client.ts";

const TABLES = "conversations assessments messages raw_payloads data_defects episodes handoffs ratings findings".split(
  " ",
);
/** When something became known, or is to be looked at again because of that, differs from run to run and is no content. */
const CLOCKS = ["received_at", "assessed_at", "reassess_at"];

/** Everything stored about conversations, comparable between two databases or two moments. */
export const contentsOf = async (db: Db): Promise<Record<string, unknown[]>> => {
  const contents: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const rows = await db.$client<{ row: Record<string, unknown> }[]>`
      select row from ${db.$client(table)} t, lateral (select to_jsonb(t) - ${CLOCKS}::text[] as row) _
      order by row::text collate "C"`;
    contents[table] = rows.map(({ row }) => row);
  }
  return contents;
};

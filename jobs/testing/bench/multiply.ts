import type { Db } from "#db/client.ts";

const TABLES = ["conversations", "messages", "assessments", "episodes", "handoffs", "ratings", "findings"] as const;
const TIMES_APART = "interval '17 minutes 31 milliseconds'";

/** How a column of a copy differs; the others are as they are. */
const changed = (column: string, type: string): string => {
  const name = `"${column}"`;
  if (column === "conversation_id") return "md5(t.conversation_id::text || k)::uuid";
  if (column === "external_id" || column === "customer_id") return `t.${name} || '-' || k`;
  if (type.startsWith("timestamp")) return `t.${name} + k * ${TIMES_APART}`;
  if (column === "wait_seconds" || column === "wait_business_seconds") return `t.${name} + k * 0.7`;
  if (column === "declared_handoffs")
    return `case when jsonb_array_length(t.${name}) > 0 then jsonb_set(t.${name}, '{0,at}',
      to_jsonb((t.${name}->0->>'at')::timestamptz + k * ${TIMES_APART})) else t.${name} end`;
  return `t.${name}`;
};

const columnsOf = (db: Db, table: string) => db.$client<{ name: string; type: string }[]>`
  select column_name as name, data_type as type from information_schema.columns
  where table_name = ${table} and table_schema = 'public' order by ordinal_position`;

/** Rows are put in the order in which their things happened, as they would come in. */
const IN_ORDER: Record<string, string> = {
  conversations: "order by created_at",
  episodes: "order by started_at",
  handoffs: "order by at",
  ratings: "order by at",
};

const copyTable = async (db: Db, table: string, copies: { from: number; to: number }): Promise<void> => {
  const sql = db.$client;
  const columns = await columnsOf(db, table);
  const values = columns.map(({ name, type }) => `${changed(name, type)} as "${name}"`);
  // What was multiplied before has no "-" in its id.
  await sql.unsafe(`insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(", ")})
    select x.* from (select ${values.join(", ")} from ${table} t
      join bench_originals using (conversation_id) cross join generate_series(${copies.from}, ${copies.to}) k) x
    ${IN_ORDER[table] ?? ""}`);
};

/** Drops a table's keys and indexes, and returns how they are made again: filling a table without them is many times as
 * fast. */
const dropIndexes = async (db: Db, table: string): Promise<string[]> => {
  const sql = db.$client;
  const keys = await sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'p'`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    join pg_class c on c.oid = i.indexrelid where i.indrelid = ${table}::regclass and not i.indisprimary`;
  for (const { name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return [
    ...keys.map(({ name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ];
};

/** Adds copies of all conversations that were imported, numbered from `from` to `to`: new ids, times that are minutes
 * apart, all else the same. Their payloads are left out. Not imported and not assessed by anybody, so only reading may be
 * measured on them. */
export const addCopies = async (db: Db, copies: { from: number; to: number }): Promise<void> => {
  const sql = db.$client;
  await sql.unsafe(`create table if not exists bench_originals as select conversation_id from conversations`);
  await sql.unsafe("analyze bench_originals");
  for (const table of TABLES) {
    const again = await dropIndexes(db, table);
    await copyTable(db, table, copies);
    for (const one of again) await sql.unsafe(one);
  }
  await sql.unsafe("vacuum analyze");
};

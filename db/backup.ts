import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline as pipe, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { TransactionSql } from "postgres";
import { AppError } from "#lib/errors.ts";
import type { Db } from "./client.ts";
import { copyOut } from "./copy.ts";
import { knownMigrations } from "./migrate.ts";

/** First line of a backup, and a line between tables. The rows between are PostgreSQL's own COPY text, whose lines never
 * begin with this. */
const MAGIC = "\\# seam backup 1";
const TABLE = "\\# table ";
const END = "\\# end";

/** Columns that are numbered by a sequence, which is no row of a table. */
const numberedColumns = async (sql: TransactionSql): Promise<{ table: string; column: string }[]> =>
  sql<{ table: string; column: string }[]>`
    select t.relname as "table", a.attname as "column"
    from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.refobjsubid > 0
      join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and t.relnamespace = 'public'::regnamespace order by 1`;

const tablesOf = async (db: Pick<Db, "$client">): Promise<{ name: string; columns: string[] }[]> =>
  db.$client<{ name: string; columns: string[] }[]>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' group by 1 order by 1`;

/** Writes every table into one compressed file, all as of one moment. The file appears under its name only when it is
 * whole. Returns how many tables it holds. */
export const backupTo = async (db: Db, file: string): Promise<number> => {
  const unfinished = `${file}.part`;
  const tables = await tablesOf(db);
  try {
    await db.$client.begin("isolation level repeatable read read only", async (sql) => {
      async function* lines() {
        yield `${MAGIC} ${await knownMigrations()}\n`;
        for (const { name, columns } of tables) {
          yield `${TABLE}${name} ${columns.join(",")}\n`;
          const quoted = columns.map((column) => `"${column}"`).join(", ");
          yield* copyOut(sql, `copy (select ${quoted} from "${name}") to stdout`);
        }
        yield `${END}\n`;
      }
      await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    });
    await rename(unfinished, file);
    return tables.length;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
};

/** Puts the database back to what a backup holds, in one transaction: a file that is broken or cut off changes nothing.
 * Throws `bad_input` for a file that is no backup, is incomplete or was made with another schema. */
export const restoreFrom = async (db: Db, file: string): Promise<number> => {
  const known = await tablesOf(db);
  let restored = 0;
  await db.$client.begin(async (sql) => {
    await sql.unsafe(`truncate ${known.map(({ name }) => `"${name}"`).join(", ")}`);
    const lines = linesOf(file);
    const next = async (): Promise<string> => (await lines.next()).value ?? "";
    await checkHead(await next());
    let line = await next();
    async function* rows() {
      for (line = await next(); line !== "" && !isMarker(line); line = await next()) yield `${line}\n`;
    }
    while (line.startsWith(TABLE)) {
      const copy = await sql.unsafe(copyInto(line, known)).writable();
      await pipeline(Readable.from(rows()), copy);
      restored += 1;
    }
    if (line !== END) throw new AppError("bad_input", "The backup is cut off; nothing was changed.");
    for (const { table, column } of await numberedColumns(sql)) {
      await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
        (select coalesce(max(${sql(column)}), 0) + 1 from ${sql(table)}), false)`;
    }
  });
  return restored;
};

const isMarker = (line: string): boolean => line === END || line.startsWith(TABLE);

const copyInto = (marker: string, known: { name: string; columns: string[] }[]): string => {
  const [name = "", columns = ""] = marker.slice(TABLE.length).split(" ");
  const table = known.find((one) => one.name === name);
  const given = columns.split(",");
  if (!table || given.some((column) => !table.columns.includes(column))) {
    throw new AppError("bad_input", `The backup holds a table that this schema does not know: ${name}.`);
  }
  return `copy "${name}" (${given.map((column) => `"${column}"`).join(", ")}) from stdin`;
};

/** COPY writes a line feed inside a value as two characters, so each one in the file ends a row. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const text = new TextDecoder();
  let rest = "";
  try {
    // Unlike pipe(), this hands on what goes wrong while reading the file.
    for await (const chunk of pipe(createReadStream(file), createGunzip(), () => {})) {
      const lines = (rest + text.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch {
    throw new AppError("bad_input", "The file is no backup of Seam, or it is cut off; nothing was changed.");
  }
  return undefined;
}

const checkHead = async (line: string): Promise<void> => {
  if (!line.startsWith(MAGIC)) throw new AppError("bad_input", "The file is no backup of Seam; nothing was changed.");
  if (Number(line.slice(MAGIC.length)) > (await knownMigrations())) {
    throw new AppError("bad_input", "The backup was made by a newer Seam; update this one first. Nothing was changed.");
  }
};

import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { AppError } from "#lib/errors.ts";
import type { Db } from "./client.ts";
import { knownMigrations } from "./migrate.ts";

/** First line of a backup, and a line between tables. The rows between are PostgreSQL's own COPY text, whose lines never
 * begin with this. */
const MAGIC = "\\# seam backup 1";
const TABLE = "\\# table ";
const END = "\\# end";

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
          yield* await sql.unsafe(`copy (select ${quoted} from "${name}") to stdout`).readable();
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
    let writer: Awaited<ReturnType<ReturnType<typeof sql.unsafe>["writable"]>> | null = null;
    let isWhole = false;
    let isFirst = true;
    const finish = async () => {
      const open = writer;
      writer = null;
      if (open) await new Promise<void>((done, refuse) => open.on("error", refuse).on("finish", done).end());
    };
    for await (const line of linesOf(file)) {
      if (isFirst) await checkHead(line);
      else if (line.startsWith(TABLE)) {
        await finish();
        const [name = "", columns = ""] = line.slice(TABLE.length).split(" ");
        const table = known.find((one) => one.name === name);
        const given = columns.split(",");
        if (!table || given.some((column) => !table.columns.includes(column))) {
          throw new AppError("bad_input", `The backup holds a table that this schema does not know: ${name}.`);
        }
        const quoted = given.map((column) => `"${column}"`).join(", ");
        writer = await sql.unsafe(`copy "${name}" (${quoted}) from stdin`).writable();
        restored += 1;
      } else if (line === END) isWhole = true;
      else if (writer && !writer.write(`${line}\n`)) await drained(writer);
      isFirst = false;
    }
    await finish();
    if (!isWhole) throw new AppError("bad_input", "The backup is cut off; nothing was changed.");
    await sql`select setval(pg_get_serial_sequence('sign_in_attempts', 'id'),
      (select coalesce(max(id), 0) + 1 from sign_in_attempts), false)`;
  });
  return restored;
};

const drained = (writer: NodeJS.EventEmitter): Promise<void> =>
  new Promise((done, refuse) => writer.once("drain", done).once("error", refuse));

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file).pipe(createGunzip());
  let failure: NodeJS.ErrnoException | null = null;
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  source.on("error", (error) => {
    failure = error;
    lines.close();
  });
  for await (const line of lines) yield line;
  if (failure) throw new AppError("bad_input", "The file is no backup of Seam, or it is cut off; nothing was changed.");
}

const checkHead = async (line: string): Promise<void> => {
  if (!line.startsWith(MAGIC)) throw new AppError("bad_input", "The file is no backup of Seam; nothing was changed.");
  if (Number(line.slice(MAGIC.length)) > (await knownMigrations())) {
    throw new AppError("bad_input", "The backup was made by a newer Seam; update this one first. Nothing was changed.");
  }
};

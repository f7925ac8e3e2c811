import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { AppError } from "#lib/errors.ts";
import { type CsvKind, type CsvRow, conversationOfRow, csvKind, partOfRow } from "#lib/import/csv.ts";
import type { Input } from "./open.ts";
import type { Candidate } from "./records.ts";

type Json = Record<string, unknown>;
type Assembled = { line: number; record: Json };

/** Puts the rows of the four files together, in whatever order the files come. The records are held in memory until
 * all files are read: a row names only its conversation, and a file need not be sorted. */
export class CsvAssembly {
  readonly #conversations = new Map<string, Assembled>();
  readonly #orphans: {
    id: string;
    line: number;
    file: string;
    kind: Exclude<CsvKind, "conversations">;
    row: CsvRow;
  }[] = [];

  async add(input: Input): Promise<void> {
    let kind: CsvKind | null = null;
    const delimiter = [",", ";", "\t"];
    const options = {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      info: true,
      trim: false,
    };
    const rows = Readable.from(input.stream).pipe(parse(options));
    for await (const { record, info } of rows as AsyncIterable<{ record: CsvRow; info: { lines: number } }>) {
      kind ??= csvKind(Object.keys(record));
      if (kind === null) throw new AppError("bad_input", `${input.name} has none of the four headers; see the README.`);
      this.#take(kind, record, info.lines, input.name);
    }
  }

  #take(kind: CsvKind, row: CsvRow, line: number, file: string): void {
    const id = row["conversation_id"] ?? "";
    if (kind === "conversations") {
      const known = this.#conversations.get(id);
      const fresh = conversationOfRow(row);
      this.#conversations.set(id, { line, record: known ? { ...known.record, ...fresh } : fresh });
    } else this.#orphans.push({ id, line, file, kind, row });
  }

  /** Every conversation as a record, and every row that names none. Call it once, after the last file. */
  *records(): Generator<Candidate> {
    for (const { id, line, file, kind, row } of this.#orphans) {
      const owner = this.#conversations.get(id);
      if (owner) (owner.record[kind] as Json[]).push(partOfRow(kind, row));
      else
        yield {
          line,
          payload: JSON.stringify({ file, ...row }),
          reason: `no conversation has the id ${JSON.stringify(id)}`,
        };
    }
    for (const { line, record } of this.#conversations.values()) {
      yield { line, payload: JSON.stringify(record), json: record, hadInvalidUtf8: false };
    }
  }
}

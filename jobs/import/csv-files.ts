import { AppError } from "#lib/errors.ts";
import { type CsvKind, type CsvRow, conversationOfRow, csvKind, partOfRow, revisionOf } from "#lib/import/csv.ts";
import type { Line } from "#lib/import/lines.ts";
import type { Candidate } from "#lib/import/records.ts";
import { csvRows } from "./csv-rows.ts";

type Json = Record<string, unknown>;
type Assembled = { line: number; record: Json };

/** Puts the rows of the four files together, in whatever order the files come. The records are held in memory until
 * all files are read: a row names only its conversation, and a file need not be sorted. */
export class CsvAssembly {
  readonly #conversations = new Map<string, Assembled>();
  readonly #hadInvalidUtf8 = new Set<string>();
  readonly #broken: Candidate[] = [];
  readonly #parts: {
    id: string;
    line: number;
    file: string;
    kind: Exclude<CsvKind, "conversations">;
    row: CsvRow;
  }[] = [];

  async add(file: string, lines: AsyncIterable<Line>): Promise<void> {
    let kind: CsvKind | null = null;
    for await (const found of csvRows(lines)) {
      const { line } = found;
      if ("reason" in found) {
        this.#broken.push({ line, payload: JSON.stringify({ file, line, text: found.text }), reason: found.reason });
        continue;
      }
      kind ??= csvKind(Object.keys(found.row));
      if (kind === null) throw new AppError("bad_input", `${file} has none of the four headers; see the README.`);
      if (found.hadInvalidUtf8) this.#hadInvalidUtf8.add(found.row["conversation_id"] ?? "");
      this.#take(kind, found.row, line, file);
    }
  }

  #take(kind: CsvKind, row: CsvRow, line: number, file: string): void {
    const id = row["conversation_id"] ?? "";
    if (kind === "conversations") {
      const known = this.#conversations.get(id);
      const fresh = conversationOfRow(row);
      this.#conversations.set(id, { line, record: known ? { ...known.record, ...fresh } : fresh });
    } else this.#parts.push({ id, line, file, kind, row });
  }

  /** Every conversation as a record, and every row that names none. Call it once, after the last file. */
  *records(): Generator<Candidate> {
    yield* this.#broken;
    for (const { id, line, file, kind, row } of this.#parts) {
      const owner = this.#conversations.get(id);
      if (owner) (owner.record[kind] as Json[]).push(partOfRow(kind, row));
      else
        yield {
          line,
          payload: JSON.stringify({ file, ...row }),
          reason: `no conversation has the id ${JSON.stringify(id)}`,
        };
    }
    for (const [id, { line, record }] of this.#conversations) {
      const json = { ...record, revision: revisionOf(record) };
      yield { line, payload: JSON.stringify(json), json, hadInvalidUtf8: this.#hadInvalidUtf8.has(id) };
    }
  }
}

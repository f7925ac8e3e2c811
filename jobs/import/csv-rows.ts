import { CsvError, parse } from "csv-parse/sync";
import type { CsvRow } from "#lib/import/csv.ts";
import { type Line, LONGEST_LINE } from "#lib/import/lines.ts";

export type FoundRow =
  | { line: number; row: CsvRow; hadInvalidUtf8: boolean }
  | { line: number; text: string; reason: string };

type Header = { delimiter: string; columns: string[] };

/** A quoted text of more lines than this is taken for a quote that was never closed. */
const MOST_LINES = 1000;

/** Rows of a CSV file, whose quoted fields may span lines. A quote that is never closed costs its own line: reading goes
 * on with the next one. */
export async function* csvRows(lines: AsyncIterable<Line>): AsyncGenerator<FoundRow> {
  const source = lines[Symbol.asyncIterator]();
  let givenBack: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const line = givenBack.shift();
    if (line) return line;
    const read = await source.next();
    return read.done ? undefined : read.value;
  };
  let header: Header | null = null;
  for (let first = await next(); first; first = await next()) {
    if (first.text.trim() === "") continue;
    if (header === null) {
      header = headerOf(first.text);
      continue;
    }
    const { lines: held, isOpen } = await rowFrom(first, header.delimiter, next);
    if (isOpen) {
      givenBack = [...held.slice(1), ...givenBack];
      yield { line: first.number, text: first.text.slice(0, 20_000), reason: "a quote is opened and never closed" };
    } else yield readRow(held, header);
  }
}

/** The separator is the one that the header has most of: in the rows the others are part of a text. */
const headerOf = (text: string): Header => {
  const count = (delimiter: string) => text.split(delimiter).length;
  const delimiter = [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
  const [names = []] = parse(text, { delimiter, relaxQuotes: true });
  return { delimiter, columns: names.map((name) => name.trim()) };
};

const rowFrom = async (
  first: Line,
  delimiter: string,
  next: () => Promise<Line | undefined>,
): Promise<{ lines: Line[]; isOpen: boolean }> => {
  const lines = [first];
  let quote = quoteAfter(first.text, delimiter, false);
  for (let size = first.text.length; quote === true && lines.length < MOST_LINES && size < LONGEST_LINE; ) {
    const line = await next();
    if (!line) break;
    lines.push(line);
    quote = quoteAfter(line.text, delimiter, true);
    size += line.text.length;
  }
  return { lines, isOpen: quote !== false };
};

/** Whether a quoted field is open at the end of a line; "again" when a field begins with a quote where one is open from a
 * line before, which then was never closed. A quote inside a field that began without one is a character. */
const quoteAfter = (text: string, delimiter: string, before: boolean): boolean | "again" => {
  let [isOpen, isFromBefore] = [before, before];
  for (let i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
    const next = text[i + 1];
    if (!isOpen) isOpen = i === 0 || text[i - 1] === delimiter;
    else if (next === '"') i += 1;
    else if (next === undefined || next === delimiter) [isOpen, isFromBefore] = [false, false];
    else if (isFromBefore && text[i - 1] === delimiter) return "again";
  }
  return isOpen;
};

const readRow = (lines: Line[], { delimiter, columns }: Header): FoundRow => {
  const line = lines[0]?.number ?? 0;
  const text = lines.map((one) => one.text).join("\n");
  if (lines.some(({ isTooLong }) => isTooLong)) return { line, text, reason: "the line is longer than 5 MB" };
  try {
    const [row = {}] = parse<CsvRow>(text, { delimiter, columns, relaxColumnCount: true, relaxQuotes: true });
    return { line, row, hadInvalidUtf8: lines.some(({ hadInvalidUtf8 }) => hadInvalidUtf8) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line, text: text.slice(0, 20_000), reason: "not a row of CSV" };
  }
};

import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "#lib/errors.ts";
import type { GivenArticle } from "./article.ts";

/** A row of the file: the line on which it begins, and what it says. */
export type CsvArticle = { line: number; article: GivenArticle };

type Read = { record: Record<string, string>; info: { lines: number } };

/** Articles from a CSV file with the columns title and body, and where they are known id, url, language and published, in any
 * order, separated by comma, semicolon or tab. Without an id a row is known by its title. Throws `bad_input` with a sentence
 * when it is no such file. */
export const csvArticles = (file: string): CsvArticle[] => {
  const rows = rowsOf(file);
  const [first] = rows;
  if (first && !("title" in first.record && "body" in first.record))
    throw new AppError("bad_input", "The file has no columns “title” and “body”.");
  let begins = 2;
  return rows.map(({ record, info }) => {
    const line = begins;
    begins = info.lines + 1;
    const value = (column: string): string | null => record[column]?.trim() || null;
    return {
      line,
      article: {
        id: value("id") ?? value("title") ?? `line ${line}`,
        title: value("title"),
        body: value("body"),
        url: value("url"),
        language: value("language"),
        published: value("published"),
        changedAt: null,
      },
    };
  });
};

const rowsOf = (file: string): Read[] => {
  const header = file.slice(0, 1000).split("\n", 1)[0] ?? "";
  const count = (delimiter: string) => header.split(delimiter).length;
  const delimiter = [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
  try {
    const options = { bom: true, delimiter, info: true, relaxColumnCount: true, skipEmptyLines: true } as const;
    const columns = (names: string[]) => names.map((name) => name.trim().toLowerCase());
    return parse(file, { ...options, columns }) as unknown as Read[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError("bad_input", `The file is not CSV: ${error.message}.`, { cause: error });
  }
};

import type { Options } from "csv-stringify";

/** A cell that a spreadsheet would run as a formula is kept as text. */
const tame = (value: string): string => (/^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value);

/** How every file of ours is written: a line of names, then one line per row. */
export const CSV: Options = { header: true, cast: { boolean: String, string: tame } };

/** The headers with which a browser saves it, and nobody on the way keeps it. */
export const csvHeaders = (name: string): Record<string, string> => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${name}"`,
  "cache-control": "private, no-store",
});

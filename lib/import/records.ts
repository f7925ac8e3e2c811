import { csvKind } from "./csv.ts";
import { jsonText, parseJson } from "./json.ts";
import type { Line } from "./lines.ts";
import { isVcon, recordOfVcon } from "./vcon-read.ts";

/** One record of a file: its JSON, or why it is none. `line` is its place when it is one of a list. */
export type Candidate =
  | { line: number; payload: string; json: unknown; hadInvalidUtf8: boolean }
  | { line: number; payload: string; reason: string };

const LARGEST_DOCUMENT = 64 * 1024 * 1024;

/** What a file holds, by its first line that is not empty. */
export const formatOf = (firstLine: string): "json" | "csv" | "unknown" => {
  if (/^\s*[[{]/.test(firstLine)) return "json";
  return csvKind(firstLine.split(/[,;\t]/).map((name) => name.replaceAll('"', "").trim())) === null ? "unknown" : "csv";
};

/** Records of JSON lines, or of one JSON document that spans lines (a vCon, one record, or a list of them). A vCon without
 * an id of its own goes by its file, and by its place there if it is not the first; without a file it is refused. */
export async function* jsonRecords(lines: AsyncIterable<Line>, fileName: string | null): AsyncGenerator<Candidate> {
  const rest = lines[Symbol.asyncIterator]();
  const held = await opening(rest);
  const text = held.map((line) => line.text).join("\n");
  const document = held.length > 1 || /^\s*\[/.test(text) ? parseJson(text) : undefined;
  if (document !== undefined) {
    const hadInvalidUtf8 = held.some((line) => line.hadInvalidUtf8);
    for (const [i, json] of (Array.isArray(document) ? document : [document]).entries())
      yield found(i + 1, jsonText(json), json, fileName, hadInvalidUtf8);
    return;
  }
  for (const line of held) yield candidateOf(line, fileName);
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    if (next.value.text.trim() !== "") yield candidateOf(next.value, fileName);
  }
}

/** The first line when it is whole, which means JSON lines; else all that may be one document. */
const opening = async (lines: AsyncIterator<Line>): Promise<Line[]> => {
  const held: Line[] = [];
  let size = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.text.trim() === "") continue;
    held.push(next.value);
    size += next.value.text.length;
    if (held.length === 1 ? isWhole(next.value) : size > LARGEST_DOCUMENT) break;
  }
  return held;
};

const isWhole = (line: Line): boolean =>
  line.isTooLong || (/^\s*\{/.test(line.text) && parseJson(line.text) !== undefined);

const candidateOf = (line: Line, fileName: string | null): Candidate => {
  const { number, text, isTooLong, hadInvalidUtf8 } = line;
  if (isTooLong) return { line: number, payload: text, reason: "the line is longer than 5 MB" };
  const json = parseJson(text);
  if (json === undefined)
    return { line: number, payload: text.slice(0, 20_000), reason: "not JSON: broken or cut off" };
  return found(number, text, json, fileName, hadInvalidUtf8);
};

const found = (
  line: number,
  payload: string,
  json: unknown,
  fileName: string | null,
  hadInvalidUtf8: boolean,
): Candidate => {
  if (!isVcon(json)) return { line, payload, json, hadInvalidUtf8 };
  const record = vconRecord(json, fileName === null ? null : placeIn(fileName, line));
  // Made from its content, an id would make another conversation of it each time it grows.
  if (record["id"] === null)
    return { line, payload, reason: "a vCon that is sent needs its uuid: nothing else names it" };
  return { line, payload, json: record, hadInvalidUtf8 };
};

const placeIn = (path: string, line: number): string => {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return line === 1 ? name : `${name}#${line}`;
};

/** A vCon has no source of its own: one that it was given on the way here stands, above what it says of itself. */
const vconRecord = (vcon: Record<string, unknown>, fallbackId: string | null): Record<string, unknown> => {
  const given = vcon["source"];
  return { source: "vcon", ...recordOfVcon(vcon, fallbackId), ...(typeof given === "string" ? { source: given } : {}) };
};

import { Temporal } from "temporal-polyfill";
import type { Defect, DefectCode } from "#lib/conversation/types.ts";
import { hashOf } from "./ids.ts";
import { jsonText, storableJson, storableText } from "./json.ts";

/** Collects what was wrong while a record is read; a bad field is left null and never stops the rest. */
export type Reader = { now: Date; zone: string; defects: Defect[] };

export const defect = (reader: Reader, field: string, code: DefectCode, value: unknown): null => {
  const shown = typeof value === "string" ? value : jsonText(value);
  reader.defects.push({ field, code, detail: storableText(shown).slice(0, 200) });
  return null;
};

const storable = (reader: Reader, text: string, field: string): string => {
  const clean = storableText(text);
  if (clean !== text) defect(reader, field, "unstorable_character", text.slice(0, 40));
  return clean;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const readText = (reader: Reader, value: unknown, field: string): string | null => {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return storable(reader, value, field);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return defect(reader, field, "bad_value", value);
};

/** An index entry of PostgreSQL holds 2704 bytes, and two ids of up to 3 bytes a character share one. */
const LONGEST_ID = 300;

/** A text that other things refer to. One too long for an index keeps its beginning and is told apart by its hash. */
export const readId = (reader: Reader, value: unknown, field: string): string | null => {
  const id = readText(reader, value, field);
  if (id === null || id.length <= LONGEST_ID) return id;
  defect(reader, field, "too_long", id);
  return `${id.slice(0, LONGEST_ID - 65).toWellFormed()}#${hashOf(id)}`;
};

export const readIds = (reader: Reader, value: unknown, field: string): string[] =>
  readList(reader, value, field)
    .map((one) => readId(reader, one, field))
    .filter((one): one is string => one !== null);

/** A number within its bounds, if it has any. */
export const readNumber = (
  reader: Reader,
  value: unknown,
  field: string,
  [least, most]: readonly [number, number] = [-Number.MAX_VALUE, Number.MAX_VALUE],
): number | null => {
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && number >= least && number <= most) return number;
  return defect(reader, field, "bad_value", value);
};

/** An object of any content. */
export const readJson = (reader: Reader, value: Record<string, unknown>, field: string): Record<string, unknown> => {
  let isCut = false;
  const json = storableJson(value, () => {
    isCut = true;
  }) as Record<string, unknown>;
  if (isCut) defect(reader, field, "too_long", "nested too deep");
  return json;
};

/** Spreadsheets write TRUE and FALSE. */
export const readBoolean = (reader: Reader, value: unknown, field: string): boolean | null => {
  if (value === undefined || value === null || value === "") return null;
  const word = typeof value === "string" ? value.toLowerCase() : value;
  if (word === true || word === 1 || word === "true" || word === "1" || word === "yes") return true;
  if (word === false || word === 0 || word === "false" || word === "0" || word === "no") return false;
  return defect(reader, field, "bad_value", value);
};

/** One of the allowed words: absent it is `fallback`; another word is listed and read as "unknown" where there is that
 * word, else as `otherwise`. */
export const readOneOf = <T extends string>(
  reader: Reader,
  value: unknown,
  field: string,
  allowed: readonly T[],
  fallback: T,
  otherwise: T = allowed.includes("unknown" as T) ? ("unknown" as T) : fallback,
): T => {
  if (value === undefined || value === null || value === "") return fallback;
  if ((allowed as readonly unknown[]).includes(value)) return value as T;
  defect(reader, field, "unknown_value", value);
  return otherwise;
};

export const readList = (reader: Reader, value: unknown, field: string): unknown[] => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  defect(reader, field, "bad_value", value);
  return [];
};

export const readTexts = (reader: Reader, value: unknown, field: string): string[] =>
  readList(reader, value, field)
    .map((one) => readText(reader, one, field))
    .filter((one): one is string => one !== null);

const WITH_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;
const EARLIEST = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
/** Unix seconds stay below this until the year 5138; milliseconds are above it from 1973 on. */
const SECONDS_BELOW = 100_000_000_000;

/** An instant from RFC 3339 text, unix seconds or milliseconds. Without zone it is read in the workspace's; before 2000
 * or more than a day ahead it is not taken. */
export const readTime = (reader: Reader, value: unknown, field: string): Date | null => {
  if (value === undefined || value === null || value === "") return null;
  const at = instantOf(reader, value, field);
  if (at === null || Number.isNaN(at)) return defect(reader, field, "bad_value", value);
  if (at < EARLIEST) return defect(reader, field, "time_before_2000", value);
  if (at > reader.now.getTime() + DAY_MS) return defect(reader, field, "time_in_future", value);
  return new Date(at);
};

/** Date.parse takes 30 February for 2 March. */
const isDay = (day: string): boolean =>
  Number(day.slice(8)) <= 28 || new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));

const instantOf = (reader: Reader, value: unknown, field: string): number | null => {
  if (typeof value === "number") return value < SECONDS_BELOW ? Math.round(value * 1000) : value;
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (WITH_ZONE.test(text)) {
    return isDay(text.slice(0, 10)) ? Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")) : null;
  }
  if (/^\d+(?:\.\d+)?$/.test(text)) return instantOf(reader, Number(text), field);
  if (!WITHOUT_ZONE.test(text)) return null;
  defect(reader, field, "time_without_zone", value);
  try {
    return Temporal.PlainDateTime.from(text.replace(" ", "T")).toZonedDateTime(reader.zone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

import { Temporal } from "temporal-polyfill";
import type { Defect, DefectCode } from "#lib/conversation/types.ts";

/** Collects what was wrong while a record is read; a bad field is left null and never stops the rest. */
export type Reader = { now: Date; zone: string; defects: Defect[] };

export const defect = (reader: Reader, field: string, code: DefectCode, value: unknown): null => {
  const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  reader.defects.push({ field, code, detail: storableText(shown).slice(0, 200) });
  return null;
};

/** PostgreSQL stores neither NUL nor half of a surrogate pair: each becomes U+FFFD. */
export const storableText = (text: string): string =>
  text.includes("\u0000") || !text.isWellFormed() ? text.toWellFormed().replaceAll("\u0000", "\ufffd") : text;

const storable = (reader: Reader, text: string, field: string): string => {
  const clean = storableText(text);
  if (clean !== text) defect(reader, field, "unstorable_character", text.slice(0, 40));
  return clean;
};

/** Any JSON value with all its texts and keys made storable. */
export const storableJson = (value: unknown): unknown => {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storableText(key), storableJson(one)]));
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const readText = (reader: Reader, value: unknown, field: string): string | null => {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return storable(reader, value, field);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return defect(reader, field, "bad_value", value);
};

export const readNumber = (reader: Reader, value: unknown, field: string): number | null => {
  if (value === undefined || value === null || value === "") return null;
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  return defect(reader, field, "bad_value", value);
};

export const readBoolean = (reader: Reader, value: unknown, field: string): boolean | null => {
  if (value === undefined || value === null || value === "") return null;
  if (value === true || value === 1 || value === "true" || value === "1" || value === "yes") return true;
  if (value === false || value === 0 || value === "false" || value === "0" || value === "no") return false;
  return defect(reader, field, "bad_value", value);
};

/** One of the allowed words; another word becomes `fallback` and is listed. */
export const readOneOf = <T extends string>(
  reader: Reader,
  value: unknown,
  field: string,
  allowed: readonly T[],
  fallback: T,
): T => {
  if (value === undefined || value === null || value === "") return fallback;
  if ((allowed as readonly unknown[]).includes(value)) return value as T;
  defect(reader, field, "unknown_value", value);
  return allowed.includes("unknown" as T) ? ("unknown" as T) : fallback;
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

const instantOf = (reader: Reader, value: unknown, field: string): number | null => {
  if (typeof value === "number") return value < SECONDS_BELOW ? Math.round(value * 1000) : value;
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (WITH_ZONE.test(text)) return Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
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

/** Unix seconds stay below this until the year 5138. */
const SECONDS_BELOW = 100_000_000_000;

/** Milliseconds from Chatwoot's times: unix seconds (its 0 means never), or text such as "2026-03-10T10:00:00.123Z" and
 * "2026-03-10 10:00:00 UTC". Null when it is none. */
export const instantOf = (value: string | number | null | undefined): number | null => {
  if (value === null || value === undefined || value === "" || value === 0) return null;
  if (typeof value === "number") return Math.round(value < SECONDS_BELOW ? value * 1000 : value);
  if (/^\d+(?:\.\d+)?$/.test(value)) return instantOf(Number(value));
  const parsed = Date.parse(value.replace(" UTC", "Z").replace(/^(\d{4}-\d\d-\d\d) /, "$1T"));
  return Number.isNaN(parsed) ? null : parsed;
};

export const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

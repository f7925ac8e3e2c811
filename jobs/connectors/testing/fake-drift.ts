/** How a vendor's answers differ from yesterday's: keys that are new, keys that are gone, values nobody has heard of. */
export type Drift = { gained?: Record<string, unknown>; lost?: string[]; changed?: Record<string, unknown> };

/** Applies to every object that has an id, however deep. */
export const drifted = (json: unknown, drift: Drift): unknown => {
  if (Array.isArray(json)) return json.map((value) => drifted(value, drift));
  if (typeof json !== "object" || json === null) return json;
  const entries = Object.entries(json).map(([key, value]) => [key, drifted(value, drift)] as const);
  if (!("id" in json)) return Object.fromEntries(entries);
  const kept = entries
    .filter(([key]) => !drift.lost?.includes(key))
    .map(([key, value]) => [key, drift.changed && key in drift.changed ? drift.changed[key] : value] as const);
  return { ...Object.fromEntries(kept), ...drift.gained };
};

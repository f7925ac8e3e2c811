import type { Random } from "#lib/random.ts";

export const FAULT_KINDS = [
  "429",
  "500",
  "503",
  "504",
  "hang",
  /** The handler runs and its effects stay, then the connection is destroyed. */
  "lost",
  "truncated",
  "html-200",
  "html-502",
  /** What the same path answered last, whatever page is asked for now. */
  "repeat",
  "shuffle",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** For the next `times` requests whose path has `path` in it, or for each with a probability. */
export type Fault = {
  kind: FaultKind;
  path?: string | undefined;
  times?: number | undefined;
  probability?: number | undefined;
  /** Seconds or a date, as it stands in the header. */
  retryAfter?: string | undefined;
};

export type Faults = {
  add: (fault: Fault) => void;
  clear: () => void;
  list: () => Fault[];
  /** The fault this request meets, used up by it. */
  meet: (path: string) => Fault | null;
};

export const createFaults = (random: Random): Faults => {
  let faults: Fault[] = [];
  const strikes = ({ path = "", probability = 1 }: Fault, requested: string): boolean =>
    requested.includes(path) && (probability >= 1 || random.chance(probability));
  return {
    add: (fault) => {
      const times = fault.times ?? (fault.probability === undefined ? 1 : undefined);
      faults.push({ ...fault, times });
    },
    clear: () => {
      faults = [];
    },
    list: () => faults.map((fault) => ({ ...fault })),
    meet: (path) => {
      const met = faults.find((fault) => strikes(fault, path));
      if (met?.times !== undefined) met.times -= 1;
      faults = faults.filter(({ times }) => times === undefined || times > 0);
      return met ?? null;
    },
  };
};

/** The first list of more than one found from above, in another order; the rest as it was. */
export const shuffled = (json: unknown, random: Random): unknown => {
  if (Array.isArray(json)) {
    const keyed = json.map((value: unknown) => ({ value, at: random.unit() }));
    return keyed.sort((a, b) => a.at - b.at).map(({ value }) => value);
  }
  if (typeof json !== "object" || json === null) return json;
  const entries = Object.entries(json);
  const found = entries.find(([, value]) => holdsList(value));
  return found ? { ...json, [found[0]]: shuffled(found[1], random) } : json;
};

const holdsList = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 1;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsList);
};

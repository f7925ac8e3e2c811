import { z } from "zod";
import { pageNow } from "#app/_auth/session.ts";
import { readFilters } from "#app/_filters.ts";
import { AppError } from "#lib/errors.ts";
import { DIMENSIONS, type Filters } from "#lib/filters.ts";
import { isMetricKey, METRIC_KEYS, type MetricKey } from "#lib/metrics/catalogue.ts";
import { rangeOfDates, rangeOfWeek } from "#lib/time/range.ts";

const KNOWN = new Set<string>([...DIMENSIONS, "from", "to", "week", "bucket", "only", "limit", "offset", "version"]);

const whole = z.coerce.number().int().min(0);
const schema = z.object({
  bucket: z.enum(["none", "week"]).default("none"),
  only: z.enum(["whole", "part"]).default("whole"),
  limit: whole.min(1).max(1000).default(100),
  offset: whole.default(0),
  version: whole.optional(),
});

export type Question = { key: MetricKey; filters: Filters; now: Date } & z.infer<typeof schema>;

/** What an address of the API asks. Unlike a page it never guesses: what it does not understand it refuses. */
export const readQuestion = async (request: Request, key: string): Promise<Question> => {
  if (!isMetricKey(key)) {
    throw new AppError("not_found", `There is no metric “${key}”; there are ${METRIC_KEYS.join(", ")}.`);
  }
  const params = new URL(request.url).searchParams;
  refuseUnknown(params, KNOWN);
  const read = schema.safeParse(Object.fromEntries(params));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new AppError("bad_input", `${issue?.path.join(".")}: ${issue?.message}.`);
  }
  const lists: Record<string, string[]> = {};
  for (const [name, value] of params) lists[name] = [...(lists[name] ?? []), value];
  const filters = await readFilters(lists);
  checkRange(params, filters.zone);
  return { key, filters, now: pageNow(), ...read.data };
};

/** Throws `bad_input` for a parameter that means nothing here. */
export const refuseUnknown = (params: URLSearchParams, known: ReadonlySet<string>): void => {
  const unknown = [...params.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new AppError("bad_input", `Unknown parameter: ${unknown.join(", ")}.`);
};

const checkRange = (params: URLSearchParams, zone: string): void => {
  const [week, from, to] = [params.get("week"), params.get("from"), params.get("to")];
  if (week !== null && !rangeOfWeek(week, zone))
    throw new AppError("bad_input", "week must look like 2026-W47, of 2000 to 2099.");
  if (from === null && to === null) return;
  if (from === null || to === null || !rangeOfDates(from, to, zone)) {
    throw new AppError(
      "bad_input",
      "from and to must both be dates like 2026-11-16, of 2000 to 2099, from not after to.",
    );
  }
};

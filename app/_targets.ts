import { cache } from "react";
import { db } from "#app/_db.ts";
import { setTargets } from "#db/metrics/targets.ts";
import type { Filters } from "#lib/filters.ts";
import type { MetricKey } from "#lib/metrics/catalogue.ts";
import { targetFor } from "#lib/metrics/targets.ts";

/** The targets that the workspace has set itself. */
export const allTargets = cache(() => setTargets(db()));

/** Which target holds for a metric with these filters; null = none. */
export const targetsWith = async ({ only }: Pick<Filters, "only">): Promise<(key: MetricKey) => number | null> => {
  const set = await allTargets();
  return (key) => targetFor(set, key, only.channel);
};

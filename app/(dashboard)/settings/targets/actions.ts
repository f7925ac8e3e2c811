"use server";

import { requireAdmin } from "#app/_auth/session.ts";
import type { Outcome } from "#app/_components/action-form.tsx";
import { db } from "#app/_db.ts";
import { attempt } from "#app/_outcome.ts";
import { saveTargets } from "#db/metrics/targets.ts";
import { comparable } from "#lib/filters.ts";
import { isMetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { parseTarget } from "#lib/metrics/targets.ts";
import { CHANNEL_FIELD } from "./fields.ts";

const LONGEST_NAME = 200;

/** Sets the targets of one metric as its form has them; an empty field takes a target back. */
export const saveTargetsOf = async (_: Outcome | null, data: FormData): Promise<Outcome> => {
  const { id } = await requireAdmin();
  return attempt(async () => {
    const metric = String(data.get("metric"));
    if (!isMetricKey(metric)) return { problem: "There is no such metric any more." };
    const typed = (name: string) => parseTarget(String(data.get(name) ?? ""), metricOf(metric));
    const channels = [...data.keys()].filter((name) => name.startsWith(CHANNEL_FIELD));
    if (channels.some((name) => name.length > LONGEST_NAME)) return { problem: "There is no channel of that name." };
    await saveTargets(
      db(),
      [
        { metric, channel: null, target: typed("all") },
        ...channels.map((name) => ({
          metric,
          channel: comparable(name.slice(CHANNEL_FIELD.length)),
          target: typed(name),
        })),
      ],
      { by: id, now: new Date() },
    );
    return { done: "Saved." };
  });
};

import type { Effect } from "#lib/demo/effects.ts";
import type { Measurement } from "#lib/metrics/measure.ts";
import { type Detector, trueShare } from "#lib/stats/proportions/rogan-gladen.ts";
import type { Db } from "../client.ts";
import { measure, waitsByHour } from "./measure.ts";

/** What the dashboard finds where an effect was planted: the question that its page asks, for the effect's range. What a
 * scanner found is corrected by its known error. */
export const measureEffect = async (
  db: Db,
  { metric, only, range, at, detector }: Effect,
  zone: string,
): Promise<Measurement> => {
  const filters = { range, zone, only };
  if (at === null) return corrected(await measure(db, metric, filters), detector);
  const cells = await waitsByHour(db, filters);
  const cell = cells.find(({ weekday, hour }) => weekday === at.weekday && hour === at.hour);
  return cell?.measurement ?? { value: null, part: 0, n: 0, low: null, high: null };
};

const corrected = (found: Measurement, detector: Detector | null): Measurement => {
  if (!detector) return found;
  const [value, low, high] = [found.value, found.low, found.high].map((one) =>
    one === null ? null : trueShare(one, detector),
  );
  return { ...found, value: value ?? null, low: low ?? null, high: high ?? null };
};

import type { DefinitionText } from "#app/_components/definition-text.ts";
import { dates, targetText } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { intervalMethod } from "#lib/metrics/intervals.ts";

const finalText = (days: number | null, lagDays: number): string => {
  if (days === null && lagDays > 0)
    return "a day after the period, when what began last has had time to be handed over";
  if (days === null) return "once the waits of the period are over";
  return `${days} days after the period; until then it is compared at equal age`;
};

/** What a metric means, in the words of the registry, with the target that holds where it is shown. */
export const definitionOf = (key: MetricKey, target: number | null): DefinitionText => {
  const metric = metricOf(key);
  const {
    label,
    says,
    part,
    whole,
    cohort,
    matureAfterDays,
    lagDays = 0,
    nullMeans,
    version,
    better,
    earlier = [],
  } = metric;
  const { value, change } = intervalMethod(metric);
  const [last] = earlier;
  return {
    metric: key,
    label,
    says,
    part,
    whole,
    cohort,
    nullMeans,
    version,
    final: finalText(matureAfterDays, lagDays),
    interval: `95 %, ${value}; of a change: ${change ?? "none"}`,
    target: target === null ? "none" : `${better === "higher" ? "at least" : "at most"} ${targetText(key, target)}`,
    since: last ? dates({ firstDate: last.replacedOn, lastDate: last.replacedOn }) : null,
  };
};

import type { DefinitionText } from "#app/_components/definition-text.ts";
import { dates, targetText } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { intervalMethod } from "#lib/metrics/intervals.ts";

const finalText = (days: number | null): string => {
  if (days === null) return "once the waits of the period are over";
  return `${days} days after the period; until then it is compared at equal age`;
};

/** What a metric means, in the words of the registry, with the target that holds where it is shown. */
export const definitionOf = (key: MetricKey, target: number | null): DefinitionText => {
  const metric = metricOf(key);
  const { label, says, part, whole, cohort, matureAfterDays, nullMeans, version, better, earlier = [] } = metric;
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
    final: finalText(matureAfterDays),
    interval: `95 %, ${value}; of a change: ${change ?? "none"}`,
    target: target === null ? "none" : `${better === "higher" ? "at least" : "at most"} ${targetText(key, target)}`,
    since: last ? dates({ firstDate: last.replacedOn, lastDate: last.replacedOn }) : null,
  };
};

import type { DefinitionText } from "#app/_components/definition.tsx";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";

const finalText = (days: number | null): string => {
  if (days === null) return "once the waits of the period are over";
  return `${days} days after the period; until then it is compared at equal age`;
};

export const definitionOf = (key: MetricKey): DefinitionText => {
  const { label, says, part, whole, cohort, matureAfterDays, nullMeans, version } = metricOf(key);
  return { label, says, part, whole, cohort, nullMeans, version, final: finalText(matureAfterDays) };
};

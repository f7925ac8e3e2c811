import type { Metric } from "./metric.ts";

/** How a metric's 95 % interval is made, and that of a change of it; null = a change of it has none. */
export const intervalMethod = ({
  unit,
  incidenceUnderSeconds,
}: Pick<Metric, "unit" | "incidenceUnderSeconds">): { value: string; change: string | null } => {
  if (unit === "seconds") return { value: "log(−log) limits of the Kaplan–Meier curve", change: null };
  if (incidenceUnderSeconds === undefined) return { value: "Wilson score", change: "Newcombe hybrid score" };
  return { value: "log(−log) with the delta method’s variance", change: "normal, with the sum of both variances" };
};

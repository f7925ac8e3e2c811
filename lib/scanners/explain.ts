import type { Finding } from "#lib/conversation/assessed.ts";
import { SCANNERS } from "./registry.ts";

export type Explanation = {
  /** What the scanner looks for. */
  scanner: string;
  /** What was found, as one plain sentence. */
  sentence: string;
  /** Whether it counts, or is shown only. */
  counts: boolean;
};

/** A finding in words. One of a scanner that is no more is explained by its names. */
export const explain = ({
  scanner: key,
  rule,
  label,
  confidence,
}: Pick<Finding, "scanner" | "rule" | "label" | "confidence">): Explanation => {
  const scanner = SCANNERS.find((one) => one.key === key);
  const [beginning] = Object.keys(scanner?.says ?? {})
    .filter((start) => rule.startsWith(start))
    .sort((a, b) => b.length - a.length);
  return {
    scanner: scanner?.name ?? key.replaceAll("_", " "),
    sentence: (beginning === undefined ? null : scanner?.says[beginning]) ?? label.replaceAll("_", " "),
    counts: confidence >= (scanner?.acceptedFrom ?? 1),
  };
};

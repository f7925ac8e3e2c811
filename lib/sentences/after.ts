import { points } from "#lib/format.ts";
import { change, type Measurement } from "#lib/metrics/measure.ts";

export const AFTER_NAME = "After the handoff";

/** What became of those handed over beside those who met people from the start, if the 95 % interval of the difference
 * excludes zero; else the plain name. */
export const afterTitle = (handoff: Measurement, humanOnly: Measurement): string => {
  const gap = change(handoff, humanOnly);
  if (!gap?.isReal) return AFTER_NAME;
  const size = points(Math.abs(gap.difference)).replace("+", "");
  return `After a handoff ${size} points ${gap.difference < 0 ? "fewer" : "more"} are resolved than by people from the start`;
};

import { trueShare } from "./rogan-gladen.ts";
import { type Counts, type Interval, wilson, Z95 } from "./wilson.ts";

/** A share from 0 to 1 as it was measured, with its standard error; 0 = known for certain. */
type Estimated = { value: number; se: number };

/** How well a detector finds what is there, and keeps silent where nothing is, as far as that is known. */
export type MeasuredDetector = { sensitivity: Estimated; specificity: Estimated };

/** The true share behind what a detector found, with a 95 % interval for chance in what was counted and in what is known of
 * the detector: the limits of Wilson led through the correction, and the variances of sensitivity and specificity added to
 * each side. Null when nothing was counted or the detector tells nothing. Rogan & Gladen 1978, Am J Epidemiol 107:71;
 * sides put together as in Zou & Donner 2008, Stat Med 27:1693. */
export const correctedShare = (
  { part, whole }: Counts,
  { sensitivity, specificity }: MeasuredDetector,
): (Interval & { value: number }) | null => {
  const within = wilson(part, whole);
  const detector = { sensitivity: sensitivity.value, specificity: specificity.value };
  const power = detector.sensitivity + detector.specificity - 1;
  const value = within && trueShare(part / whole, detector);
  if (within === null || value === null) return null;
  const ofDetector = (value * sensitivity.se) ** 2 + ((1 - value) * specificity.se) ** 2;
  const centre = (part / whole + detector.specificity - 1) / power;
  const side = (limit: number) => Math.hypot((limit - part / whole) / power, (Z95 * Math.sqrt(ofDetector)) / power);
  return { value, low: held(centre - side(within.low)), high: held(centre + side(within.high)) };
};

const held = (share: number): number => Math.min(1, Math.max(0, share));

/** How often a detector finds what is there, and how often it keeps silent where nothing is; shares from 0 to 1. */
export type Detector = { sensitivity: number; specificity: number };

/** The true share behind one that a detector with known error found, from 0 to 1; null when the detector finds no more
 * where something is than where nothing is. Rogan & Gladen 1978, Am J Epidemiol 107:71. */
export const trueShare = (found: number, { sensitivity, specificity }: Detector): number | null => {
  const power = sensitivity + specificity - 1;
  return power <= 0 ? null : Math.min(1, Math.max(0, (found + specificity - 1) / power));
};

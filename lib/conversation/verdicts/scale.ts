type Scale = { scaleMin: number; scaleMax: number };

/** From which score on somebody is satisfied, by the scale it was given on: 4 of 1–5, 6 of 1–7, 9 of 10, thumbs up. Any
 * other scale: its top quarter. Definitions 2.4. */
const satisfiedFrom = ({ scaleMin: min, scaleMax: max }: Scale): number => {
  if (min === 1 && max === 5) return 4;
  if (min === 1 && max === 7) return 6;
  if (max === 10) return 9;
  if (max - min === 1) return max;
  return min + 0.75 * (max - min);
};

export const isSatisfied = ({ score, ...scale }: Scale & { score: number }): boolean => score >= satisfiedFrom(scale);

/** In the lower half or the middle of its scale. On 1–5 whatever is not satisfied; on longer ones something lies between. */
export const isNegative = ({ score, ...scale }: Scale & { score: number }): boolean =>
  !isSatisfied({ score, ...scale }) && score <= (scale.scaleMin + scale.scaleMax) / 2;

/** How a scale is read, in words for the page: "1–5: 4–5" or "thumbs: up". */
export const mappingOf = (scale: Scale): string => {
  const { scaleMin: min, scaleMax: max } = scale;
  return max - min === 1 ? "thumbs: up" : `${min}–${max}: ${satisfiedFrom(scale)}–${max}`;
};

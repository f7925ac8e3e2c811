import { percent } from "#lib/format.ts";
import type { Fate } from "#lib/metrics/wait-curve.ts";

export const FATE_NAMES: Record<Fate, string> = {
  answered: "Answered",
  waiting: "Still waiting",
  other: "Closed, handed back",
  left: "Left, said so",
  silent: "Left in silence",
};

/** A share that is there is never written as none. */
export const shareText = (share: number): string => (share > 0 && share < 0.005 ? `<${percent(0.01)}` : percent(share));

/** Ticks of an axis of so many minutes, in the unit that suits its length, which the first and the last name. */
export const axisTicks = ({ minutes, every }: { minutes: number; every: number }) => {
  const [size, unit] = minutes <= 120 ? [1, "min"] : minutes <= 2880 ? [60, "h"] : [1440, "d"];
  return Array.from({ length: Math.floor(minutes / every) + 1 }, (_, i) => {
    const at = i * every;
    const text = String(at / size);
    return { minutes: at, text: at === 0 || at === minutes ? `${text} ${unit}` : text };
  });
};

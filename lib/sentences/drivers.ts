import { label, percent, points } from "#lib/format.ts";
import type { Driver, Drivers } from "#lib/metrics/drivers.ts";
import type { Change } from "#lib/metrics/measure.ts";
import type { Piece } from "./piece.ts";

type Titled = Pick<Drivers, "difference" | "rate" | "mix"> & {
  /** Of the overall rate; null when too few were counted. */
  change: Change | null;
};

/** "Why +3.1 points: +1.9 mix, +1.2 rate"; of a change that chance could have made no why is claimed. */
export const driversTitle = ({ difference, rate, mix, change }: Titled): string => {
  const split = `${points(difference)} points: ${points(mix)} mix, ${points(rate)} rate`;
  return change?.isReal ? `Why ${split}` : `No more than chance, ${split}`;
};

/** Why one topic moved the rate. Whether it did more than chance would is said with the interval of what changed. */
export const driverSentence = ({ topic, kind, share, rate, change }: Driver): Piece[] => {
  const sure =
    change === null ? "; too few to be sure" : change.isReal ? "" : `; could be chance (${interval(change)})`;
  const name = label(topic);
  if (kind === "rate") {
    const [before, now] = [shareOf(rate.before), shareOf(rate.now)];
    const verb = (change?.difference ?? now - before) > 0 ? "was handed over more often" : "was handed over less often";
    return [
      { text: `${name} ${verb}.`, as: "strong" },
      { text: ` ${percent(now)} of its episodes, ${percent(before)} before${sure}.` },
    ];
  }
  const grew = share.now > share.before;
  const fares = rate.now.n > 0 ? rate.now : rate.before;
  return [
    { text: `${grew ? "More" : "Fewer"} about ${name}.`, as: "strong" },
    {
      text: ` ${percent(share.now, 1)} of all episodes, ${percent(share.before, 1)} before; ${percent(shareOf(fares))} of them are handed over${sure}.`,
    },
  ];
};

const shareOf = ({ part, n }: { part: number; n: number }): number => (n === 0 ? 0 : part / n);

const interval = ({ low, high }: { low: number; high: number }): string =>
  `95\u202f% ${points(low)} to ${points(high)}`;

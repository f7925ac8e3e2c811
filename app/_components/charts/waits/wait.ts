/** Shares of all handoffs at a minute; they add to 1. left: said or showed it; silent: inferred. */
export type WaitPoint = Record<"minutes" | "answered" | "waiting" | "other" | "left" | "silent", number>;

/** A tick of the ruler under the axis; minutes null = not reached. */
export type Percentile = { name: string; minutes: number | null; text: string };

/** Those answered up to this minute and after the band before; href = where they are listed. upTo null = without end. */
export type WaitBandMark = { upTo: number | null; text: string; href: string };

export type WaitPlotProps = {
  points: WaitPoint[];
  ticks: { minutes: number; text: string }[];
  /** What became of people, from the top of the stack down: the share at the right end, in words. */
  fates: { key: Exclude<keyof WaitPoint, "minutes">; text: string }[];
  /** Null = none that is drawn. share null = none is set; missed only where the whole interval is under it. */
  target: { minutes: number; share: number | null; isMissed: boolean; text: string; short: string } | null;
  /** Share answered within the target, in few words where there is little room; null = too few. */
  reached: { share: number; text: string; short: string } | null;
  percentiles: Percentile[];
  bands: WaitBandMark[];
};

/** Inks of what is written about each stretch. */
export const FATE_INKS: Record<WaitPlotProps["fates"][number]["key"], string> = {
  silent: "var(--ink)",
  left: "var(--ink)",
  other: "var(--ink-2)",
  waiting: "var(--ho-ink)",
  answered: "var(--hu-ink)",
};

import type { Accuracy } from "#lib/scanners/accuracy.ts";

export const share = (value: number | null | undefined): string => (value == null ? "–" : value.toFixed(2));

/** A row of columns of the widths given; the last may be longer. */
export function printRow(cells: readonly string[], widths: readonly number[]): void {
  process.stdout.write(
    `${cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join(" ")
      .trimEnd()}\n`,
  );
}

/** n, how many are so, precision, recall, F1 and its 95 % interval. */
export const accuracyCells = ({ n, positives, precision, recall, f1, interval }: Accuracy): string[] => [
  `${n}`,
  `${positives}`,
  share(precision),
  share(recall),
  share(f1),
  interval ? `${share(interval.low)}–${share(interval.high)}` : "–",
];

/** Who reads only the first lines, as `head` does, closes the pipe: then nothing is left to do. */
export function leaveWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

import { spread } from "../spread.ts";

/** Roughly what a character of the 11 px labels takes. */
const CHARACTER = 6;
const GAP = 10;

export const widthOf = (text: string): number => text.length * CHARACTER + GAP;

type Room = { from: number; to: number };
export type Label = { left: number; row: number };

/** Where the labels of a ruler begin, given where each would like to: in one row, or in two by turns where one has no
 * room for all. None touches another in its row. */
export const rulerLabels = (labels: readonly { at: number; text: string }[], { from, to }: Room): Label[] => {
  const room = labels.reduce((sum, { text }) => sum + widthOf(text), 0);
  const rows = room <= to - from ? 1 : 2;
  const placed = Array.from({ length: rows }, (_, row) =>
    spread(
      labels
        .filter((__, i) => i % rows === row)
        .map(({ at, text }) => ({ at: at + widthOf(text) / 2, size: widthOf(text) })),
      { from, to },
    ),
  );
  return labels.map(({ text }, i) => {
    const middle = placed[i % rows]?.[Math.floor(i / rows)] ?? 0;
    return { left: middle - widthOf(text) / 2, row: i % rows };
  });
};

/** The baseline of a label beside a rising curve, as near to `wanted` as leaves the curve free: wholly above where the
 * curve has come by the label's right end, else, where there is no room up there, wholly below where it begins. Pixels,
 * growing downwards. */
export const clearOfCurve = (
  wanted: number,
  { begins, ends }: { begins: number; ends: number },
  top: number,
): number => {
  if (wanted >= begins + ASCENT) return wanted;
  const above = Math.min(wanted, ends - DESCENT);
  return above >= top + ASCENT ? above : begins + 2 * ASCENT;
};

const [ASCENT, DESCENT] = [10, 6];

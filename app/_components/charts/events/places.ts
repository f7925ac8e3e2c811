/** Text of an event in at most two lines, and where it can stand: at the right of its line, or at its left. */
export type EventPlace = { lines: string[]; x: number; anchor: "start" | "end"; row: number };

type Given = { at: number; text: string };
type Room = { from: number; to: number; rows: number; taken: { from: number; to: number } | null };

const LINE_CHARS = 22;
/** Inter at 11 px is about this wide a letter. */
const CHAR = 5.6;
const GAP = 4;

/** A text in one line, or in two of about equal length; what does not fit into two ends in an ellipsis. */
export const inTwoLines = (text: string): string[] => {
  if (text.length <= LINE_CHARS) return [text];
  const breaks = [...text.matchAll(/ /g)].map(({ index }) => index).filter((index) => index <= LINE_CHARS);
  const longest = (at: number) => Math.max(at, Math.min(LINE_CHARS, text.length - at - 1));
  const at = breaks.toSorted((a, b) => longest(a) - longest(b) || b - a)[0] ?? LINE_CHARS;
  const rest = text.slice(at).trim();
  return [text.slice(0, at), rest.length > LINE_CHARS ? `${rest.slice(0, LINE_CHARS - 1).trimEnd()}…` : rest];
};

/** Places for the texts of events at x-positions, from the foot of the plot upwards, so that no two touch and none leaves
 * the plot; at the left of all lines where that keeps them lower. `taken` is what the lowest row holds already. Null = there is no room in any row: its line stands alone. */
export const placeEvents = (events: readonly Given[], room: Room): (EventPlace | null)[] => {
  const [right, left] = [placed(events, room, false), placed(events, room, true)];
  return costOf(left) < costOf(right) ? left : right;
};

/** A text that is left out costs more than any height. */
const costOf = (places: (EventPlace | null)[]): number =>
  places.reduce((sum, place) => sum + (place ? place.row : 100), 0);

const placed = (
  events: readonly Given[],
  { from, to, rows, taken }: Room,
  isLeftFirst: boolean,
): (EventPlace | null)[] => {
  const held: Span[] = taken ? [{ row: 0, ...taken }] : [];
  return events.map(({ at, text }) => {
    const lines = inTwoLines(text);
    const width = GAP + Math.max(...lines.map((line) => line.length)) * CHAR;
    const found = spansAt(at, width, rows, isLeftFirst).find(
      (span) => span.from >= from && span.to <= to && !held.some((one) => isTouching(one, span)),
    );
    if (!found) return null;
    held.push(found);
    const isRight = found.from === at;
    return { lines, x: isRight ? at + GAP : at - GAP, anchor: isRight ? "start" : "end", row: found.row };
  });
};

type Span = { row: number; from: number; to: number };

const spansAt = (at: number, width: number, rows: number, isLeftFirst: boolean): Span[] =>
  Array.from({ length: rows }, (_, row) => {
    const [right, left] = [
      { row, from: at, to: at + width },
      { row, from: at - width, to: at },
    ];
    return isLeftFirst ? [left, right] : [right, left];
  }).flat();

const isTouching = (a: Span, b: Span): boolean => a.row === b.row && a.from < b.to && b.from < a.to;

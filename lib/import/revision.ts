const INTEGER = /^\d{1,18}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Orders two revisions of one conversation: whole numbers by size, times by instant, anything else as text.
 * Equal revisions with other content: the larger hash is taken for the newer, so that order of arrival never matters. */
export const compareRevisions = (a: Version, b: Version): number =>
  compareTexts(sortKey(a.revision), sortKey(b.revision)) || compareTexts(a.sha256, b.sha256);

/** A revision that nobody gave: what the content hashes to (`hashOf`). */
export const UNGIVEN = /^[0-9a-f]{64}$/;

type Version = { revision: string; sha256: string };

/** Whether `next`, which came later, takes the place of `known`. By arrival, what says nothing of its revision follows
 * what came before it, and is followed by what comes after; equal content stays. */
export const replaces = (known: Version, next: Version, byArrival: boolean): boolean =>
  byArrival && (UNGIVEN.test(known.revision) || UNGIVEN.test(next.revision))
    ? known.revision !== next.revision
    : compareRevisions(next, known) > 0;

const COUNTED = /^(.*)~(\d{1,9})$/s;

/** A text that sorts, byte by byte, as the revisions it stands for. "R~n" comes after R, and by n. */
export const sortKey = (revision: string): string => {
  const counted = COUNTED.exec(revision);
  if (counted) return `${sortKey(counted[1] ?? "")}~${(counted[2] ?? "").padStart(9, "0")}`;
  if (INTEGER.test(revision)) return `1${revision.padStart(20, "0")}`;
  const match = TIME.exec(revision);
  // Without zone it is read in UTC: the zone of the process would sort differently from one machine to the next.
  const time = match ? Date.parse(match[1] ? revision : `${revision}Z`) : Number.NaN;
  return Number.isNaN(time) ? `3${revision}` : `2${String(time).padStart(20, "0")}`;
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const INTEGER = /^\d{1,18}$/;

/** Orders two revisions of one conversation: whole numbers by size, times by instant, anything else as text.
 * Equal revisions with other content: the larger hash is taken for the newer, so that order of arrival never matters. */
export const compareRevisions = (
  a: { revision: string; sha256: string },
  b: { revision: string; sha256: string },
): number => compareTexts(sortKey(a.revision), sortKey(b.revision)) || compareTexts(a.sha256, b.sha256);

/** A text that sorts, byte by byte, as the revisions it stands for. */
export const sortKey = (revision: string): string => {
  if (INTEGER.test(revision)) return `1${revision.padStart(20, "0")}`;
  const time = /^\d{4}-\d\d-\d\dT/.test(revision) ? Date.parse(revision) : Number.NaN;
  return Number.isNaN(time) ? `3${revision}` : `2${String(time).padStart(20, "0")}`;
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

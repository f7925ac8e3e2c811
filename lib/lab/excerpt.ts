export type Excerpt = { before: string; found: string; after: string };

const AROUND = 120;
const LONGEST = 400;

/** The words of a finding with what stands around them on their line, cut between words; the found part is cut too where
 * it is a whole long message. */
export const excerpt = (text: string, { start, end }: { start: number; end: number }): Excerpt => {
  const lineFrom = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const lineTo = lineEnd === -1 ? text.length : lineEnd;
  const from = Math.max(lineFrom, start - AROUND);
  const to = Math.min(lineTo, end + AROUND);
  const found = text.slice(start, end);
  return {
    before: from > lineFrom ? `… ${fromWord(text.slice(from, start))}` : text.slice(from, start),
    found: found.length > LONGEST ? `${found.slice(0, LONGEST).toWellFormed()} …` : found,
    after: to < lineTo ? `${toWord(text.slice(end, to))} …` : text.slice(end, to),
  };
};

const fromWord = (text: string): string => text.slice(text.search(/\s|$/)).trimStart();
const toWord = (text: string): string => text.replace(/\s*\S*$/, "");

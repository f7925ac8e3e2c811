import { tellingWords } from "../text/terms.ts";

/** How much more often two words stand in the same texts than by chance: 1 = only together, 0 = as by chance, −1 = never.
 * Counts are of texts; null when either word stands in none. Bouma 2009, GSCL:31. */
export const npmi = (texts: number, withA: number, withB: number, withBoth: number): number | null => {
  if (withA === 0 || withB === 0) return null;
  if (withBoth === 0) return -1;
  if (withBoth === texts) return 1;
  return Math.log((withBoth * texts) / (withA * withB)) / -Math.log(withBoth / texts);
};

/** Mean NPMI of all pairs of the words of a label over cleaned texts: a fall of it warns that labels got worse. Null with
 * fewer than two words that stand in texts. */
export const coherenceOf = (labels: readonly string[][], texts: readonly string[]): number | null => {
  const wanted = new Set(labels.flat().flatMap((term) => term.split(" ")));
  const holding = new Map<string, Set<number>>();
  for (const [place, text] of texts.entries())
    for (const word of tellingWords(text))
      if (wanted.has(word)) holding.set(word, (holding.get(word) ?? new Set()).add(place));
  const values = labels.flatMap((label) => {
    const words = label.flatMap((term) => holding.get(term.split(" ")[0] ?? "") ?? []);
    return words.flatMap((a, i) =>
      words.slice(i + 1).flatMap((b) => npmi(texts.length, a.size, b.size, a.intersection(b).size) ?? []),
    );
  });
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
};

/** How fast a word repeated in a text stops to count, and how much a long text is marked down. */
const [K1, B] = [1.2, 0.75];

/** Inverse document frequency that is never negative, as Lucene counts it: ln(1 + (n − held + ½) ÷ (held + ½)). */
export const rarityOf = (held: number, n: number): number => Math.log(1 + (n - held + 0.5) / (held + 0.5));

/** Ranks texts, given as their words, for the words of a query; only those that hold one, best first. Robertson & Zaragoza
 * 2009, Found Trends Inf Retr 3:333. */
export const bm25Of = (
  texts: readonly (readonly string[])[],
): ((query: readonly string[]) => { place: number; score: number }[]) => {
  const postings = new Map<string, Map<number, number>>();
  for (const [place, words] of texts.entries()) {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(place, (counts.get(place) ?? 0) + 1));
    }
  }
  const average = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(1, texts.length);
  return (query) => {
    const scores = new Map<number, number>();
    for (const word of new Set(query)) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const rarity = rarityOf(counts.size, texts.length);
      for (const [place, count] of counts) {
        const length = 1 - B + (B * (texts[place]?.length ?? 0)) / average;
        const score = (rarity * count * (K1 + 1)) / (count + K1 * length);
        scores.set(place, (scores.get(place) ?? 0) + score);
      }
    }
    return [...scores]
      .map(([place, score]) => ({ place, score }))
      .sort((a, b) => b.score - a.score || a.place - b.place);
  };
};

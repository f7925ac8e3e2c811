import type { Pack } from "#lib/scanners/phrase.ts";
import { ownWords } from "#lib/scanners/reading/own-words.ts";
import { parsePattern, regexOf } from "#lib/scanners/reading/pattern.ts";
import { neededBy } from "#lib/scanners/reading/phrase-index.ts";
import { sentencesOf } from "#lib/scanners/reading/sentences.ts";
import type { Listed } from "#lib/scanners/reading/word-table.ts";
import { wordsOf } from "#lib/scanners/reading/words.ts";

const MOST = 10;
const SHOWN = 60;

/** The patterns whose rarest words stand in most sentences that they do not read: how often they are looked at and how often
 * they read, of a thousand sentences. */
export const costliest = (texts: string[], { phrases, lists }: Pack): string[] => {
  const sentences = texts.flatMap((text) => sentencesOf(ownWords(text))).map(({ text }) => text);
  const words = sentences.map((text) => [...new Set(wordsOf(text))]);
  const share = (count: number) => Math.round((1000 * count) / sentences.length);
  const patterns = [...new Set(Object.values(phrases).flatMap((some) => some.flatMap(({ any }) => any)))];
  return patterns
    .map((pattern) => {
      const tree = parsePattern(pattern, lists);
      const needed = neededBy(tree);
      const regex = regexOf(tree);
      const tried = sentences.filter((_, i) => words[i]?.some((word) => needed.some((one) => isOf(one, word))));
      return { pattern, needed, tried: tried.length, read: tried.filter((text) => regex.test(text)).length };
    })
    .toSorted((a, b) => b.tried - b.read - (a.tried - a.read))
    .slice(0, MOST)
    .map(({ pattern, needed, tried, read }) => {
      const some = needed.slice(0, 4).map(({ word }) => word);
      return `${share(tried)} ‰ tried, ${share(read)} ‰ read, by ${some.join(", ")}…: ${pattern.slice(0, SHOWN)}`;
    });
};

const isOf = ({ word, isPrefix }: Listed, said: string): boolean => (isPrefix ? said.startsWith(word) : said === word);

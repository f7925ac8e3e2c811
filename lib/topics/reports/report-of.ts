import { coverageOf } from "../articles/coverage.ts";
import { diagnose } from "../board/diagnosis.ts";
import type { ReportedArticle, ReportedQuestion, TopicReport } from "../report.ts";
import { firstOfEach } from "../text/near-duplicates.ts";
import { tellingWords } from "../text/terms.ts";
import type { ReportCase } from "./case.ts";
import type { Library } from "./library.ts";

const MOST_QUESTIONS = 12;
const MOST_ANSWERS = 6;
const MOST_ARTICLES = 10;
/** Longer ones are not read to their end anyway. */
const LONGEST_TEXT = 400;
const LOOKED_AT = 10;

/** What a topic's escalated conversations, newest first, say of its articles. n = how many were read. */
export const reportOf = (
  cases: readonly ReportCase[],
  library: Library,
  { from, to }: { from: Date; to: Date },
): TopicReport => {
  const coverage = coverageOf(
    cases.map(({ asked }) => asked),
    library.asked,
  );
  return {
    n: cases.length,
    from: from.toISOString(),
    to: to.toISOString(),
    coverage,
    diagnosis: diagnose(cases, coverage),
    questions: grouped(cases, ({ question }) => question, MOST_QUESTIONS),
    aiAnswers: grouped(cases, ({ aiAnswer }) => aiAnswer, MOST_ANSWERS),
    humanAnswers: grouped(cases, ({ humanAnswer }) => humanAnswer, MOST_ANSWERS),
    articles: articlesOf(cases, library),
  };
};

/** Texts with how many say nearly the same, by the newest of them; the most frequent first, among equals the most typical. */
const grouped = (
  cases: readonly ReportCase[],
  textOf: (one: ReportCase) => string | null,
  most: number,
): ReportedQuestion[] => {
  const texts = cases.map((one) => textOf(one) ?? "");
  const first = firstOfEach(texts);
  const counts = new Map<number, number>();
  for (const place of first) if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  const typical = typicality(texts);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (typical[b] ?? 0) - (typical[a] ?? 0) || a - b)
    .slice(0, most)
    .map(([place, count]) => ({
      text: shortened(texts[place] ?? ""),
      count,
      conversationId: cases[place]?.conversationId ?? "",
    }));
};

/** Of each text, in how many texts its telling words stand on average. */
const typicality = (texts: readonly string[]): number[] => {
  const words = texts.map((text) => new Set(tellingWords(text)));
  const held = new Map<string, number>();
  for (const word of words.flatMap((own) => [...own])) held.set(word, (held.get(word) ?? 0) + 1);
  return words.map((own) => [...own].reduce((sum, word) => sum + (held.get(word) ?? 0), 0) / Math.max(1, own.size));
};

const shortened = (text: string): string => {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.slice(0, LONGEST_TEXT).toWellFormed();
  const end = cut.lastIndexOf(" ");
  return `${end > LONGEST_TEXT / 2 ? cut.slice(0, end) : cut}…`;
};

/** Articles that were used or match, those used most first. */
const articlesOf = (cases: readonly ReportCase[], { asked, articles }: Library): ReportedArticle[] => {
  const told = cases.filter((one) => tellingWords(one.asked).length > 0);
  const matched = new Map<string, number>();
  for (const one of told)
    for (const found of asked.find(one.asked, LOOKED_AT))
      matched.set(found.id, (matched.get(found.id) ?? 0) + found.matched / told.length);
  const reported = [...articles.values()].map(({ id, title, url }) => ({
    ...{ id, title, url, matched: matched.get(id) ?? 0 },
    cited: cases.filter(({ cited }) => cited.includes(id)).length,
    answered: cases.filter(({ answeredFrom }) => answeredFrom === id).length,
  }));
  return reported
    .filter((one) => one.matched + one.cited + one.answered > 0)
    .sort((a, b) => b.cited + b.answered - (a.cited + a.answered) || b.matched - a.matched || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_ARTICLES);
};

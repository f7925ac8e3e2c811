import { expect, test } from "vitest";
import type { Fact } from "#lib/demo/fact.ts";
import { factsOf } from "#lib/demo/facts.ts";
import { PLANTED, storyAt, TOPICS, weekOffset } from "#lib/demo/story.ts";
import { HELP_CENTRE, urlOf } from "./articles.ts";
import { recordAt } from "./record.ts";
import { wordsOf } from "./speak.ts";

const now = new Date("2026-11-20T12:00:00Z");
const story = storyAt("articles", now);
const dateAt = (day: number): string =>
  new Date(Date.parse("2026-11-19T12:00:00Z") - day * 86_400_000).toISOString().slice(0, 10);

/** What the AI's answers of each conversation of ten weeks rest on; conversations without an answer of the AI are left out. */
const told = Array.from({ length: 70 }, (_, day) => dateAt(day)).flatMap((date) =>
  factsOf(story, date).flatMap((fact) => {
    const answers = (recordAt(story, fact, now.getTime())?.messages ?? []).flatMap(({ ai }) =>
      ai ? [ai.retrieval ?? []] : [],
    );
    return answers.length === 0 ? [] : [{ fact, date, answers, cites: answers.some((cited) => cited.length > 0) }];
  }),
);

const shareOf = (isSo: (fact: Fact) => boolean): number => {
  const some = told.filter(({ fact }) => fact.language === "en" && isSo(fact));
  expect(some.length).toBeGreaterThan(100);
  return some.filter(({ cites }) => cites).length / some.length;
};

const { found, unhelpful, unfound, missing } = PLANTED.articles;
const KNOWN: string[] = Object.keys(TOPICS).filter(
  (topic) => topic !== unfound.topic && !missing.some((one) => one === topic),
);
const hasArticle = ({ topic }: Fact) => KNOWN.includes(topic) && topic !== PLANTED.knowledgeFix.topic;

test("whatever the AI can answer where articles are known is in exactly one of them", () => {
  const { topics } = wordsOf({ language: "en" } as Fact);
  for (const topic of KNOWN) {
    const answers = HELP_CENTRE.filter((article) => article.topic === topic).flatMap((article) => article.answers);
    const there = topics[topic as Fact["topic"]].answers.map((_, i) => i);
    expect([topic, answers.toSorted()]).toEqual([topic, there]);
  }
  expect(new Set(HELP_CENTRE.map(urlOf)).size).toBe(HELP_CENTRE.length);
  expect(HELP_CENTRE.filter(({ topic }) => topic === "gift_cards" || topic === "audiobooks")).toEqual([]);
});

test("articles are cited as often as was planted", () => {
  const isHanded = ({ segment, handoff }: Fact) => segment === "handoff" && handoff?.trigger !== "no_kb_result";
  expect(shareOf((fact) => hasArticle(fact) && fact.segment === "ai_only")).toBeCloseTo(found.alone, 1);
  const usual = (fact: Fact) => hasArticle(fact) && isHanded(fact) && fact.topic !== unhelpful.topic;
  expect(Math.abs(shareOf(usual) - found.handed)).toBeLessThan(0.03);
  expect(Math.abs(shareOf((fact) => fact.topic === unhelpful.topic && isHanded(fact)) - unhelpful.found)).toBeLessThan(
    0.05,
  );
  for (const topic of [unfound.topic, ...missing]) expect(shareOf((fact) => fact.topic === topic)).toBe(0);
});

test("the article on refunds is cited from the week on in which it went online", () => {
  const refunds = told.filter(({ fact }) => fact.topic === PLANTED.knowledgeFix.topic);
  const citedIn = (isSince: boolean) =>
    refunds.filter(({ date, cites }) => cites && weekOffset(story, date) >= PLANTED.knowledgeFix.fromWeek === isSince);
  expect(citedIn(false)).toEqual([]);
  expect(citedIn(true).length).toBeGreaterThan(500);
  const cited = new Set(citedIn(true).flatMap(({ answers }) => answers.flat().map(({ id, url }) => `${id} ${url}`)));
  expect([...cited]).toEqual(["kb-120 https://help.marlow-books.example/articles/kb-120"]);
});

test("what an answer rests on fits the reason for which it was handed over", () => {
  const scoresOf = (trigger: string) =>
    told.flatMap(({ fact, answers }) =>
      fact.handoff?.trigger === trigger ? answers.flat().map(({ score }) => score ?? 0) : [],
    );
  expect(scoresOf("no_kb_result")).toEqual([]);
  expect(Math.max(...scoresOf("low_confidence"))).toBeLessThan(0.6);
  expect(Math.min(...scoresOf("topic_rule"))).toBeGreaterThan(0.6);
});

test("only answers rest on articles, and all of a conversation on the same", () => {
  for (const { fact, answers } of told.slice(0, 2000)) {
    const given = fact.turns.filter(({ at, says }) => at <= now.getTime() && /^(second_)?answer$/.test(says));
    expect(answers).toHaveLength(given.length);
    expect(new Set(answers.map((cited) => JSON.stringify(cited))).size).toBe(1);
  }
});

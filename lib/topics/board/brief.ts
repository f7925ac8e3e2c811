import { count, date, MISSING, percent } from "#lib/format.ts";
import type { ReportedArticle, ReportedQuestion, TopicReport } from "../report.ts";
import type { Diagnosis } from "./diagnosis.ts";

export type Brief = {
  topic: string;
  madeAt: Date;
  report: TopicReport;
  zone: string;
  /** Where the pages of this workspace are, such as "https://seam.example". */
  origin: string;
};

/** What a writer needs to close a gap, as a Markdown file: what is missing, how customers ask, what the AI said, what people
 * answered who solved it, and the conversations to look at. */
export const briefOf = ({ topic, madeAt, report, zone, origin }: Brief): string => {
  const { n, from, to, questions, aiAnswers, humanAnswers, articles } = report;
  const quotes = (texts: readonly ReportedQuestion[], none: string) => quoteLines(texts, { origin, none });
  const [first, last, made] = [new Date(from), new Date(to), madeAt].map((at) => date(at, zone));
  return [
    `# Brief for a writer: ${inMarkdown(topic)}`,
    `Read on ${made} from the ${count(n)} newest conversations on this topic that went to a person between ${first} and ${last}. Names and numbers are left out (…).`,
    "## What is missing",
    ...missing(report),
    "## How customers ask",
    quotes(questions, "Nobody said anything that could be read."),
    "## What the AI said before it handed over",
    quotes(aiAnswers, "It said nothing."),
    "## What people answered who solved it",
    quotes(humanAnswers, "Nobody has solved one of these yet."),
    "## Articles beside it",
    articleLines(articles),
  ]
    .join("\n\n")
    .concat("\n");
};

const MAIN: Record<NonNullable<Diagnosis["main"]>, string> = {
  no_article: "**An article is missing.** No article answers what is asked here.",
  not_found:
    "**The article exists and is not found.** People answer from it; the AI does not come upon it. Its title and first lines should use the customers’ words below.",
  not_helped:
    "**The article is found and does not help.** The AI rests on it and people are needed all the same. Compare it with what people answered below.",
};

const missing = ({ n, coverage, diagnosis }: TopicReport): string[] => {
  const { main, noArticle, notFound, notHelped } = diagnosis;
  const rest = noArticle.whole - noArticle.part - notFound.part - notHelped.part;
  return [
    main === null ? "None of the reasons stands out, or there are too few conversations to tell." : MAIN[main],
    ...(n === 0
      ? []
      : [
          [
            `- ${count(noArticle.part)} of ${count(noArticle.whole)}: no article was used, by the AI or by people`,
            `- ${count(notFound.part)}: people answered from an article that the AI did not find`,
            `- ${count(notHelped.part)}: the AI used an article and it was not enough`,
            `- ${count(rest)}: none of these`,
          ].join("\n"),
        ]),
    coverage === null
      ? "How much of what is asked the articles hold cannot be told."
      : `The articles of today hold ${percent(coverage)} of the weight of what is asked.`,
  ];
};

const quoteLines = (texts: readonly ReportedQuestion[], { origin, none }: { origin: string; none: string }): string => {
  if (texts.length === 0) return none;
  const lines = texts.map(({ text, count: n, conversationId }) => {
    const times = n > 1 ? ` (${count(n)} times nearly so)` : "";
    return `- “${inMarkdown(text)}”${times}: [conversation](${origin}/handoffs/${conversationId})`;
  });
  return lines.join("\n");
};

const articleLines = (articles: readonly ReportedArticle[]): string => {
  if (articles.length === 0) return "There is none that matches.";
  return [
    "| Article | Holds of what is asked | Used by the AI | People answered from it |",
    "| --- | --: | --: | --: |",
    ...articles.map(({ title, url, matched, cited, answered }) => {
      const name = url === null ? inMarkdown(title) : `[${inMarkdown(title)}](${inLink(url)})`;
      return `| ${name} | ${matched === 0 ? MISSING : percent(matched)} | ${count(cited)} | ${count(answered)} |`;
    }),
  ].join("\n");
};

/** Whatever customers write stands there as text on one line: no sign of theirs makes a heading, a link, a table or HTML, and
 * none turns the direction of what follows. */
export const inMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&@$]|(?<=^\d+)[.)]|:(?=\/\/)|(?<=www)\./giu, "\\$&");

const inLink = (url: string): string =>
  url.replace(/[\s\\()<>[\]|"'`*_~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);

/** The name of the file, such as "brief-e-reader.md". */
export const fileNameOf = (topic: string): string => {
  const words = topic
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `brief-${(words ?? ["topic"]).join("-").slice(0, 60)}.md`;
};

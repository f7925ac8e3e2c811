import Link from "next/link";
import { pageNow, requireReader } from "#app/_auth/session.ts";
import type { Filters } from "#lib/filters.ts";
import { count, date, label, percent, rangeName } from "#lib/format.ts";
import { shareOf, within } from "#lib/knowledge/counts.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { hoursText } from "#lib/sentences/knowledge.ts";
import { dateAt } from "#lib/time/zone.ts";
import type { ReportedQuestion, TopicReport } from "#lib/topics/report.ts";
import { type Knowledge, knowledge, type OneTopic } from "./found.ts";
import { Steps } from "./steps.tsx";
import { DIAGNOSES, KIND_NAMES, topicListHref } from "./words.ts";

/** One topic: what customers ask, what the AI says, which article could answer, and what a fix would save. */
export async function Topic({ filters, on }: { filters: Filters; on: string | null }) {
  const [found, reader] = await Promise.all([knowledge(filters), requireReader()]);
  const one = found.topics.find(({ topic }) => topic === on);
  if (!one)
    return on === null ? null : (
      <section className="section" id="topic">
        <h2>{label(on)}</h2>
        <p className="deck mt-2">Nothing was handed over on this topic lately, and nobody has confirmed it.</p>
      </section>
    );
  const now = within(found.escalated.get(one.topic), found.windows.now);
  return (
    <section className="section" id="topic">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h2>{label(one.topic)}</h2>
        <p className="deck">
          {count(now.part)} of {count(now.whole)} episodes with the AI escalated in {rangeName(filters.range)}
          {now.whole > 0 && ` (${percent(shareOf(now))})`}.{" "}
          {one.placed ? `${KIND_NAMES[one.placed.kind]}${one.placed.isSure ? "" : ", not sure"}.` : ""}
        </p>
        <span className="ml-auto flex flex-wrap items-baseline gap-x-4 text-[12px]">
          {one.made && (
            <a href={`/knowledge/${encodeURIComponent(one.topic)}/brief.md`} className="link" download>
              Brief for a writer
            </a>
          )}
          <Link href={topicListHref(filters, one.topic, filters.range)} className="link">
            {count(now.part)} {now.part === 1 ? "handoff" : "handoffs"}
          </Link>
        </span>
      </div>
      {mayEditKnowledge(reader.role) && (
        <Steps one={one} today={dateAt(pageNow(), filters.zone)} zone={filters.zone} readerId={reader.id} />
      )}
      <div className="mt-4 grid gap-x-8 gap-y-6 lg:grid-cols-3">
        <Asked report={one.made?.report ?? null} />
        <Answered report={one.made?.report ?? null} />
        <Saves one={one} found={found} />
      </div>
      {one.made && (
        <p className="note mt-4">
          Read from {count(one.made.report.n)} escalated conversations of twelve weeks on{" "}
          {date(one.made.madeAt, filters.zone)}; wording as written, names and numbers left out.
        </p>
      )}
    </section>
  );
}

const UNREAD = "Not read yet: the nightly job reads the conversations of each confirmed topic.";

function Quotes({ quotes, none }: { quotes: readonly ReportedQuestion[]; none: string }) {
  if (quotes.length === 0) return <p className="deck mt-2">{none}</p>;
  return (
    <ul>
      {quotes.map(({ text, count: n, conversationId }) => (
        <li key={`${conversationId} ${text}`} className="border-b border-hair py-2">
          <Link href={`/handoffs/${conversationId}`} className="hover:underline">
            “{text}”
          </Link>{" "}
          <span className="text-ink-3">{n > 1 ? `${count(n)} like it` : ""}</span>
        </li>
      ))}
    </ul>
  );
}

function Asked({ report }: { report: TopicReport | null }) {
  return (
    <div>
      <h3 className="font-semibold">What customers ask</h3>
      {report ? (
        <Quotes quotes={report.questions} none="Nobody said anything that could be read." />
      ) : (
        <p className="deck mt-2">{UNREAD}</p>
      )}
    </div>
  );
}

function Answered({ report }: { report: TopicReport | null }) {
  if (!report)
    return (
      <div>
        <h3 className="font-semibold">What the AI answered</h3>
        <p className="deck mt-2">{UNREAD}</p>
      </div>
    );
  const { diagnosis, articles, coverage } = report;
  return (
    <div>
      <h3 className="font-semibold">What the AI answered</h3>
      <Quotes quotes={report.aiAnswers} none="The AI said nothing before it handed over." />
      <h3 className="mt-4 font-semibold">
        Article: {diagnosis.main ? DIAGNOSES[diagnosis.main].toLowerCase() : "nothing stands out"}
      </h3>
      <p className="deck">
        Of {count(diagnosis.noArticle.whole)}: {count(diagnosis.noArticle.part)} without an article,{" "}
        {count(diagnosis.notFound.part)} answered by people from one that the AI did not find,{" "}
        {count(diagnosis.notHelped.part)} after the AI cited one.{" "}
        {coverage === null ? "" : `Articles hold ${percent(coverage)} of what is asked.`}
      </p>
      <ul className="mt-1">
        {articles.slice(0, 4).map((article) => (
          <li key={article.id} className="grid grid-cols-[36px_minmax(0,1fr)] py-0.5">
            <span className="text-ink-3 tabular-nums">{article.matched.toFixed(2)}</span>
            <span>
              {article.title}{" "}
              <span className="text-ink-3">
                cited {count(article.cited)}, answered from {count(article.answered)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 font-semibold">What people answered</h3>
      <Quotes quotes={report.humanAnswers} none="Nobody has answered yet who also solved it." />
    </div>
  );
}

function Saves({ one, found }: { one: OneTopic; found: Knowledge }) {
  const { saving, aMonth, placed } = one;
  const { perWeek, uncovered, hours, prevents } = saving;
  const range = ({ low, high }: { low: number; high: number }, text: (value: number) => string) =>
    `${text(low)}–${text(high)}`;
  const rows: [string, string, string][] = [
    ["Handoffs a week", perWeek.value.toFixed(1), range(perWeek, (value) => value.toFixed(1))],
    [
      "Without an article",
      uncovered ? percent(uncovered.value) : "not read yet",
      uncovered ? range(uncovered, (value) => percent(value)) : "",
    ],
    [
      "Agent time each",
      hours ? `${Math.round(hours.value * 60)} min` : "not known",
      hours ? range(hours, (value) => `${Math.round(value * 60)}`) : "",
    ],
    [
      "An article prevents",
      prevents ? percent(prevents.value) : "a rule sends them",
      prevents ? range(prevents, (value) => percent(value)) : "",
    ],
  ];
  return (
    <div>
      <h3 className="font-semibold">What a fix would save</h3>
      <p className="mt-1">
        <b className="text-[24px] leading-8 font-semibold tabular-nums">{aMonth ? hoursText(aMonth.value) : "–"}</b>{" "}
        {aMonth
          ? `a month, 95\u202f% ${hoursText(aMonth.low)} to ${hoursText(aMonth.high)}`
          : "not known while a factor is missing"}
      </p>
      <table className="table mt-2">
        <tbody>
          {rows.map(([name, value, interval]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number font-semibold">{value}</td>
              <td className="number text-ink-3">{interval}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="deck mt-2">
        {placed && placed.rates.resolved.whole > 0
          ? `People solve ${percent(shareOf(placed.rates.resolved))} of these (n ${count(placed.rates.resolved.whole)}), ${percent(shareOf(found.placed.all.resolved))} of all.`
          : "None of these is old enough to say whether people solved it."}{" "}
        The product of the four; each drawn towards what is usual, as independent of each other.
      </p>
    </div>
  );
}

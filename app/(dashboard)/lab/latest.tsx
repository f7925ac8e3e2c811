import Link from "next/link";
import { FindingKeys } from "#app/_components/finding-keys.tsx";
import { FindingNote } from "#app/_components/finding-note.tsx";
import { Marked } from "#app/_components/marked.tsx";
import { placeOf } from "#app/_components/transcript.tsx";
import { db } from "#app/_db.ts";
import { type FoundLately, foundLately } from "#db/metrics/found.ts";
import { reviewsOf } from "#db/reviews.ts";
import type { Filters } from "#lib/filters.ts";
import { dateTime, label, rangeName } from "#lib/format.ts";
import { excerpt } from "#lib/lab/excerpt.ts";
import { longerThan } from "#lib/lab/rules.ts";
import { type Judge, notesOf } from "../handoffs/[id]/finding-notes.ts";
import { type Chosen, labHref } from "./chosen.ts";

const SHOWN_AT_ONCE = 12;

type Props = { filters: Filters; chosen: Chosen; judge: Judge };

/** What the opened scanner or rule found last, each with its words, to be confirmed or dismissed. */
export async function Latest({ filters, chosen: { scanner, rule }, judge }: Props) {
  const latest = await foundLately(db(), scanner.over, filters, {
    scanner: scanner.key,
    beginning: rule?.beginning ?? "",
    longer: rule ? longerThan(rule) : [],
    limit: SHOWN_AT_ONCE,
  });
  const reviews = await reviewsOf(db(), [...new Set(latest.map(({ conversationId }) => conversationId))]);
  return (
    <section id="found" className="section scroll-mt-4" aria-labelledby="found-name">
      <h2 id="found-name">
        {scanner.name}
        {rule && <span className="font-normal text-ink-2">: {rule.sentence}</span>}
      </h2>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <p className="deck">
          {latest.length === 0
            ? `Nothing was found in ${rangeName(filters.range)} with these filters.`
            : `Found last in ${rangeName(filters.range)}`}
        </p>
        {rule && (
          <Link href={labHref(filters, scanner.key)} className="link text-[12px]">
            All rules of it
          </Link>
        )}
      </div>
      <ol className="mt-2">
        {latest.map((one, i) => (
          <li
            key={[one.conversationId, one.messageId, one.rule, one.start].join(" ")}
            className="border-b border-hair py-2.5"
          >
            <One one={one} number={i + 1} reviews={reviews.get(one.conversationId) ?? []} {...{ filters, judge }} />
          </li>
        ))}
      </ol>
      {latest.length > 0 && (
        <div className="note mt-2">
          <FindingKeys />
        </div>
      )}
    </section>
  );
}

type OneProps = {
  one: FoundLately;
  number: number;
  reviews: Parameters<typeof notesOf>[1]["reviews"];
  filters: Filters;
  judge: Judge;
};

function One({ one, number, reviews, filters, judge }: OneProps) {
  const text = one.text ?? "";
  const [note] = notesOf({ text, findings: [one] }, { reviews, zone: filters.zone, judge }, () => number);
  if (!note) return null;
  const { start, end, ...said } = note;
  const place = one.text === null ? "" : `#${placeOf(one.messageId)}`;
  return (
    <>
      <p className="text-[12px] leading-5 text-ink-3">
        {dateTime(one.at, filters.zone)} ·{" "}
        <Link href={`/handoffs/${one.conversationId}${place}`} className="link">
          {one.externalId}
        </Link>
        {one.authorKind && ` · ${label(WHO[one.authorKind] ?? one.authorKind)}`}
      </p>
      {end > start && <Words text={text} number={number} {...{ start, end }} judged={said.judged} />}
      <div className="mt-1 text-[12px] leading-4">
        <FindingNote {...said} />
      </div>
    </>
  );
}

const WHO: Record<string, string> = { human: "agent", ai: "AI answer", customer: "said by the customer" };

type WordsProps = { text: string; number: number; start: number; end: number; judged: { verdict: string } | null };

function Words({ text, number, start, end, judged }: WordsProps) {
  const { before, found, after } = excerpt(text, { start, end });
  return (
    <p className="max-w-[612px] break-words text-[14px] leading-[21px] text-pretty">
      <Marked
        text={`${before}${found}${after}`}
        findings={[{ number, start: before.length, end: before.length + found.length, judged }]}
      />
    </p>
  );
}

import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { requireReader } from "#app/_auth/session.ts";
import { type HandoffRow, HandoffTable, type SortLinks } from "#app/_components/handoff-table.tsx";
import { ListKeys } from "#app/_components/list-keys.tsx";
import { NothingYet } from "#app/_components/nothing-yet.tsx";
import { db } from "#app/_db.ts";
import { Filtering } from "#app/_filter-bar.tsx";
import { conditionsOf, hrefOf, readFilters, type SearchParams } from "#app/_filters.ts";
import { legsFrom } from "#app/_legs.ts";
import { type Column, outcomeText, PAGE_SIZE, readView, type View, viewParams } from "#app/_view.ts";
import { listedHref } from "#app/_walk.ts";
import { hasConversations } from "#db/conversation.ts";
import { type ListedRecord, listCount, listRecords } from "#db/metrics/list.ts";
import { measure } from "#db/metrics/measure.ts";
import type { Sort } from "#db/metrics/order.ts";
import { type Filters, filtersToParams } from "#lib/filters.ts";
import { count, dates, dateTime, duration, label, measurementText } from "#lib/format.ts";
import { type MetricKey, metricOf } from "#lib/metrics/catalogue.ts";
import { narrowTexts } from "#lib/narrowing.ts";
import { findingNotes } from "#lib/sentences/findings.ts";
import { foundGroups } from "./found.ts";
import { NarrowMenu } from "./narrow-menu.tsx";

export const metadata: Metadata = { title: "Handoffs" };

const SUMMARY = [
  "answeredInTarget",
  "handoffCsat",
  "contextRepetition",
  "coldIntroduction",
  "leftBeforeAnswer",
] as const satisfies MetricKey[];

export default async function Handoffs({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const reader = await requireReader();
  if (!(await hasConversations(db()))) return <NothingYet isAdmin={reader.role === "admin"} />;
  const params = await searchParams;
  const filters = await readFilters(params);
  const view = readView(params);
  const { key, query, page } = view;
  const [rows, total, all, part] = await Promise.all([
    listRecords(db(), key, filters, query),
    listCount(db(), key, filters, query),
    listCount(db(), key, filters, { only: "whole", narrow: query.narrow, version: query.version }),
    listCount(db(), key, filters, { only: "part", narrow: query.narrow, version: query.version }),
  ]);
  const link = (more: Record<string, string | null>) => hrefOf("/handoffs", filters, { ...viewParams(view), ...more });
  return (
    <>
      <Filtering path="/handoffs" filters={filters} params={params} hasCompare={false} />
      <main className="page">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-1">
          <h1 className="text-[24px] leading-8 font-semibold tracking-[-0.015em]">{titleOf(view, all)}</h1>
          <p className="deck">{dates(filters.range)}</p>
          <span className="no-print text-[12px] sm:ml-auto">
            <NarrowMenu groups={foundGroups(query.narrow, link)} />
          </span>
          <Form action="/handoffs" className="no-print flex items-center gap-2">
            {[...filtersToParams(filters), ...Object.entries(viewParams(view))].map(([name, value]) =>
              value && name !== "q" ? <input key={name} type="hidden" name={name} value={value} /> : null,
            )}
            <input
              id="handoff-search"
              name="q"
              type="search"
              defaultValue={query.search}
              aria-label="Search id, subject, customer, reason"
              placeholder="Search id, subject, customer"
              className="field !h-8 w-56"
            />
          </Form>
          <a href={hrefOf("/handoffs/csv", filters, viewParams(view))} className="no-print link text-[12px]" download>
            CSV, {count(total)} lines
          </a>
        </div>
        {view.problem && (
          <p role="status" className="mt-2 text-red-ink">
            {view.problem} Shown is the definition that holds now.
          </p>
        )}
        <Narrowed view={view} link={link} />
        {key !== "handoffs" && <Counted view={view} all={all} part={part} link={link} />}
        {key === "handoffs" && Object.keys(query.narrow).length === 0 && <Summary filters={filters} />}
        <section className="section mt-3" aria-label="The list">
          {rows.length === 0 ? (
            <Nothing filters={filters} view={view} />
          ) : (
            <HandoffTable
              rows={rows.map((row, i) =>
                lineOf(row, filters, listedHref(row.conversationId, query.offset + i + 1, filters, view)),
              )}
              sorts={sortsOf(view, link)}
              hidden={view.hidden}
            />
          )}
          <Pages total={total} page={page} link={link} />
        </section>
      </main>
    </>
  );
}

type LinkTo = (more: Record<string, string | null>) => string;

const titleOf = ({ key, query: { version } }: View, all: number): string => {
  if (key === "handoffs") return `${count(all)} ${all === 1 ? "handoff" : "handoffs"}`;
  const { label: name, grain } = metricOf(key);
  const by = version === undefined ? "" : ` (definition ${version})`;
  return `${name}${by}: ${count(all)} ${all === 1 ? grain : `${grain}s`}`;
};

async function Summary({ filters }: { filters: Filters }) {
  const keys: MetricKey[] = ["timeToFirstHuman", ...SUMMARY];
  const values = await Promise.all(keys.map((key) => measure(db(), key, filters)));
  return (
    <p className="mt-2 flex flex-wrap gap-x-8 gap-y-1 text-[12px] text-ink-3">
      {keys.map((key, i) => {
        const value = values[i];
        return value ? (
          <span key={key}>
            {metricOf(key).label} <b className="font-semibold text-ink">{measurementText(key, value)}</b>
          </span>
        ) : null;
      })}
    </p>
  );
}

function Counted({ view, all, part, link }: { view: View; all: number; part: number; link: LinkTo }) {
  const choices = [
    { name: `All ${count(all)} that were counted`, only: null, isOn: view.query.only === "whole" },
    { name: `The ${count(part)} in the numerator`, only: "part", isOn: view.query.only === "part" },
  ];
  return (
    <div className="mt-2 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-[12px]">
      {choices.map(({ name, only, isOn }) => (
        <Link
          key={name}
          href={link({ only })}
          aria-current={isOn ? "true" : undefined}
          className="min-h-6 text-ink-2 aria-[current]:border-b-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
      <span className="text-ink-3">{view.key === "handoffs" ? null : metricOf(view.key, view.query.version).part}</span>
      <Link href={link({ metric: null, only: null, version: null })} className="link ml-auto text-ink-2">
        All handoffs instead
      </Link>
    </div>
  );
}

/** What the mark that was opened stands for, and the way back to all. */
function Narrowed({ view, link }: { view: View; link: LinkTo }) {
  const texts = narrowTexts(view.query.narrow);
  if (texts.length === 0) return null;
  return (
    <p className="deck mt-1">
      Narrowed to: {texts.join("; ")}.{" "}
      <Link
        className="link"
        href={link(Object.fromEntries(Object.keys(view.query.narrow).map((name) => [name, null])))}
      >
        Take it back
      </Link>
    </p>
  );
}

function Nothing({ filters, view }: { filters: Filters; view: View }) {
  const conditions = conditionsOf(filters);
  const { search } = view.query;
  const isPlain =
    conditions.length === 0 && !search && view.key === "handoffs" && narrowTexts(view.query.narrow).length === 0;
  if (isPlain) {
    return (
      <p className="py-8 text-[14px]">
        Nobody was handed over in {dates(filters.range)}, and no filter is set. Another period may hold some.
      </p>
    );
  }
  return (
    <div className="py-8">
      <p className="text-[14px]">Nothing in {dates(filters.range)} matches.</p>
      <p className="deck mt-1">
        {search && `The search is for “${search}”. `}
        {conditions.length > 0 ? `The filters are: ${conditions.join("; ")}.` : "No other filter is set."}
      </p>
      <Link href={hrefOf("/handoffs", { ...filters, only: {} })} className="button quiet mt-4">
        Show all handoffs of the period
      </Link>
    </div>
  );
}

const lineOf = (row: ListedRecord, { zone }: Filters, href: string): HandoffRow => ({
  id: [row.conversationId, row.episode, row.handoffId, row.ratingId].join(" "),
  href,
  at: dateTime(row.at, zone),
  customer: row.customer ?? row.externalId,
  tier: row.tier ? label(row.tier) : "",
  topic: row.topic ? label(row.topic) : "–",
  why: row.trigger ? label(row.trigger) : "–",
  legs: legsOf(row),
  wait: waitOf(row),
  findings: notesOf(row),
  outcome: outcomeText(row),
  rating: row.score === null ? "–" : `${row.score} of ${row.scaleMax}`,
  team: row.team ? label(row.team) : "–",
  channel: label(row.channel),
  language: row.language ? label(row.language) : "–",
  source: row.source,
});

/** Of a handoff that never came the wait runs from the sentence that announced it. */
const waitOf = ({ outcome, waitBusinessSeconds, inVainSeconds }: ListedRecord): string => {
  if (outcome !== null) return duration(waitBusinessSeconds);
  return inVainSeconds === null ? "–" : `${duration(inVainSeconds)} in vain`;
};

const notesOf = ({ read }: ListedRecord): HandoffRow["findings"] => {
  const notes = findingNotes(read);
  return read.isScanned === null && notes.length === 0 ? null : notes;
};

const legsOf = ({ handoffAt, waitSeconds, waitBusinessSeconds, ...times }: ListedRecord) =>
  handoffAt && waitSeconds !== null && waitBusinessSeconds !== null
    ? legsFrom({ handoffAt, waitSeconds, waitBusinessSeconds, ...times })
    : null;

const SORTED_BY = {
  at: "at",
  customer: "customer",
  topic: "topic",
  why: "trigger",
  legs: "ai",
  wait: "wait",
  findings: "findings",
  outcome: "outcome",
  rating: "rating",
  team: "team",
  channel: "channel",
  language: "language",
  source: "source",
} satisfies Record<Column, Sort>;

const sortsOf = ({ query }: View, link: LinkTo): SortLinks =>
  Object.fromEntries(
    Object.entries(SORTED_BY).map(([column, sort]) => {
      const isOn = query.sort === sort;
      const dir = isOn && query.isDescending ? "asc" : null;
      return [column, { href: link({ sort, dir }), is: isOn ? (query.isDescending ? "desc" : "asc") : null }];
    }),
  );

function Pages({ total, page, link }: { total: number; page: number; link: LinkTo }) {
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const from = (page - 1) * PAGE_SIZE + 1;
  return (
    <nav aria-label="Pages of the list" className="mt-3 flex flex-wrap items-baseline gap-x-5 text-[12px] text-ink-3">
      {total > 0 && page <= last && (
        <span>
          Rows{" "}
          <b className="font-semibold text-ink">{`${count(from)}–${count(Math.min(total, from + PAGE_SIZE - 1))}`}</b>{" "}
          of <b className="font-semibold text-ink">{count(total)}</b>
        </span>
      )}
      <span className="hidden sm:inline">Waits are open hours; marked is what speaks against a handoff</span>
      <span className="ml-auto hidden items-center gap-1 sm:flex">
        <span className="key">↑</span> <span className="key">↓</span> move <span className="key">↵</span> open{" "}
        <span className="key">/</span> search <ListKeys />
      </span>
      {page > 1 && (
        <Link href={link({ page: String(Math.min(page - 1, last)) })} className="link min-h-6 text-ink">
          Back
        </Link>
      )}
      {page < last && (
        <Link href={link({ page: String(page + 1) })} className="link min-h-6 font-semibold text-ink">
          Next {PAGE_SIZE}
        </Link>
      )}
    </nav>
  );
}

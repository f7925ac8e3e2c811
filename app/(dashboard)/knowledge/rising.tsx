import Link from "next/link";
import { Sparkline } from "#app/_components/charts/sparkline.tsx";
import { type Column, FoldingTable, None } from "#app/_components/folding-table.tsx";
import { db } from "#app/_db.ts";
import { hrefOf } from "#app/_filters.ts";
import { floodsIn } from "#db/knowledge/apart.ts";
import type { Filters } from "#lib/filters.ts";
import { count, label, percent } from "#lib/format.ts";
import type { RisingGroup } from "#lib/knowledge/apart.ts";
import { shareOf, within } from "#lib/knowledge/counts.ts";
import type { RisingTopic } from "#lib/knowledge/rising.ts";
import { spanOf, type Windows } from "#lib/knowledge/windows.ts";
import { floodSentence } from "#lib/sentences/floods.ts";
import { hoursText, wordsText } from "#lib/sentences/knowledge.ts";
import { type Counts, wilson } from "#lib/stats/proportions/wilson.ts";
import type { Range } from "#lib/time/range.ts";
import { type Knowledge, knowledge, type OneTopic } from "./found.ts";
import { DIAGNOSES, KIND_NAMES, SURENESS, stretchNote, topicHref, topicListHref } from "./words.ts";

const SHOWN = 6;

/** Topics that were handed over more often than expected, and groups without a name among them, with how sure that is; all
 * of them on request. What came as a flood is told apart. */
export async function RisingTopics({ filters, isAll }: { filters: Filters; isAll: boolean }) {
  const [found, floods] = await Promise.all([knowledge(filters), floodsIn(db(), filters, filters.range)]);
  const rising = rowsOf(found, filters).sort((a, b) => b.lift - a.lift);
  const shown = isAll ? rising : rising.slice(0, SHOWN);
  const apart = floodSentence(floods, filters.zone);
  return (
    <section className="section" id="rising">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2>Rising topics</h2>
        {rising.length > 0 && (
          <p className="deck">
            Sure: still stands after testing all {count(rising.length)} topics at once. Lift is drawn towards 1; at
            least: its lower 5&#8239;% bound
          </p>
        )}
        {rising.length > SHOWN && (
          <Link
            href={`${hrefOf("/knowledge", filters, { all: isAll ? null : "yes" })}#rising`}
            className="link note ml-auto"
          >
            {isAll ? "show fewer" : `${SHOWN} of ${count(rising.length)}, show all`}
          </Link>
        )}
      </div>
      {rising.length === 0 ? (
        <p className="deck mt-3">
          Nothing was handed over in this period, or nothing in the four before it, so no topic can be said to rise.
        </p>
      ) : (
        <FoldingTable columns={COLUMNS} rows={shown} />
      )}
      {apart && <p className="note mt-2">{apart}</p>}
    </section>
  );
}

const rowsOf = (found: Knowledge, filters: Filters) => [
  ...found.topics.flatMap((one) => (one.rising ? [rowOf({ ...one, rising: one.rising }, found, filters)] : [])),
  ...found.groups.map((one) => rowOfGroup(one, found)),
];

const COLUMNS: Column[] = [
  { name: "Topic", className: "font-semibold" },
  { name: "12 weeks" },
  { name: "Escalated, expected", isNumber: true },
  { name: "Lift, at least", isNumber: true },
  { name: "How sure" },
  { name: "Escalates", isNumber: true },
  { name: "Article" },
  { name: "Hours a month", isNumber: true },
];

type Shown = OneTopic & { rising: RisingTopic };

const rowOf = (one: Shown, { escalated, flooded, windows }: Knowledge, filters: Filters) => {
  const { topic, rising, aMonth } = one;
  const apart = within(flooded.get(topic), windows.now).part;
  return {
    key: topic,
    lift: rising.shrunk.value,
    cells: [
      <Link key="topic" href={topicHref(filters, topic)} className="link">
        {label(topic)}
      </Link>,
      <Weeks key="weeks" series={escalated.get(topic)} windows={windows} name={label(topic)} />,
      <span key="n">
        <Link
          href={topicListHref(filters, topic, rangeOf(rising, windows, filters))}
          className="font-semibold"
          title="Open them"
        >
          {count(rising.now)}
        </Link>{" "}
        <Expected rising={rising} />
        {apart > 0 && <span className="block text-[12px] text-ink-3">and {count(apart)} in a flood</span>}
      </span>,
      <Lift key="lift" rising={rising} />,
      <Sure key="sure" rising={rising} />,
      <Rate key="rate" rising={rising} />,
      <Article key="article" one={one} />,
      aMonth ? (
        <span key="hours" title={`95 % ${hoursText(aMonth.low)} to ${hoursText(aMonth.high)}`}>
          {hoursText(aMonth.value)}
        </span>
      ) : (
        <None key="hours" />
      ),
    ],
  };
};

/** Of a group nothing but its handoffs is known: what the AI answered by itself is in none. */
const rowOfGroup = ({ group: { id, words, series }, rising }: RisingGroup, { windows }: Knowledge) => ({
  key: `group ${id}`,
  lift: rising.shrunk.value,
  cells: [
    <Link key="topic" href="/knowledge/topics" className="link">
      {wordsText(words)}
    </Link>,
    <Weeks key="weeks" series={series} windows={windows} name={wordsText(words)} />,
    <span key="n">
      <b className="font-semibold">{count(rising.now)}</b> <Expected rising={rising} />
    </span>,
    <Lift key="lift" rising={rising} />,
    <Sure key="sure" rising={rising} />,
    <None key="rate" />,
    <span key="article" className="text-ink-3">
      no name yet: name it under Topics and inbox
    </span>,
    <None key="hours" />,
  ],
});

function Weeks({ series, windows, name }: { series: readonly Counts[] | undefined; windows: Windows; name: string }) {
  return (
    <span className="inline-block align-middle">
      <Sparkline
        points={windows.weeks.map((i) => ({ value: within(series, [i]).part, low: null, high: null }))}
        target={null}
        breaks={[]}
        label={`Handoffs of ${name} in twelve weeks`}
      />
    </span>
  );
}

function Expected({ rising }: { rising: RisingTopic }) {
  return (
    <span className="text-ink-3">
      for {rising.expected < 10 ? rising.expected.toFixed(1) : count(Math.round(rising.expected))} {stretchNote(rising)}
    </span>
  );
}

function Lift({ rising: { shrunk } }: { rising: RisingTopic }) {
  return (
    <span>
      <b className="font-semibold">{shrunk.value.toFixed(1)}</b>{" "}
      <span className="text-ink-3">≥ {shrunk.low.toFixed(1)}</span>
    </span>
  );
}

/** Where its handoffs were counted. */
const rangeOf = ({ isLong }: RisingTopic, { ranges, long }: Knowledge["windows"], { range, zone }: Filters): Range =>
  (isLong && long && spanOf(ranges, long.now, zone)) || range;

function Sure({ rising }: { rising: RisingTopic }) {
  const { name, bars } = SURENESS[rising.sureness];
  return (
    <span className="inline-flex items-baseline gap-2">
      <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <rect key={i} x={i * 5} width="4" height="10" fill={i < bars ? "var(--ink)" : "var(--hair-2)"} />
        ))}
      </svg>
      {name}
    </span>
  );
}

/** The escalation rate before and now; the newer with its interval for whoever points at it. */
function Rate({ rising: { escalated } }: { rising: RisingTopic }) {
  const interval = wilson(escalated.now.part, escalated.now.whole);
  const title = interval
    ? `n ${escalated.now.whole}, 95 % ${percent(interval.low)}–${percent(interval.high)}; before n ${escalated.before.whole}`
    : "";
  return (
    <span title={title}>
      <span className="text-ink-3">{percent(shareOf(escalated.before))} → </span>
      <b className="font-semibold">{percent(shareOf(escalated.now))}</b>
    </span>
  );
}

function Article({ one: { placed, made } }: { one: OneTopic }) {
  if (placed?.kind === "product_bug" || placed?.kind === "policy") {
    return (
      <>
        <b className="font-semibold">{KIND_NAMES[placed.kind]}</b>
        <span className="block text-[12px] text-ink-3">
          {placed.kind === "policy" ? "a rule sends it to people" : "people do not solve it either"}
        </span>
      </>
    );
  }
  if (!made) return <span className="text-ink-3">not read yet</span>;
  const { diagnosis, articles } = made.report;
  const best = articles[0];
  return (
    <>
      <b className="font-semibold">{diagnosis.main ? DIAGNOSES[diagnosis.main] : "Nothing stands out"}</b>
      <span className="block text-[12px] text-ink-3">
        {best ? `nearest: ${best.title}, match ${best.matched.toFixed(2)}` : "no article holds its words"}
      </span>
    </>
  );
}

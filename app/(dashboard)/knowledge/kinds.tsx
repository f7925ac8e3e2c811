import Link from "next/link";
import { hrefOf } from "#app/_filters.ts";
import { type Filters, withRange } from "#lib/filters.ts";
import { count, label, percent, rangeName } from "#lib/format.ts";
import { type KindCount, kindCounts } from "#lib/knowledge/kinds.ts";
import { hoursText } from "#lib/sentences/knowledge.ts";
import { type Knowledge, knowledge } from "./found.ts";
import { KIND_NAMES } from "./words.ts";

const HELPS: Record<KindCount["kind"], string> = {
  product_bug: "Tell product; publish the workaround",
  gap: "Write or mend the article",
  policy: "Your rule sends them; change the rule or leave it",
  as_designed: "Nothing",
  unsorted: "Wait for more of them, or name the topic",
};

/** What all handoffs of four weeks are, by what would help them. */
export async function Kinds({ filters }: { filters: Filters }) {
  const found = await knowledge(filters);
  const kinds = kindCounts(found.placed.topics, found.escalated, found.windows.wide.now);
  const all = kinds.reduce((sum, { handoffs }) => sum + handoffs, 0);
  const most = Math.max(...kinds.map(({ handoffs }) => handoffs), 1);
  return (
    <section className="section">
      <h2>What kind of problem it is</h2>
      <p className="deck">
        The {count(all)} handoffs of {rangeName(found.wide)} by kind of topic
      </p>
      <ul className="mt-2">
        {kinds
          .filter(({ topics }) => topics.length > 0)
          .map((one) => (
            <li
              key={one.kind}
              className="grid grid-cols-[minmax(0,1fr)_52px_64px] gap-x-3 border-b border-hair py-2 sm:grid-cols-[130px_52px_minmax(0,80px)_minmax(0,1fr)]"
            >
              <span>
                <b className="font-semibold">{KIND_NAMES[one.kind]}</b>
                <span className="block text-[12px] text-ink-3">
                  {one.topics.length} {one.topics.length === 1 ? "topic" : "topics"}
                </span>
              </span>
              <span className="text-right tabular-nums">
                <Link
                  href={listOf(one, filters, found)}
                  className="font-semibold"
                  aria-label={`Open ${count(one.handoffs)} handoffs: ${KIND_NAMES[one.kind]}`}
                >
                  {count(one.handoffs)}
                </Link>
                <span className="block text-[12px] text-ink-3">{all === 0 ? "–" : percent(one.handoffs / all)}</span>
              </span>
              <span className="pt-1.5" aria-hidden="true">
                <span className="block h-2 bg-ink-2" style={{ width: `${(100 * one.handoffs) / most}%` }} />
              </span>
              <span className="max-sm:col-span-full">
                {HELPS[one.kind]}
                <span className="block text-[12px] text-ink-3">{hoursOf(one, found)}</span>
              </span>
            </li>
          ))}
      </ul>
      <Stuck kinds={kinds} />
    </section>
  );
}

const listOf = ({ topics }: KindCount, filters: Filters, { wide }: Knowledge): string =>
  hrefOf("/handoffs", withRange({ ...filters, only: { ...filters.only, topic: topics } }, wide), {
    metric: "escalationRate",
    only: "part",
  });

const hoursOf = ({ topics, kind }: KindCount, found: Knowledge): string => {
  if (kind === "policy" || kind === "as_designed" || kind === "unsorted") return "hours a month: none to save";
  const known = topics.flatMap((topic) => {
    const one = found.topics.find((other) => other.topic === topic);
    return one?.aMonth ? [`${label(topic)} ${hoursText(one.aMonth.value)}`] : [];
  });
  return known.length === 0 ? "hours a month: not known yet" : `hours a month: ${known.slice(0, 3).join(", ")}`;
};

/** Why a product bug is no matter for a writer. */
function Stuck({ kinds }: { kinds: readonly KindCount[] }) {
  const bug = kinds.find(({ kind }) => kind === "product_bug");
  if (!bug || bug.resolved.whole === 0) return null;
  const unsolved = 1 - bug.resolved.part / bug.resolved.whole;
  return (
    <p className="note mt-2">
      In product bugs {percent(unsolved)} of what people took over stays unsolved (n {count(bug.resolved.whole)}): the
      topic needs a repair, not words.
    </p>
  );
}

import { pageNow, requireReader } from "#app/_auth/session.ts";
import type { BoardGap } from "#db/knowledge/gaps.ts";
import type { Filters } from "#lib/filters.ts";
import { label, localDate, points } from "#lib/format.ts";
import { mayEditKnowledge } from "#lib/roles.ts";
import { hoursText, verdictText } from "#lib/sentences/knowledge.ts";
import { dateAt } from "#lib/time/zone.ts";
import {
  GAP_STATUSES,
  type GapStatus,
  MEASURED_DAYS,
  measuredFrom,
  measuredUntil,
  stageOf,
} from "#lib/topics/board/gap.ts";
import { type Card, Cards } from "./cards.tsx";
import { type Knowledge, knowledge, overAll } from "./found.ts";
import { STATUSES, topicHref } from "./words.ts";

const DAY_MS = 86_400_000;

/** What is being done about topics, from new to closed. Nothing leaves it by itself. */
export async function Board({ filters, on }: { filters: Filters; on: string | null }) {
  const [found, reader] = await Promise.all([knowledge(overAll(filters)), requireReader()]);
  const isFiltered = overAll(filters) !== filters;
  const today = dateAt(pageNow(), filters.zone);
  const columns = GAP_STATUSES.map((status) => ({
    status,
    name: STATUSES[status],
    cards: found.board
      .filter((gap) => stageOf(gap, today) === status)
      .map((gap) => cardOf(gap, found, { today, href: topicHref(filters, gap.topic ?? ""), on }))
      .sort((a, b) => b.hours - a.hours),
  }));
  return (
    <section className="section">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2>Board</h2>
        <p className="deck">
          A fix is measured for {MEASURED_DAYS} days against like topics before its effect is told for good; nothing
          leaves by itself.{isFiltered && " Counted over all conversations: the filters above leave the board as it is"}
        </p>
        {mayEditKnowledge(reader.role) && (
          <p className="note ml-auto max-sm:hidden">
            <span className="key">↑</span> <span className="key">↓</span> choose, move with{" "}
            <span className="key">←</span> <span className="key">→</span>
          </p>
        )}
      </div>
      {found.board.length === 0 ? (
        <p className="deck mt-3">
          Nothing is on the board yet. Open a topic above and put it here: it then has an owner, a day, and is measured
          once its article is published.
        </p>
      ) : (
        <Cards columns={columns} mayMove={mayEditKnowledge(reader.role)} />
      )}
    </section>
  );
}

type Given = { today: string; href: string; on: string | null };

const cardOf = (gap: BoardGap, found: Knowledge, { today, href, on }: Given): Card => {
  const aMonth = found.topics.find(({ topic }) => topic === gap.topic)?.aMonth ?? null;
  const status = stageOf(gap, today);
  return {
    id: gap.topicId,
    revision: gap.revision,
    status,
    name: gap.topic === null ? "Withdrawn topic" : label(gap.topic),
    href,
    isOpen: gap.topic === on,
    hours: aMonth?.value ?? 0,
    lines: [
      ...linesOf(gap, found, today),
      ...(aMonth && status !== "closed" ? [`${hoursText(aMonth.value)} a month`] : []),
    ],
    isLate: gap.dueOn !== null && gap.dueOn < today && (status === "new" || status === "owned"),
  };
};

const linesOf = (gap: BoardGap, found: Knowledge, today: string): string[] => {
  const who = gap.owner ?? "nobody yet";
  const publishedOn = gap.publishedOn ?? today;
  const effect = found.fixes.find(({ topic }) => topic === gap.topic)?.effect ?? null;
  const told = effect ? [`${points(effect.difference)} points: ${verdictText(effect)}`] : [];
  const lines: Record<GapStatus, string[]> = {
    new: [who, ...dueText(gap, today)],
    owned: [who, gap.note ?? "", ...dueText(gap, today)],
    published: [`${who}, ${localDate(publishedOn)}`, `measuring starts ${localDate(measuredFrom(publishedOn))}`],
    measuring: [dayText(publishedOn, today), told[0] ?? "too early to say"],
    closed: [gap.closedReason ?? "", ...told],
  };
  return lines[stageOf(gap, today)].filter((line) => line !== "");
};

const dueText = ({ dueOn }: BoardGap, today: string): string[] =>
  dueOn === null ? [] : [`${dueOn < today ? "was due" : "due"} ${localDate(dueOn)}`];

const dayText = (publishedOn: string, today: string): string => {
  const day = Math.round((Date.parse(today) - Date.parse(publishedOn)) / DAY_MS);
  return day > MEASURED_DAYS
    ? `measured until ${localDate(measuredUntil(publishedOn))}: close it`
    : `day ${day} of ${MEASURED_DAYS}`;
};
